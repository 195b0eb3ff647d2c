import { keccak256 } from 'viem'
import { expect, test } from 'vitest'
import { createTestChain } from '../../test/support/createTestChain.ts'
import { eventTopics } from './decodeLog.ts'
import { createEndpoint } from './endpoint.ts'
import { mayHoldEvents, topicHashes } from './mayHoldEvents.ts'
import { readBlock } from './readBlock.ts'

test('the bloom of a block with an event says so, that of an empty block does not', async () => {
  const chain = await createTestChain()
  const endpoint = createEndpoint(chain.rpcUrl, { timeoutMs: 5_000 })
  const { receipt } = await chain.createCampaign()
  await chain.mine(1)
  const created = Number(receipt!.blockNumber)
  expect(mayHoldEvents((await readBlock(endpoint, created))!.logsBloom!)).toBe(true)
  expect(mayHoldEvents((await readBlock(endpoint, created + 1))!.logsBloom!)).toBe(false)
  await chain.stop()
})

test('the hashes are those of our topics', () => {
  expect(topicHashes).toEqual(eventTopics.map((topic) => keccak256(topic as `0x${string}`).slice(2, 14)))
})
