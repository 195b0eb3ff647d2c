import { createHash } from 'node:crypto'
import { campaignFactoryBytecode } from '@kindling/contracts'
import { type CompiledContract, compileContracts } from '@kindling/contracts/testing'
import { CID } from 'multiformats/cid'
import { create as createDigest } from 'multiformats/hashes/digest'
import { encodeFunctionData, type Hex, parseEther, toHex } from 'viem'
import { anvilRpc } from '../../server/src/embedded/anvilRpc.ts'

/**
 * The history that indexing is measured on: 500 campaigns by as many creators, 50,000 donations by 1,200 donors. Each
 * block holds one transaction. Blocks lie far apart, as donations to one campaign do in life: most fall into an hour
 * of their own, so that the rollup by hour has nearly as many rows as there are donations.
 */
export const history = {
  genesisTs: 1_735_689_600,
  blockSeconds: 900,
  wallets: 1_200,
  walletsPerBlock: 240,
  campaigns: 500,
  campaignsPerBlock: 10,
  donations: 50_000,
  donationsPerBlock: 20,
  maxDonationWei: parseEther('0.1'),
  deadlineTs: 4_102_444_800n,
  depositWei: parseEther('9000'),
} as const

const RAW = 0x55
const SHA2_256 = 0x12
const GAS_PER_TRANSACTION = 30_000_000

/** Everything that the history follows from: another key, another chain. */
export async function historyKey(): Promise<string> {
  const { BulkDonor } = await compileContracts()
  const parts = [history, campaignFactoryBytecode, BulkDonor.bytecode]
  const text = JSON.stringify(parts, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

export interface WrittenHistory {
  factoryAddress: Hex
  bulkDonorAddress: Hex
}

/** Writes the history to an empty chain, transaction after transaction. */
export async function writeHistory(
  rpcUrl: string,
  onBlock: (done: number, all: number) => void,
): Promise<WrittenHistory> {
  const { BulkDonor } = await compileContracts()
  const [from] = await anvilRpc<Hex[]>(rpcUrl, 'eth_accounts')
  await anvilRpc(rpcUrl, 'anvil_setBlockTimestampInterval', [history.blockSeconds])
  const batches = history.campaigns / history.campaignsPerBlock
  const donationBlocks = history.donations / history.donationsPerBlock
  const walletBlocks = history.wallets / history.walletsPerBlock
  const all = 2 + walletBlocks + batches + donationBlocks
  let done = 0

  async function send(transaction: { to?: Hex; data: Hex; value?: Hex }): Promise<{ contractAddress: Hex }> {
    const receipt = await anvilRpc<{ status: Hex; contractAddress: Hex }>(rpcUrl, 'eth_sendTransactionSync', [
      { from, gas: toHex(GAS_PER_TRANSACTION), ...transaction },
    ])
    if (receipt.status !== '0x1') throw new Error(`Transaction ${done + 1} of the history was reverted.`)
    onBlock(++done, all)
    return receipt
  }

  const factory = await send({ data: campaignFactoryBytecode })
  const bulkDonor = await send({ data: BulkDonor.bytecode, value: toHex(history.depositWei) })
  const call = (functionName: string, args: unknown[]) =>
    send({ to: bulkDonor.contractAddress, data: encodeCall(BulkDonor, functionName, args) })

  for (let n = 0; n < walletBlocks; n++) await call('spawnWallets', [BigInt(history.walletsPerBlock)])
  for (let batch = 0; batch < batches; batch++) {
    const goalWei = parseEther(String(batch + 1))
    const cids = Array.from({ length: history.campaignsPerBlock }, (_, n) =>
      cidOf(batch * history.campaignsPerBlock + n),
    )
    await call('createCampaigns', [factory.contractAddress, goalWei, history.deadlineTs, cids])
    for (let n = 0; n < donationBlocks / batches; n++) {
      const seed = BigInt((batch * donationBlocks) / batches + n)
      await call('donate', [seed, BigInt(history.donationsPerBlock), history.maxDonationWei])
    }
  }
  return { factoryAddress: factory.contractAddress, bulkDonorAddress: bulkDonor.contractAddress }
}

function encodeCall({ abi }: CompiledContract, functionName: string, args: unknown[]): Hex {
  return encodeFunctionData({ abi, functionName, args })
}

/** Of a document that nobody has: as long as those of real campaigns. */
function cidOf(campaign: number): string {
  const hash = createHash('sha256').update(`bench campaign ${campaign}`).digest()
  return CID.createV1(RAW, createDigest(SHA2_256, hash)).toString()
}
