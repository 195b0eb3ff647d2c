import { campaignAbi, campaignFactoryAbi } from '@kindling/contracts'
import { type CompiledContract, compileContracts } from '@kindling/contracts/testing'
import { type Address, type Hash, type Hex, parseEther } from 'viem'
import type { Random } from '../../src/demo/random.ts'
import type { TestChain } from '../support/createTestChain.ts'

interface KnownCampaign {
  address: Address
  creator: Address
  deadlineTs: bigint
}

export type World = ReturnType<typeof createWorld> extends Promise<infer W> ? W : never

const PLAYERS = 12
const REORG_LIMIT = 32

/** A seeded history on a real chain: campaigns, gifts, withdrawals, refunds, impostors, reorgs. */
export async function createWorld(chain: TestChain, random: Random) {
  const { client } = chain
  const players = chain.accounts.slice(0, PLAYERS)
  const impostor = await deploy(chain, (await compileContracts()).FakeCampaign)
  /** Every campaign there ever was; a reorg may take one away and a later one bring it back. */
  const campaigns: KnownCampaign[] = []
  let standing: KnownCampaign[] = []
  let recent: Hash[] = []
  let snapshot: { id: Hex; block: number } | undefined
  const counts: Record<string, number> = {}

  /** What the contract refuses is part of the history too: nothing happens. */
  async function attempt(name: string, act: () => Promise<{ hash: Hash }>): Promise<void> {
    try {
      recent.push((await act()).hash)
      recent = recent.slice(-40)
      counts[name] = (counts[name] ?? 0) + 1
    } catch (error) {
      if (!/revert|gas/i.test(String(error))) throw error
      counts[`${name} refused`] = (counts[`${name} refused`] ?? 0) + 1
    }
  }

  async function create(): Promise<void> {
    const creator = random.pick(players)
    const huge = random.chance(0.05)
    const goalWei = huge ? 2n ** 256n - 1n : parseEther(String(random.int(1, 40))) / 4n
    const deadlineTs = huge ? 2n ** 256n - 1n : (await chain.now()) + BigInt(random.int(600, 40_000))
    const cid = random.pick([
      'bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy',
      'not-a-cid',
      'nul\0inside',
      'x'.repeat(300),
    ])
    await attempt('create', async () => {
      const created = await chain.createCampaign({ creator, goalWei, deadlineTs, cid })
      const campaign = { address: created.address, creator, deadlineTs }
      campaigns.push(campaign)
      standing.push(campaign)
      return created
    })
  }

  async function donate(): Promise<void> {
    if (standing.length === 0) return create()
    const { address } = random.pick(standing)
    const amountWei = random.chance(0.1) ? 1n : parseEther(String(random.int(1, 300))) / 100n
    await attempt('donate', () => chain.donate({ campaign: address, donor: random.pick(players), amountWei }))
  }

  /** Someone whom no factory vouches for says the same things. */
  async function impersonate(): Promise<void> {
    const victim = standing.length > 0 ? random.pick(standing).address : players[0]!
    const [player] = players
    const abi = impostor.abi
    const calls = [
      { functionName: 'emitDonationReceived', args: [victim, player, 10n ** 20n, 10n ** 20n, 1n] },
      {
        functionName: 'emitCampaignCreated',
        args: [chain.factoryAddress, impostor.address, player, 1n, 2n ** 40n, 'fake'],
      },
      { functionName: 'emitWithdrawn', args: [victim, player, 1n, 1n] },
      { functionName: 'emitRefunded', args: [victim, player, 1n, 1n] },
    ]
    const call = random.pick(calls)
    await attempt('impostor', async () => ({
      hash: await client.writeContract({ abi, address: impostor.address, account: player!, ...call } as never),
    }))
  }

  async function reorg(): Promise<void> {
    const head = Number(await client.getBlockNumber({ cacheTime: 0 }))
    // Mostly shallow, as in the world; sometimes as deep as the limit.
    const deepest = random.pick([2, 2, 3, 5, 8, REORG_LIMIT])
    const depth = random.int(1, Math.max(1, Math.min(deepest, head - 3)))
    const again = []
    for (const hash of recent) {
      if (!random.chance(0.5)) continue
      const transaction = await client.getTransaction({ hash }).catch(() => null)
      if (!transaction?.blockNumber || Number(transaction.blockNumber) <= head - depth) continue
      again.push(await chain.minedAgain(hash, random.int(0, depth - 1)))
    }
    again.sort((a, b) => a.block - b.block)
    await chain.reorg(depth, again)
    forgetSnapshotAbove(head - depth)
    await lookAround()
    counts['reorg'] = (counts['reorg'] ?? 0) + 1
    // A reorg is only seen as the canonical chain once something is built on it.
    if (random.chance(0.7)) await chain.mine(random.int(1, 3))
  }

  async function lookAround(): Promise<void> {
    const codes = await Promise.all(campaigns.map(({ address }) => client.getCode({ address })))
    standing = campaigns.filter((_, index) => codes[index])
  }

  /** anvil loses its way when a state is restored below which it has reorganised meanwhile. */
  function forgetSnapshotAbove(block: number): void {
    if (snapshot && snapshot.block > block) snapshot = undefined
  }

  async function goBack(): Promise<void> {
    if (snapshot === undefined) {
      snapshot = { block: Number(await client.getBlockNumber({ cacheTime: 0 })), id: await chain.snapshot() }
      return
    }
    await chain.revert(snapshot.id)
    snapshot = undefined
    counts['back to an earlier fork'] = (counts['back to an earlier fork'] ?? 0) + 1
    await lookAround()
    await chain.mine(random.int(1, 4))
  }

  async function later(): Promise<void> {
    await chain.increaseTime(random.int(60, 12_000))
    counts['later'] = (counts['later'] ?? 0) + 1
  }

  const step: [number, () => Promise<void>][] = [
    [0.14, create],
    [0.44, donate],
    [
      0.07,
      () =>
        standing.length ? attempt('withdraw', () => chain.withdraw({ campaign: pickCampaign().address })) : create(),
    ],
    [
      0.1,
      () =>
        standing.length
          ? attempt('refund', () => chain.refund({ campaign: pickCampaign().address, donor: random.pick(players) }))
          : create(),
    ],
    [0.05, impersonate],
    [0.05, () => chain.mine(random.int(1, 5))],
    [0.05, later],
    [0.07, reorg],
    [0.03, goBack],
  ]
  const pickCampaign = () => random.pick(standing)

  return {
    counts,
    /** One random act. */
    async step(): Promise<void> {
      let draw = random.next() * step.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, act] of step) {
        draw -= weight
        if (draw <= 0) return act()
      }
    },
    /** What the contracts themselves hold, by the factory's own list. */
    async contractState() {
      const addresses = await client.readContract({
        abi: campaignFactoryAbi,
        address: chain.factoryAddress,
        functionName: 'getCampaigns',
      })
      return Promise.all(
        addresses.map(async (address) => {
          const read = (functionName: 'totalRaised' | 'withdrawn') =>
            client.readContract({ abi: campaignAbi, address, functionName })
          const [raised, withdrawn, balance] = await Promise.all([
            read('totalRaised'),
            read('withdrawn'),
            client.getBalance({ address }),
          ])
          return { address: address.toLowerCase(), raised: String(raised), withdrawn, balance: String(balance) }
        }),
      )
    },
  }
}

async function deploy(
  chain: TestChain,
  artifact: CompiledContract,
): Promise<{ address: Address; abi: CompiledContract['abi'] }> {
  const hash = await chain.client.deployContract({
    abi: artifact.abi,
    bytecode: artifact.bytecode,
    account: chain.accounts[0]!,
  } as never)
  const receipt = await chain.client.waitForTransactionReceipt({ hash })
  return { address: receipt.contractAddress!, abi: artifact.abi }
}
