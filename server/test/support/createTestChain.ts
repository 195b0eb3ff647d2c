import { campaignAbi, campaignFactoryAbi, campaignFactoryBytecode } from '@kindling/contracts'
import {
  type Abi,
  type Address,
  createTestClient,
  type Hash,
  type Hex,
  http,
  parseEther,
  publicActions,
  type TransactionReceipt,
  walletActions,
} from 'viem'
import { anvil as anvilChain } from 'viem/chains'
import { type AnvilOptions, startAnvil } from '../../src/embedded/anvil.ts'

export interface TestChainOptions extends AnvilOptions {
  /** 20 without it. */
  accounts?: number
}

export interface Sent {
  hash: Hash
  /** Undefined for what is sent within `inOneBlock`, until that returns. */
  receipt: TransactionReceipt | undefined
}

export type TestChain = Awaited<ReturnType<typeof createTestChain>>

/** A transaction for `reorg`: mined in the new block of that place, 0 being the lowest. */
export interface ReorgTransaction {
  from: Address
  to: Address
  data?: Hex
  value?: bigint
  block: number
}

/**
 * A local chain of its own for a test file, with a factory deployed in block 1. Each transaction gets a block at once;
 * what is sent within `inOneBlock` shares one. Accounts are unlocked: nothing is signed here.
 */
