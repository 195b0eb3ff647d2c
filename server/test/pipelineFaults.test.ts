import { parseEther } from 'viem'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRandom } from '../src/demo/random.ts'
import { startFaultyRpc } from './simulation/faultyRpc.ts'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { projectionRows } from './support/projectionRows.ts'
import { type Pipeline, type PipelineOptions, startPipeline } from './support/startPipeline.ts'
import { waitFor } from './support/waitFor.ts'
import { waitForHead } from './support/waitForHead.ts'

let chain: TestChain
let database: TestDatabase
let pipelines: Pipeline[]

beforeEach(async () => {
  chain = await createTestChain()
  database = await createTestDatabase()
  pipelines = []
})

afterEach(async () => {
  for (const pipeline of pipelines) await pipeline.stop()
  await database.drop()
  await chain.stop()
})

async function open(options: Partial<PipelineOptions> = {}): Promise<Pipeline> {
  const pipeline = await startPipeline({
    databaseUrl: database.url,
    rpcUrls: [chain.rpcUrl],
    chainId: chain.chainId,
    factoryAddresses: [chain.factoryAddress],
    ...options,
  })
  pipelines.push(pipeline)
  return pipeline
}

async function run(options: Partial<PipelineOptions> = {}): Promise<Pipeline> {
  const pipeline = await open(options)
  await pipeline.startConsumer()
  pipeline.startProducer()
  return pipeline
}

const head = async () => (await chain.client.getBlock()) as { number: bigint; hash: string }
const settled = async (pipeline: Pipeline) => waitForHead(pipeline.pool, await head(), pipeline.chain.partitions)

test('a reorg deeper than the limit stops the indexer, which says so and leaves the tables as they were', async () => {
  const pipeline = await run({ chain: { maxReorgDepth: 5 } })
  await chain.createCampaign()
  await chain.mine(10)
  await settled(pipeline)
  const before = await projectionRows(pipeline.pool)
  await chain.reorg(8)
  await chain.mine(2)
  const error = await pipeline.producerEnd()
  expect(error).toMatchObject({ code: 'reorg_too_deep' })
  const { rows } = await pipeline.pool.query('select halted_reason from sync_state')
  expect(rows[0].halted_reason).toMatch(/reorganised more than 5 blocks/)
  expect(await projectionRows(pipeline.pool)).toEqual(before)
})

test('a reorg while the indexer is down is found at its start', async () => {
  const pipeline = await run()
  const { address } = await chain.createCampaign()
  await settled(pipeline)
  await pipeline.stopProducer()
  await chain.donate({ campaign: address, donor: chain.accounts[3]!, amountWei: 5n })
  await chain.reorg(2)
  await chain.mine(4)
  pipeline.startProducer()
  await settled(pipeline)
  const { rows } = await pipeline.pool.query('select count(*) as count from campaigns')
  expect(rows[0].count).toBe(0)
})

test('two reorgs in a row, and back to the first fork: the tables follow', async () => {
  const pipeline = await run()
  const { address } = await chain.createCampaign()
  await chain.donate({ campaign: address, donor: chain.accounts[3]!, amountWei: 7n })
  await settled(pipeline)
  const before = await projectionRows(pipeline.pool)
  const fork = await chain.snapshot()
  await chain.donate({ campaign: address, donor: chain.accounts[4]!, amountWei: 9n })
  await settled(pipeline)
  await chain.reorg(1)
  await chain.mine(1)
  await settled(pipeline)
  await chain.revert(fork)
  await chain.mine(3)
  await settled(pipeline)
  expect(await projectionRows(pipeline.pool)).toEqual(before)
})

test('a goal and a deadline of 2^256 - 1 are indexed exactly', async () => {
  const pipeline = await run()
  const huge = 2n ** 256n - 1n
  await chain.createCampaign({ goalWei: huge, deadlineTs: huge, cid: 'x'.repeat(10_000) })
  await settled(pipeline)
  const { rows } = await pipeline.pool.query(
    'select goal_wei, deadline_ts, progress_percent, length(cid) as length from campaigns',
  )
  expect(rows[0]).toMatchObject({ goal_wei: huge.toString(), deadline_ts: huge.toString(), length: 10_000 })
})

