import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/createTestDatabase.ts'
import { createEmbeddedBroker } from '../broker/embeddedBroker.ts'
import { readConfig } from '../lib/config.ts'
import { createPool } from '../lib/database.ts'
import { createLogger } from '../lib/logger.ts'
import { registerChain } from '../producer/registerChain.ts'
import { listPipelineFigures } from '../queries/listPipelineFigures.ts'
import { createReadiness } from './readiness.ts'

const HASH = `0x${'ab'.repeat(32)}`

let database: TestDatabase
let pool: ReturnType<typeof createPool>

beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** Two chains at their heads, everything just heard of. */
beforeEach(async () => {
  await pool.query('truncate chains, dead_letters cascade')
  for (const chainId of [1, 8453]) {
    await registerChain(pool, {
      chainId,
      name: `Chain ${chainId}`,
      nativeSymbol: 'ETH',
      explorerUrl: null,
      factoryAddresses: [],
      startBlock: 0,
    })
    await pool.query(
      `insert into sync_state (chain_id, epoch, seq, last_block, last_block_hash, chain_head, chain_head_time, catch_up_from)
       values ($1, 1, 5, 100, $2, 100, now(), 0)`,
      [chainId, HASH],
    )
    await pool.query(
      `insert into lanes (chain_id, partition, partitions, epoch, seq, last_block) values ($1, 0, 1, 1, 5, 100)`,
      [chainId],
    )
    await pool.query(
      `insert into consumer_state (chain_id, partition, partitions, epoch, seq, last_block, last_block_hash, last_block_time)
       values ($1, 0, 1, 1, 5, 100, $2, now())`,
      [chainId, HASH],
    )
  }
})

const set = (table: 'sync_state' | 'consumer_state' | 'lanes', columns: string) =>
  pool.query(`update ${table} set ${columns} where chain_id = 8453`)
const ask = () => createReadiness(readConfig({}), pool)()
const figures = async () => (await listPipelineFigures(pool)).find(({ chain_id }) => chain_id === 8453)!

test('everything at the head is ready, and says so of each chain', async () => {
  const { ready, checks } = await ask()
  expect(ready).toBe(true)
  expect(checks).toEqual({
    database: { ok: true, detail: 'answers' },
    'chain 1': { ok: true, detail: 'live, block 100 of 100' },
    'queues of chain 1': { ok: true, detail: '0 messages wait' },
    'chain 8453': { ok: true, detail: 'live, block 100 of 100' },
    'queues of chain 8453': { ok: true, detail: '0 messages wait' },
    'dead letters': { ok: true, detail: 'none' },
  })
})

test('the lag is told in blocks and in seconds of the chain', async () => {
  await set('sync_state', "chain_head = 112, chain_head_time = '2026-01-01T00:02:30Z'")
  await set('consumer_state', "last_block_time = '2026-01-01T00:00:00Z'")
  expect(await figures()).toMatchObject({ chain_head: 112, last_block: 100, lag_blocks: 12, lag_seconds: 150 })
  const { ready, checks } = await ask()
  expect([ready, checks['chain 8453']!.detail]).toEqual([true, 'live, block 100 of 112, 12 blocks (150 s) behind'])
})

test('with several lanes the slowest counts', async () => {
  await set('sync_state', 'chain_head = 130')
  await pool.query(
    `insert into consumer_state (chain_id, partition, partitions, epoch, seq, last_block, last_block_hash, last_block_time)
     values (8453, 1, 2, 1, 5, 60, $1, now())`,
    [HASH],
  )
  expect(await figures()).toMatchObject({ last_block: 60, lag_blocks: 70 })
})

test.each([
  ['the producer is silent for a minute', 'sync_state', "updated_at = now() - interval '61 s'"],
  ['the chain is halted', 'sync_state', "halted_reason = 'Chain 8453 was reorganised more than 128 blocks.'"],
] as const)('stalled, within a minute, when %s; the other chain is not', async (_, table, columns) => {
  await set(table, columns)
  const { ready, checks } = await ask()
  expect(ready).toBe(false)
  expect(checks['chain 8453']).toMatchObject({ ok: false, detail: expect.stringMatching(/^(stalled|halted)/) })
  expect(checks['chain 1']!.ok).toBe(true)
})

