import { parseEther } from 'viem'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getDeadLetter, listDeadLetters } from '../src/broker/deadLetters.ts'
import { laneQueue } from '../src/broker/topology.ts'
import { createRpc } from '../src/chain/rpc.ts'
import { repartition } from '../src/consumer/repartition.ts'
import { backfill } from '../src/producer/backfill.ts'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { projectionRows } from './support/projectionRows.ts'
import { type Pipeline, type PipelineOptions, quietLogger, startPipeline } from './support/startPipeline.ts'
import { waitFor } from './support/waitFor.ts'
import { waitForHead } from './support/waitForHead.ts'

let chain: TestChain
let databases: TestDatabase[]
let pipelines: Pipeline[]

beforeEach(async () => {
  chain = await createTestChain()
  databases = [await createTestDatabase()]
  pipelines = []
})

afterEach(async () => {
  for (const pipeline of pipelines) await pipeline.stop()
  for (const database of databases) await database.drop()
  await chain.stop()
})

async function open(partitions: number, options: Partial<PipelineOptions> = {}): Promise<Pipeline> {
  const pipeline = await startPipeline({
    databaseUrl: databases[0]!.url,
    rpcUrls: [chain.rpcUrl],
    chainId: chain.chainId,
    factoryAddresses: [chain.factoryAddress],
    ...options,
    chain: { partitions, ...options.chain },
  })
  pipelines.push(pipeline)
  return pipeline
}

async function run(partitions: number, options: Partial<PipelineOptions> = {}): Promise<Pipeline> {
  const pipeline = await open(partitions, options)
  await pipeline.startConsumer()
  pipeline.startProducer()
  return pipeline
}

const settled = async (pipeline: Pipeline) =>
  waitForHead(
    pipeline.pool,
    (await chain.client.getBlock()) as { number: bigint; hash: string },
    pipeline.chain.partitions,
  )

async function fresh(): Promise<Record<string, string[]>> {
  const database = await createTestDatabase()
  databases.push(database)
  const pipeline = await run(1, { databaseUrl: database.url })
  await settled(pipeline)
  return projectionRows(pipeline.pool)
}

/** Campaigns in every lane, with gifts. */
async function populate(campaigns = 8): Promise<void> {
  for (let i = 0; i < campaigns; i++) {
    const { address } = await chain.createCampaign({ creator: chain.accounts[i % 5]! })
    await chain.donate({ campaign: address, donor: chain.accounts[5 + (i % 5)]!, amountWei: parseEther('0.1') })
  }
}

async function lanes(pipeline: Pipeline): Promise<{ partition: number; epoch: number; last_block: number }[]> {
  const { rows } = await pipeline.pool.query(
    'select partition, epoch, last_block from consumer_state order by partition',
  )
  return rows
}

test('a gap in one lane is filled while the others go on where they are', async () => {
  const pipeline = await run(3)
  await populate()
  await settled(pipeline)
  const before = await lanes(pipeline)
  await pipeline.stopConsumer()
  await chain.mine(1)
  const lost = laneQueue({ chainId: chain.chainId, partition: 1, partitions: 3 })
  await waitFor('the block is published', async () => (await pipeline.broker.depth(lost)) > 0)
  await pipeline.broker.purge(lost)
  await pipeline.startConsumer()
  await populate(3)
  await settled(pipeline)
  const after = await lanes(pipeline)
  expect(after[1]!.epoch).toBeGreaterThan(before[1]!.epoch)
  expect([after[0]!.epoch, after[2]!.epoch]).toEqual([before[0]!.epoch, before[2]!.epoch])
  expect(await projectionRows(pipeline.pool)).toEqual(await fresh())
})

test('a lane that must begin again with the chain does not hold the others up', async () => {
  const pipeline = await run(2)
  await populate()
  await settled(pipeline)
  const before = await lanes(pipeline)
  await pipeline.stopConsumer()
  const lane = { chainId: chain.chainId, partition: 0, partitions: 2 }
  await pipeline.broker.publish([
    {
      queue: `kindling.${chain.chainId}.control`,
      message: { v: 1, kind: 'resend', ...lane, epoch: before[0]!.epoch, afterBlock: null, afterHash: null },
    },
  ])
  await waitFor('the epoch begins', async () => (await pipeline.broker.depth(laneQueue(lane))) > 0)
  await pipeline.startConsumer()
  await settled(pipeline)
  expect((await lanes(pipeline))[1]).toEqual(before[1])
  expect(await projectionRows(pipeline.pool)).toEqual(await fresh())
})

