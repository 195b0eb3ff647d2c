import {
  type Address,
  encodeDeployData,
  encodeFunctionData,
  getAddress,
  maxUint256,
  pad,
  parseEventLogs,
  zeroAddress,
} from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CompiledContract, compileContracts } from '../scripts/compileContracts.ts'
import { campaignAbi, campaignFactoryAbi, eventTopics } from '../src/index.ts'
import { startTestChain, type TestChain } from './startTestChain.ts'

let fake: CompiledContract
let chain: TestChain
let address: Address
let from: Address
let other: Address

beforeAll(async () => {
  fake = (await compileContracts()).FakeCampaign
  chain = await startTestChain()
  ;[from, other] = chain.accounts as [Address, Address]
  const { receipt } = await chain.send({ from, data: encodeDeployData({ ...fake, args: [] }) })
  address = getAddress(receipt.contractAddress as Address)
}, 60_000)
afterAll(() => chain?.stop())

const emit = async (functionName: string, args: unknown[]) =>
  (await chain.send({ from, to: address, data: encodeFunctionData({ abi: fake.abi, functionName, args }) })).receipt
    .logs

test('a contract nobody vouches for emits every event with any arguments', async () => {
  const cid = 'not a CID'
  const logs = [
    await emit('emitCampaignCreated', [other, zeroAddress, from, 0n, maxUint256, cid]),
    await emit('emitDonationReceived', [other, from, maxUint256, 1n, 2n]),
    await emit('emitWithdrawn', [other, from, maxUint256, 3n]),
    await emit('emitRefunded', [other, from, maxUint256, 4n]),
  ].flat()
  expect(parseEventLogs({ abi: [...campaignFactoryAbi, ...campaignAbi], logs })).toMatchObject([
    {
      eventName: 'CampaignCreated',
      args: { factory: other, campaign: zeroAddress, creator: from, goal: 0n, deadline: maxUint256, cid },
    },
    {
      eventName: 'DonationReceived',
      args: { campaign: other, donor: from, amount: maxUint256, newTotalRaised: 1n, timestamp: 2n },
    },
    { eventName: 'Withdrawn', args: { campaign: other, creator: from, amount: maxUint256, timestamp: 3n } },
    { eventName: 'Refunded', args: { campaign: other, donor: from, amount: maxUint256, timestamp: 4n } },
  ])
})

test.each([0, 1, 2, 3, 4])('a log with %i topics can be emitted', async (count) => {
  const topics = [eventTopics.Refunded, pad('0x01'), pad('0x02'), pad('0x03')].slice(0, count)
  const [log] = await emit('emitRaw', [topics, '0xc0ffee'])
  expect(log).toMatchObject({ topics, data: '0xc0ffee' })
})