test('not ready, within a minute, when messages wait and none is acknowledged', async () => {
  await set('lanes', "seq = 7, last_block = 104, depth = 2, waiting_since = now() - interval '50 s'")
  await set('consumer_state', "updated_at = now() - interval '300 s'")
  const { queue_depth, oldest_unacknowledged_seconds } = await figures()
  expect(queue_depth).toBe(2)
  expect(oldest_unacknowledged_seconds).toBeGreaterThanOrEqual(50)
  const { ready, checks } = await ask()
  expect(ready).toBe(false)
  expect(checks['queues of chain 8453']!.detail).toMatch(/^2 messages wait, nothing acknowledged for 5\d s$/)
  // A lane that moves is only busy, however much waits.
  await set('consumer_state', 'updated_at = now()')
  expect((await ask()).ready).toBe(true)
})

test('not ready when the producer has failed for 45 seconds, and the reason names no server', async () => {
  const reason = 'https://rpc.example.com answered eth_getLogs with 429. (connect ECONNREFUSED 10.1.2.3:8545)'
  const fail = (seconds: number) =>
    pool.query(
      `update sync_state set failing_since = now() - make_interval(secs => $1), failing_reason = $2 where chain_id = 8453`,
      [seconds, reason],
    )
  await fail(20)
  expect((await ask()).ready).toBe(true)
  await fail(46)
  const { ready, checks } = await ask()
  expect(ready).toBe(false)
  expect(checks['chain 8453']!.detail).toMatch(
    /the producer fails since 4\d s: an endpoint answered eth_getLogs with 429/,
  )
  expect(JSON.stringify(checks)).not.toMatch(/example\.com|10\.1\.2\.3/)
})

test('dead letters are counted by chain and told, but a lane that goes on is ready', async () => {
  await pool.query(
    `insert into dead_letters (queue, reason, attempts, body, identity)
     values ('kindling.8453.0of1', 'It is not JSON.', 1, 'x', '1'), ('kindling.1.control', 'It is not JSON.', 1, 'y', '2')`,
  )
  expect(await figures()).toMatchObject({ dead_letters: 1 })
  const { ready, checks } = await ask()
  expect([ready, checks['dead letters']!.detail]).toEqual([true, '2 ("kindling broker dead-letters list")'])
})

test('a chain that nobody has read yet, and whose producer stays away, is not ready', async () => {
  await pool.query(`insert into chains (chain_id, name, updated_at) values (99, 'New', now())`)
  expect((await ask()).checks['chain 99']).toMatchObject({ detail: 'backfilling, block none of unknown' })
  await pool.query(`update chains set updated_at = now() - interval '61 s' where chain_id = 99`)
  const { ready, checks } = await ask()
  expect([ready, checks['chain 99']!.ok]).toEqual([false, false])
})

test('without its database it is not ready, and says no address', async () => {
  const away = createPool('postgres://kindling:secret@127.0.0.1:1/none')
  const { ready, checks } = await createReadiness(readConfig({}), away)()
  await away.end()
  expect(ready).toBe(false)
  expect(checks['database']!.ok).toBe(false)
  expect(JSON.stringify(checks)).not.toMatch(/127\.0\.0\.1|secret/)
})

test('what waits in the embedded queue is what the figures say', async () => {
  const logger = createLogger({ level: 'silent' })
  const broker = createEmbeddedBroker({ databaseUrl: database.url, pool, logger })
  await broker.republish('kindling.8453.0of1', 'one')
  await broker.republish('kindling.8453.0of1', 'two')
  await set('lanes', `depth = ${await broker.depth('kindling.8453.0of1')}`)
  expect((await figures()).queue_depth).toBe(2)
  await broker.close()
})