test('a reorg while one lane is behind leaves no lane on the old fork', async () => {
  const pipeline = await run(3, { chain: { partitions: 3, blockBatchSize: 3 } })
  await populate()
  await settled(pipeline)
  const [lane] = await lanes(pipeline)
  await pipeline.broker.publish([
    {
      queue: `kindling.${chain.chainId}.control`,
      message: {
        v: 1,
        kind: 'resend',
        chainId: chain.chainId,
        partition: 0,
        partitions: 3,
        epoch: lane!.epoch,
        afterBlock: null,
        afterHash: null,
      },
    },
  ])
  await chain.reorg(6)
  await chain.mine(2)
  await populate(2)
  await settled(pipeline)
  expect(await projectionRows(pipeline.pool)).toEqual(await fresh())
})

test('lanes are divided anew by one call, with producer and consumers running, and nothing is lost', async () => {
  const one = await run(1)
  await populate()
  await settled(one)
  expect(await repartition(one.pool, chain.chainId, 3)).toMatchObject({ from: 1, to: 3 })
  expect(await one.producerEnd()).toMatchObject({ code: 'partitions_mismatch' })
  await populate(3)
  const three = await run(3)
  await settled(three)
  expect(await projectionRows(three.pool)).toEqual(await fresh())
  await three.stopProducer()
  await repartition(three.pool, chain.chainId, 2)
  const two = await run(2)
  await populate(2)
  await settled(two)
  expect(await projectionRows(two.pool)).toEqual(await fresh())
})

test('what a consumer of the old lanes still gets after a division does nothing', async () => {
  const one = await run(1)
  await populate(3)
  await settled(one)
  await one.stopProducer()
  const { rows } = await one.pool.query('select epoch, last_block, last_block_hash from consumer_state')
  const [{ epoch, last_block: block, last_block_hash: hash }] = rows
  await repartition(one.pool, chain.chainId, 2)
  const before = await lanes(one)
  const queue = laneQueue({ chainId: chain.chainId, partition: 0, partitions: 1 })
  const old = { v: 1, kind: 'rollback', chainId: chain.chainId, partition: 0, partitions: 1, seq: 0 } as const
  await one.broker.publish([
    { queue, message: { ...old, epoch: epoch + 5, toBlock: 0, toHash: hash, toTime: 0, origin: false, sinceEpoch: 0 } },
    {
      queue,
      message: { ...old, epoch: epoch + 6, toBlock: block, toHash: hash, toTime: 0, origin: true, sinceEpoch: 0 },
    },
  ])
  await waitFor('both are settled', async () => (await one.broker.depth(queue)) === 0)
  expect(await lanes(one)).toEqual(before)
})

test('a message that the database refuses goes to the dead letters, the lane waits, and a replay ends in the right rows', async () => {
  const pipeline = await run(1)
  const { address } = await chain.createCampaign()
  await settled(pipeline)
  await pipeline.pool.query('alter table contributions add constraint poison check (contributed_wei <> 666)')
  await chain.donate({ campaign: address, donor: chain.accounts[3]!, amountWei: 666n })
  await chain.donate({ campaign: address, donor: chain.accounts[4]!, amountWei: 1n })
  await waitFor('a dead letter', async () => (await listDeadLetters(pipeline.pool, 10)).length > 0)
  const [letter] = await listDeadLetters(pipeline.pool, 10)
  expect(letter).toMatchObject({ queue: `kindling.${chain.chainId}.0of1`, attempts: 5 })
  expect(letter!.reason).toMatch(/violates check constraint "poison"/)
  const { rows } = await pipeline.pool.query('select total_raised_wei from campaigns')
  expect(rows[0].total_raised_wei).toBe('0')
  await pipeline.pool.query('alter table contributions drop constraint poison')
  const again = await getDeadLetter(pipeline.pool, letter!.id)
  await pipeline.broker.republish(again!.queue, again!.body)
  await settled(pipeline)
  expect(await projectionRows(pipeline.pool)).toEqual(await fresh())
})