test('a factory that is not configured creates nothing', async () => {
  const other = await chain.deployFactory()
  const pipeline = await run()
  const { address } = await chain.createCampaign({ factoryAddress: other.address })
  await chain.donate({ campaign: address, donor: chain.accounts[3]!, amountWei: parseEther('1') })
  await settled(pipeline)
  expect(Object.values(await projectionRows(pipeline.pool)).flat()).toEqual([])
})

test('a purged queue on a quiet chain heals by itself', async () => {
  const pipeline = await open()
  await chain.createCampaign()
  pipeline.startProducer()
  await waitFor(
    'messages are published',
    async () => (await pipeline.broker.depth(`kindling.${chain.chainId}.0of1`)) > 0,
  )
  await pipeline.stopProducer()
  await pipeline.pool.query('delete from broker_messages')
  await pipeline.startConsumer()
  pipeline.startProducer()
  await settled(pipeline)
  const { rows } = await pipeline.pool.query('select count(*) as count from campaigns')
  expect(rows[0].count).toBe(1)
})

test('two producers of one chain: the second stands by, and takes over when the first ends', async () => {
  const first = await run()
  await chain.createCampaign()
  await settled(first)
  const second = await open()
  second.startProducer()
  await chain.mine(3)
  await settled(first)
  const epoch = await first.pool.query('select epoch from sync_state')
  expect(epoch.rows[0].epoch).toBe(1)
  await first.stopProducer()
  await chain.createCampaign()
  await settled(first)
  const later = await first.pool.query('select epoch from sync_state')
  expect(later.rows[0].epoch).toBe(2)
})

test('a malformed message, and one of a newer version, go to the dead letters; the lane goes on', async () => {
  const pipeline = await run()
  await settled(pipeline)
  const queue = `kindling.${chain.chainId}.0of1`
  await pipeline.pool.query(
    `insert into broker_messages (queue, body) values ($1, 'rubbish'), ($1, '{"v":2}'), ($1, '{"v":1,"kind":"blocks"}')`,
    [queue],
  )
  await chain.createCampaign()
  await settled(pipeline)
  const { rows } = await pipeline.pool.query('select body, reason from dead_letters order by id')
  expect(rows.map((row) => row.body)).toEqual(['rubbish', '{"v":2}', '{"v":1,"kind":"blocks"}'])
  expect(rows[1].reason).toMatch(/version 2/)
})

test.each([
  'too many results',
  'rate limited',
  'server error',
  'not json',
  'cut off',
  'reset',
  'behind',
  'null block',
  'duplicate logs',
  'shuffled logs',
] as const)('an endpoint with "%s" every other time delays the index and harms nothing', async (fault) => {
  const rpc = await startFaultyRpc(chain.rpcUrl, createRandom(fault), 0.4)
  rpc.faults = [fault]
  const { address } = await chain.createCampaign()
  for (let i = 1; i <= 5; i++)
    await chain.donate({ campaign: address, donor: chain.accounts[i]!, amountWei: BigInt(i) })
  const pipeline = await run({ rpcUrls: [rpc.url] })
  await settled(pipeline)
  const { rows } = await pipeline.pool.query('select total_raised_wei, donations_count from campaigns')
  expect(rows).toEqual([{ total_raised_wei: '15', donations_count: 5 }])
  await rpc.close()
})

test('an endpoint of another chain ends the producer with a sentence', async () => {
  const rpc = await startFaultyRpc(chain.rpcUrl, createRandom('x'), 1)
  rpc.faults = ['wrong chain']
  const pipeline = await run({ rpcUrls: [rpc.url] })
  expect(await pipeline.producerEnd()).toMatchObject({ code: 'rpc_wrong_chain' })
  await rpc.close()
})
