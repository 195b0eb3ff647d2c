import {
  type Address,
  encodeDeployData,
  encodeFunctionData,
  getAddress,
  maxUint256,
  parseEther,
  parseEventLogs,
} from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CompiledContracts, compileContracts } from '../scripts/compileContracts.ts'
import { campaignAbi, campaignFactoryAbi } from '../src/index.ts'
import { deployFactory, exampleCid } from './deployFactory.ts'
import { startTestChain, type TestChain } from './startTestChain.ts'

let contracts: CompiledContracts
let chain: TestChain

beforeAll(async () => {
  contracts = await compileContracts()
  chain = await startTestChain()
}, 60_000)
afterAll(() => chain?.stop())

async function deployBulkDonor(value: bigint) {
  const { abi, bytecode } = contracts.BulkDonor
  const from = chain.accounts[0] as Address
  const { receipt } = await chain.send({ from, value, data: encodeDeployData({ abi, bytecode, args: [] }) })
  const to = getAddress(receipt.contractAddress as Address)
  return (functionName: string, args: unknown[]) =>
    chain.send({ from, to, data: encodeFunctionData({ abi, functionName, args }) })
}

test('many wallets create many campaigns and give to them, each in its own name', async () => {
  const kindling = await deployFactory(chain)
  const bulkDonor = await deployBulkDonor(parseEther('1000'))
  await bulkDonor('spawnWallets', [20n])
  await bulkDonor('createCampaigns', [kindling.factory, parseEther('5'), maxUint256, Array(30).fill(exampleCid)])
  const outcome = await bulkDonor('donate', [7n, 200n, parseEther('1')])
  expect(outcome.revertedWith).toBeUndefined()

  const donations = parseEventLogs({ abi: campaignAbi, eventName: 'DonationReceived', logs: outcome.receipt.logs })
  expect(donations).toHaveLength(200)
  expect(new Set(donations.map(({ args }) => args.donor)).size).toBe(20)
  expect(new Set(donations.map(({ args }) => args.campaign)).size).toBe(30)
  const contract = { address: kindling.factory, abi: campaignFactoryAbi } as const
  const campaigns = await chain.client.readContract({ ...contract, functionName: 'getCampaigns' })
  const creators = await Promise.all(campaigns.map(async (each) => (await kindling.getSummary(each)).creator))
  expect(new Set(creators).size).toBe(20)
})

test('the same seed gives the same donations', async () => {
  const amounts = async () => {
    const kindling = await deployFactory(chain)
    const bulkDonor = await deployBulkDonor(parseEther('1000'))
    await bulkDonor('spawnWallets', [3n])
    await bulkDonor('createCampaigns', [kindling.factory, 1n, maxUint256, [exampleCid]])
    const { receipt } = await bulkDonor('donate', [42n, 10n, parseEther('1')])
    const donations = parseEventLogs({ abi: campaignAbi, eventName: 'DonationReceived', logs: receipt.logs })
    return donations.map(({ args }) => args.amount)
  }
  expect(await amounts()).toEqual(await amounts())
})