test('the same blocks refused again are one letter with more attempts', async () => {
  const pipeline = await run(1)
  const { address } = await chain.createCampaign()
  await settled(pipeline)
  await pipeline.pool.query('alter table contributions add constraint poison check (contributed_wei <> 666)')
  await chain.donate({ campaign: address, donor: chain.accounts[3]!, amountWei: 666n })
  await waitFor('a dead letter', async () => (await listDeadLetters(pipeline.pool, 10)).length > 0)
  const [letter] = await listDeadLetters(pipeline.pool, 10)
  await pipeline.broker.republish(letter!.queue, letter!.body)
  await waitFor('it is refused again', async () => (await listDeadLetters(pipeline.pool, 10))[0]!.attempts > 5)
  expect(await listDeadLetters(pipeline.pool, 10)).toHaveLength(1)
})

test('a chain reorganised deeper than the limit is repaired from a block on, and followed again', async () => {
  const pipeline = await run(2, { chain: { partitions: 2, maxReorgDepth: 5 } })
  await populate(6)
  await settled(pipeline)
  await chain.reorg(9)
  await chain.mine(2)
  expect(await pipeline.producerEnd()).toMatchObject({ code: 'reorg_too_deep' })
  const reached = await backfill({
    chain: pipeline.chain,
    rpc: createRpc([chain.rpcUrl], { chainId: chain.chainId }),
    broker: pipeline.broker,
    pool: pipeline.pool,
    databaseUrl: databases[0]!.url,
    logger: quietLogger,
    signal: new AbortController().signal,
    fromBlock: 1,
  })
  expect(reached).toBe(Number(await chain.client.getBlockNumber()))
  const { rows } = await pipeline.pool.query('select halted_reason from sync_state')
  expect(rows[0].halted_reason).toBeNull()
  pipeline.startProducer()
  await populate(2)
  await settled(pipeline)
  expect(await projectionRows(pipeline.pool)).toEqual(await fresh())
})

test('a backfill beside a running producer is done by that one', async () => {
  const pipeline = await run(2)
  await populate()
  await settled(pipeline)
  const reached = await backfill({
    chain: pipeline.chain,
    rpc: createRpc([chain.rpcUrl], { chainId: chain.chainId }),
    broker: pipeline.broker,
    pool: pipeline.pool,
    databaseUrl: databases[0]!.url,
    logger: quietLogger,
    signal: new AbortController().signal,
    fromBlock: 3,
  })
  expect(reached).toBe(Number(await chain.client.getBlockNumber()))
  await settled(pipeline)
  expect(await projectionRows(pipeline.pool)).toEqual(await fresh())
  const { rows } = await pipeline.pool.query('select count(*) as removed from events where removed')
  expect(rows[0].removed).toBe(0)
})

test('a database begun anew beside a broker that remembers another index is not confused by it', async () => {
  const pipeline = await run(1)
  await populate(2)
  await settled(pipeline)
  await pipeline.stopProducer()
  await pipeline.stopConsumer()
  await pipeline.pool.query('delete from sync_state')
  await pipeline.pool.query('update consumer_state set epoch = 40')
  await pipeline.broker.publish([
    {
      queue: laneQueue({ chainId: chain.chainId, partition: 0, partitions: 1 }),
      message: {
        v: 1,
        kind: 'rollback',
        chainId: chain.chainId,
        partition: 0,
        partitions: 1,
        epoch: 90,
        seq: 0,
        toBlock: 0,
        toHash: `0x${'ab'.repeat(32)}`,
        toTime: 0,
        origin: true,
        sinceEpoch: 0,
      },
    },
  ])
  pipeline.startProducer()
  await pipeline.startConsumer()
  // Until then the lane still stands at the head where it stood before.
  await waitFor('an epoch begins', async () => (await lanes(pipeline))[0]!.epoch > 40)
  await settled(pipeline)
  expect(await projectionRows(pipeline.pool)).toEqual(await fresh())
})