export async function createTestChain(options: TestChainOptions = {}) {
  const anvil = await startAnvil({
    ...options,
    accounts: options.accounts ?? 20,
    // Within a block, transactions stand in the order they were sent, whatever they pay.
    extraArgs: ['--order', 'fifo', ...(options.extraArgs ?? [])],
  })
  const chain = { ...anvilChain, id: options.chainId ?? anvilChain.id }
  const client = createTestClient({
    mode: 'anvil',
    chain,
    transport: http(anvil.rpcUrl, { retryCount: 0, timeout: 60_000 }),
    pollingInterval: 10,
    cacheTime: 0,
  })
    .extend(publicActions)
    .extend(walletActions)
  const accounts = await client.getAddresses()
  const [deployer] = accounts
  if (deployer === undefined) throw new Error('a test chain needs at least one account')

  let shared: Hash[] | undefined
  let creators: Set<Address> | undefined
  let campaignCount = 0

  /** Within a shared block gas cannot be estimated: what a call builds on is not mined yet. */
  function sharedGas(): { gas?: bigint } {
    return shared ? { gas: 1_000_000n } : {}
  }

  async function sent(hash: Hash): Promise<Sent> {
    if (shared) {
      shared.push(hash)
      return { hash, receipt: undefined }
    }
    return { hash, receipt: await successful(hash) }
  }

  async function successful(hash: Hash): Promise<TransactionReceipt> {
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`the transaction ${hash} was reverted`)
    return receipt
  }

  async function deployFactory(): Promise<{ address: Address; blockNumber: bigint }> {
    const hash = await client.deployContract({
      abi: campaignFactoryAbi,
      bytecode: campaignFactoryBytecode,
      account: deployer as Address,
    })
    const { contractAddress, blockNumber } = await successful(hash)
    return { address: contractAddress as Address, blockNumber }
  }

  const factory = await deployFactory()

  /** The time of the head, in seconds. */
  async function now(): Promise<bigint> {
    return (await client.getBlock()).timestamp
  }

  async function createCampaign(
    campaign: {
      goalWei?: bigint
      deadlineTs?: bigint
      /** From the head's time; 30 days without it. */
      durationSeconds?: number
      cid?: string
      creator?: Address
      factoryAddress?: Address
    } = {},
  ): Promise<Sent & { address: Address }> {
    const factoryAddress = campaign.factoryAddress ?? factory.address
    const deadlineTs = campaign.deadlineTs ?? (await now()) + BigInt(campaign.durationSeconds ?? 30 * 86_400)
    const creator = campaign.creator ?? (deployer as Address)
    // The address follows from the creator's campaigns so far, of which the call knows only those mined.
    if (creators?.has(creator)) throw new Error('inOneBlock takes one new campaign of each creator')
    creators?.add(creator)
    const call = {
      abi: campaignFactoryAbi,
      address: factoryAddress,
      functionName: 'createCampaign',
      args: [campaign.goalWei ?? parseEther('1'), deadlineTs, campaign.cid ?? `test-campaign-${++campaignCount}`],
      account: creator,
    } as const
    const { result: address } = await client.simulateContract(call)
    const hash = await client.writeContract({ ...call, ...sharedGas() })
    return { ...(await sent(hash)), address }
  }

  async function callCampaign(
    functionName: 'donate' | 'withdraw' | 'refund',
    address: Address,
    account: Address,
    value: bigint | undefined,
  ): Promise<Sent> {
    const call = { abi: campaignAbi as Abi, address, functionName, account, ...(value === undefined ? {} : { value }) }
    // anvil mines what will be reverted; the simulation throws the contract's error instead.
    if (!shared) await client.simulateContract(call)
    return sent(await client.writeContract({ ...call, ...sharedGas() }))
  }

  return {
    rpcUrl: anvil.rpcUrl,
    pid: anvil.pid,
    chainId: chain.id,
    /** viem's test, public and wallet actions in one. */
    client,
    accounts,
    factoryAddress: factory.address,
    factoryBlock: factory.blockNumber,
    /** Another factory, vouched for by nobody unless a test configures it. */
    deployFactory,
    createCampaign,
    now,

    async donate(donation: { campaign: Address; donor: Address; amountWei: bigint }): Promise<Sent> {
      return callCampaign('donate', donation.campaign, donation.donor, donation.amountWei)
    },

    /** By its creator, unless another is named. */
    async withdraw({ campaign, from }: { campaign: Address; from?: Address }): Promise<Sent> {
      const creator =
        from ?? (await client.readContract({ abi: campaignAbi, address: campaign, functionName: 'creator' }))
      return callCampaign('withdraw', campaign, creator, undefined)
    },

    async refund({ campaign, donor }: { campaign: Address; donor: Address }): Promise<Sent> {
      return callCampaign('refund', campaign, donor, undefined)
    },

    /** Everything that `work` sends is mined in one block, in the order sent; throws if one of them was reverted. */
    async inOneBlock(work: () => Promise<unknown>): Promise<TransactionReceipt[]> {
      await client.setAutomine(false)
      shared = []
      creators = new Set()
      try {
        await work()
        await client.mine({ blocks: 1 })
        return await Promise.all(shared.map(successful))
      } finally {
        shared = undefined
        creators = undefined
        await client.setAutomine(true)
      }
    },

    async mine(blocks = 1): Promise<void> {
      await client.mine({ blocks })
    },

    /** Moves the clock and mines a block there. */
    async increaseTime(seconds: number): Promise<void> {
      await client.increaseTime({ seconds })
      await client.mine({ blocks: 1 })
    },

    /** Replaces the last `depth` blocks by others: empty but for the transactions given. At most 128. */
    async reorg(depth: number, transactions: ReorgTransaction[] = []): Promise<void> {
      const pairs = transactions.map(({ from, to, data, value, block }) => [
        { from, to, data: data ?? '0x', value: `0x${(value ?? 0n).toString(16)}`, gas: '0x7a120' },
        block,
      ])
      await client.request({ method: 'anvil_reorg', params: [depth, pairs] } as never)
    },

    /** What `reorg` needs to mine a transaction again. */
    async minedAgain(hash: Hash, block: number): Promise<ReorgTransaction> {
      const { from, to, input, value } = await client.getTransaction({ hash })
      if (to === null) throw new Error(`the transaction ${hash} creates a contract`)
      return { from, to, data: input, value, block }
    },

    /** A state to go back to, once, with `revert`. */
    snapshot: () => client.snapshot(),
    revert: (id: Hex) => client.revert({ id }),

    stop: () => anvil.stop(),
  }
}
