import { afterEach, beforeEach, expect, test } from 'vitest'
import { laneQueue } from '../src/broker/topology.ts'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { projectionRows } from './support/projectionRows.ts'
import { type Pipeline, startPipeline } from './support/startPipeline.ts'
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

async function open(): Promise<Pipeline> {
  const pipeline = await startPipeline({
    databaseUrl: database.url,
    rpcUrls: [chain.rpcUrl],
    chainId: chain.chainId,
    factoryAddresses: [chain.factoryAddress],
    // So that what was given lies in several messages.
    chain: { blockBatchSize: 2 },
  })
  pipelines.push(pipeline)
  return pipeline
}

const queue = () => laneQueue({ chainId: chain.chainId, partition: 0, partitions: 1 })
const settled = async (pipeline: Pipeline) =>
  waitForHead(pipeline.pool, (await chain.client.getBlock()) as { number: bigint; hash: string })
const deadLetters = async (pipeline: Pipeline) =>
  (await pipeline.pool.query('select queue, body, reason from dead_letters order by id')).rows

async function give(): Promise<void> {
  const { address } = await chain.createCampaign()
  for (let i = 1; i <= 8; i++)
    await chain.donate({ campaign: address, donor: chain.accounts[i]!, amountWei: BigInt(i) })
}

/** Published and waiting; the producer is gone. */
async function published(): Promise<{ pipeline: Pipeline; bodies: string[] }> {
  const pipeline = await open()
  await give()
  pipeline.startProducer()
  const head = Number(await chain.client.getBlockNumber({ cacheTime: 0 }))
  await waitFor('all is published', async () => {
    const { rows } = await pipeline.pool.query('select last_block from sync_state')
    return rows[0]?.last_block === head
  })
  await pipeline.stopProducer()
  const { rows } = await pipeline.pool.query('select body from broker_messages where queue = $1 order by id', [queue()])
  return { pipeline, bodies: rows.map((row) => row.body) }
}

async function expectTotals(pipeline: Pipeline): Promise<void> {
  await settled(pipeline)
  const { rows } = await pipeline.pool.query('select campaigns_count, donations_count, raised_wei from platform_totals')
  expect(rows).toEqual([{ campaigns_count: 1, donations_count: 8, raised_wei: '36' }])
}

async function deliver(pipeline: Pipeline, bodies: string[]): Promise<void> {
  await pipeline.broker.purge(queue())
  for (const body of bodies) await pipeline.broker.republish(queue(), body)
  await pipeline.startConsumer()
}

test('every message twice, and all of them once more: each counts once', async () => {
  const { pipeline, bodies } = await published()
  expect(bodies.length).toBeGreaterThan(3)
  await deliver(pipeline, [...bodies.flatMap((body) => [body, body]), ...bodies])
  await waitFor('all is settled', async () => (await pipeline.broker.depth(queue())) === 0)
  await expectTotals(pipeline)
})

test.each([
  ['out of order', (bodies: string[]) => bodies.toReversed()],
  ['with one lost', (bodies: string[]) => bodies.toSpliced(2, 1)],
  ['without the first', (bodies: string[]) => bodies.slice(1)],
  ['with one late', (bodies: string[]) => [...bodies.toSpliced(1, 1), bodies[1]!]],
])('messages %s: nothing wrong is applied, and what is missing is sent again', async (_, disturb) => {
  const { pipeline, bodies } = await published()
  await deliver(pipeline, disturb(bodies))
  pipeline.startProducer()
  await expectTotals(pipeline)
  expect(await deadLetters(pipeline)).toEqual([])
})

test('a message of a chain that is not followed goes to the dead letters, and the lane goes on', async () => {
  const { pipeline, bodies } = await published()
  const foreign = JSON.stringify({ ...JSON.parse(bodies[0]!), chainId: 4_242 })
  await deliver(pipeline, [foreign, ...bodies])
  await expectTotals(pipeline)
  expect(await deadLetters(pipeline)).toEqual([
    { queue: queue(), body: foreign, reason: expect.stringMatching(/[Cc]hain 4242/) },
  ])
})

test('a message that says what its schema forbids goes to the dead letters with the place named', async () => {
  const { pipeline, bodies } = await published()
  const withEvents = bodies.map((body) => JSON.parse(body)).find((message) => message.events?.length > 0)
  withEvents.events[0].amountWei = '1.5'
  await deliver(pipeline, [JSON.stringify(withEvents), ...bodies])
  await expectTotals(pipeline)
  const [letter] = await deadLetters(pipeline)
  expect(letter.reason).toMatch(/malformed at /)
})

test('of two consumers of a lane one stands by, and takes over when the other ends', async () => {
  const first = await open()
  await first.startConsumer()
  first.startProducer()
  const { address } = await chain.createCampaign()
  await settled(first)
  const second = await open()
  await second.startConsumer()
  await first.stopConsumer()
  await chain.donate({ campaign: address, donor: chain.accounts[3]!, amountWei: 5n })
  await settled(second)
  const rows = await projectionRows(second.pool)
  expect(rows['contributions']).toHaveLength(1)
})
