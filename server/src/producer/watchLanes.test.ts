import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/createTestDatabase.ts'
import { quietLogger } from '../../test/support/startPipeline.ts'
import type { Broker } from '../broker/Broker.ts'
import { createEmbeddedBroker } from '../broker/embeddedBroker.ts'
import { createPool, withTransaction } from '../lib/database.ts'
import { registerChain } from './registerChain.ts'
import { watchLanes } from './watchLanes.ts'

const chain = { chainId: 7, partitions: 1 }
const hash = `0x${'ab'.repeat(32)}`
/** What the producer has published: block 20. */
const published = [{ partition: 0, epoch: 1, seq: 4, block: 20, hash, time: 0 }]

let database: TestDatabase
let pool: ReturnType<typeof createPool>
let broker: Broker

beforeEach(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url)
  broker = createEmbeddedBroker({ databaseUrl: database.url, pool, logger: quietLogger })
  await registerChain(pool, {
    chainId: 7,
    name: 'Seven',
    nativeSymbol: 'ETH',
    explorerUrl: null,
    factoryAddresses: [],
    startBlock: 0,
  })
  await pool.query(
    `insert into consumer_state (chain_id, partition, partitions, epoch, seq, last_block, last_block_hash, last_block_time)
     values (7, 0, 1, 1, 2, 10, $1, now())`,
    [hash],
  )
})

afterEach(async () => {
  await broker.close()
  await pool.end()
  await database.drop()
})

test('a lane that stands behind an empty queue is sent what it lacks, at the second look', async () => {
  const look = watchLanes(pool, broker, chain)
  expect(await look(published)).toEqual([])
  expect(await look(published)).toMatchObject([{ kind: 'resend', partition: 0, afterBlock: 10, afterHash: hash }])
})

test('a lane that is applying a message is not, however long that takes', async () => {
  const look = watchLanes(pool, broker, chain)
  await withTransaction(pool, async (tx) => {
    await tx.query('select from consumer_state where chain_id = 7 for update')
    for (let i = 0; i < 5; i++) expect(await look(published)).toEqual([])
  })
  await look(published)
  expect(await look(published)).toHaveLength(1)
})

test('a lane that moves is left alone, and so is one at the front', async () => {
  const look = watchLanes(pool, broker, chain)
  for (let seq = 3; seq < 6; seq++) {
    await pool.query('update consumer_state set seq = $1', [seq])
    expect(await look(published)).toEqual([])
  }
  await pool.query('update consumer_state set last_block = 20')
  for (let i = 0; i < 3; i++) expect(await look(published)).toEqual([])
})
