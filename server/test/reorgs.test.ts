import type { Hash } from 'viem'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FollowedChain } from '../src/producer/followChain.ts'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { projectionRows } from './support/projectionRows.ts'
import { type Pipeline, startPipeline } from './support/startPipeline.ts'
import { waitFor } from './support/waitFor.ts'
import { waitForHead } from './support/waitForHead.ts'

const LIMIT = 12

let chain: TestChain
let databases: TestDatabase[]
let pipelines: Pipeline[]

beforeEach(async () => {
  chain = await createTestChain()
  databases = []
  pipelines = []
})

afterEach(async () => {
  for (const pipeline of pipelines) await pipeline.stop()
  for (const database of databases) await database.drop()
  await chain.stop()
})

async function open(over: Partial<FollowedChain> = {}): Promise<Pipeline> {
  const database = await createTestDatabase()
  databases.push(database)
  const pipeline = await startPipeline({
    databaseUrl: database.url,
    rpcUrls: [chain.rpcUrl],
    chainId: chain.chainId,
    factoryAddresses: [chain.factoryAddress],
    chain: { maxReorgDepth: LIMIT, ...over },
  })
  pipelines.push(pipeline)
  return pipeline
}

async function run(over: Partial<FollowedChain> = {}): Promise<Pipeline> {
  const pipeline = await open(over)
  await pipeline.startConsumer()
  pipeline.startProducer()
  return pipeline
}

const settled = async (pipeline: Pipeline) =>
  waitForHead(pipeline.pool, (await chain.client.getBlock()) as { number: bigint; hash: string })

/** The tables are those of an index that never saw the other fork. */
async function expectFresh(pipeline: Pipeline): Promise<void> {
  await settled(pipeline)
  const fresh = await run()
  await settled(fresh)
  expect(await projectionRows(pipeline.pool)).toEqual(await projectionRows(fresh.pool))
}

/** A campaign, and blocks with a gift each. */
async function give(gifts: number): Promise<Hash[]> {
  const { address } = await chain.createCampaign()
  const hashes: Hash[] = []
  for (let i = 0; i < gifts; i++) {
    const { hash } = await chain.donate({
      campaign: address,
      donor: chain.accounts[1 + (i % 9)]!,
      amountWei: BigInt(1 + i),
    })
    hashes.push(hash)
  }
  return hashes
}

test.each([1, 2, 5, LIMIT])('a reorg %i deep is followed, and only what it took is taken back', async (depth) => {
  const pipeline = await run()
  await give(LIMIT + 3)
  await settled(pipeline)
  await chain.reorg(depth)
  await chain.mine(1)
  await expectFresh(pipeline)
  const { rows } = await pipeline.pool.query('select count(*) as count from events where removed')
  expect(rows[0].count).toBe(depth)
})

test('a reorg across the edges of batches is followed', async () => {
  const pipeline = await run({ blockBatchSize: 3 })
  await give(10)
  await settled(pipeline)
  await chain.reorg(7)
  await chain.mine(2)
  await expectFresh(pipeline)
})

test('a reorg in the midst of a backfill leaves nothing of the old fork', async () => {
  await give(14)
  const pipeline = await open({ blockBatchSize: 2 })
  pipeline.startProducer()
  const lane = `kindling.${chain.chainId}.0of1`
  await waitFor('it is under way', async () => (await pipeline.broker.depth(lane)) > 1)
  await chain.reorg(10)
  await pipeline.startConsumer()
  await chain.mine(1)
  await expectFresh(pipeline)
})

test('a transaction mined again in another block, at another place in it, counts once', async () => {
  const pipeline = await run()
  const [first, second] = (await give(2)) as [Hash, Hash]
  await settled(pipeline)
  const logIndexOf = async (hash: Hash) => {
    const { rows } = await pipeline.pool.query(
      'select log_index, block_number from events where tx_hash = $1 and not removed',
      [hash],
    )
    return rows.map((row) => `${row.block_number}:${row.log_index}`)
  }
  const before = [await logIndexOf(first), await logIndexOf(second)]
  const again = [await chain.minedAgain(second, 1), await chain.minedAgain(first, 1)]
  await chain.reorg(2, again)
  await chain.mine(1)
  await settled(pipeline)
  const { rows } = await pipeline.pool.query(
    `select account_address, amount_wei, removed from events where event_name = 'DonationReceived' order by removed, amount_wei`,
  )
  expect(rows.map(({ amount_wei, removed }) => [amount_wei, removed])).toEqual([
    ['1', false],
    ['2', false],
    ['1', true],
    ['2', true],
  ])
  // The same gifts lie elsewhere.
  const places = await pipeline.pool.query(
    `select amount_wei, block_number || ':' || log_index as place from events
     where event_name = 'DonationReceived' and not removed order by amount_wei`,
  )
  expect(places.rows.map((row) => [row.place])).not.toEqual(before)
  const totals = await pipeline.pool.query('select donations_count, raised_wei from platform_totals')
  expect(totals.rows).toEqual([{ donations_count: 2, raised_wei: '3' }])
  await expectFresh(pipeline)
})

test('a campaign whose creation a reorg takes away goes with all that was given to it', async () => {
  const pipeline = await run()
  await chain.createCampaign({ creator: chain.accounts[1]! })
  await settled(pipeline)
  const before = await projectionRows(pipeline.pool)
  await give(3)
  await settled(pipeline)
  await chain.reorg(4)
  await chain.mine(1)
  await settled(pipeline)
  expect(await projectionRows(pipeline.pool)).toEqual(before)
})

test('a head that goes back takes nothing away, since its node may be behind; a shorter fork is followed as soon as it differs', async () => {
  const pipeline = await run()
  await give(6)
  await settled(pipeline)
  const fork = await chain.snapshot()
  await give(5)
  await settled(pipeline)
  const before = await projectionRows(pipeline.pool)
  await chain.revert(fork)
  const lower = Number(await chain.client.getBlockNumber({ cacheTime: 0 }))
  await waitFor('the lower head is seen', async () => {
    const { rows } = await pipeline.pool.query('select chain_head from sync_state')
    return rows[0].chain_head === lower
  })
  expect(await projectionRows(pipeline.pool)).toEqual(before)
  await chain.mine(1)
  await expectFresh(pipeline)
})
