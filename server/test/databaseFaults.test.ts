import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyMessage } from '../src/consumer/applyMessage.ts'
import { withTransaction } from '../src/lib/database.ts'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { projectionRows } from './support/projectionRows.ts'
import { type Pipeline, startPipeline } from './support/startPipeline.ts'
import { startTcpProxy, type TcpProxy } from './support/startTcpProxy.ts'
import { waitFor } from './support/waitFor.ts'
import { waitForHead } from './support/waitForHead.ts'

let chain: TestChain
let database: TestDatabase
let pipeline: Pipeline | undefined
let admin: pg.Client
let proxy: TcpProxy

beforeEach(async () => {
  chain = await createTestChain()
  database = await createTestDatabase()
  proxy = await startTcpProxy(database.url)
  admin = new pg.Client(database.url)
  await admin.connect()
})

afterEach(async () => {
  await pipeline?.stop()
  pipeline = undefined
  await admin.end()
  await proxy.close()
  await database.drop()
  await chain.stop()
})

async function run(databaseUrl = database.url): Promise<Pipeline> {
  pipeline = await startPipeline({
    databaseUrl,
    rpcUrls: [chain.rpcUrl],
    chainId: chain.chainId,
    factoryAddresses: [chain.factoryAddress],
  })
  await pipeline.startConsumer()
  pipeline.startProducer()
  return pipeline
}

const settled = async () =>
  waitForHead(pipeline!.pool, (await chain.client.getBlock()) as { number: bigint; hash: string }, 1, 60_000)

const disconnect = () =>
  admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )

/** A campaign with gifts of 1 wei from so many donors. */
async function give(donors: number): Promise<void> {
  const { address } = await chain.createCampaign()
  for (let i = 0; i < donors; i++)
    await chain.donate({ campaign: address, donor: chain.accounts[2 + i]!, amountWei: 1n })
}

async function expectTotals(campaigns: number, donations: number): Promise<void> {
  await settled()
  const { rows } = await pipeline!.pool.query(
    'select campaigns_count, donations_count, raised_wei from platform_totals',
  )
  expect(rows).toEqual([{ campaigns_count: campaigns, donations_count: donations, raised_wei: String(donations) }])
}

const epoch = async () => (await admin.query('select epoch from sync_state')).rows[0].epoch

test('a database that takes no writes for a while (read-only) delays the index and loses nothing', async () => {
  await run()
  await give(2)
  await expectTotals(1, 2)
  const name = (await admin.query('select current_database() as name')).rows[0].name
  await admin.query(`alter database ${name} set default_transaction_read_only = on`)
  await disconnect()
  await give(3)
  await waitFor('the pipeline meets it', async () => {
    const { rows } = await admin.query(
      `select from pg_stat_activity where datname = $1 and pid <> pg_backend_pid() and application_name like '%producer%'`,
      [name],
    )
    return rows.length > 0
  })
  expect((await admin.query('select donations_count from platform_totals')).rows[0].donations_count).toBe('2')
  await admin.query('set default_transaction_read_only = off')
  await admin.query(`alter database ${name} reset default_transaction_read_only`)
  await disconnect()
  await expectTotals(2, 5)
  expect((await admin.query('select from dead_letters')).rows).toEqual([])
})

test('a database that has no connections left delays the index and loses nothing', async () => {
  const role = `limited_${(await admin.query('select oid from pg_database where datname = current_database()')).rows[0].oid}`
  await admin.query(`create role ${role} login bypassrls password 'limited'`)
  await admin.query(`grant all on all tables in schema public, graphile_worker to ${role}`)
  await admin.query(`grant all on all sequences in schema public, graphile_worker to ${role}`)
  await admin.query(`grant all on schema public, graphile_worker to ${role}`)
  await admin.query(`grant all on all functions in schema public, graphile_worker to ${role}`)
  const url = new URL(database.url)
  url.username = role
  url.password = 'limited'
  try {
    await run(url.href)
    await give(2)
    await expectTotals(1, 2)
    await admin.query(`alter role ${role} connection limit 0`)
    await disconnect()
    await give(3)
    await expect(new pg.Client(url.href).connect()).rejects.toMatchObject({ code: '53300' })
    await admin.query(`alter role ${role} connection limit -1`)
    await expectTotals(2, 5)
    expect((await admin.query('select from dead_letters')).rows).toEqual([])
  } finally {
    await pipeline?.stop()
    pipeline = undefined
    await admin.query(`drop owned by ${role}`)
    await admin.query(`drop role ${role}`)
  }
})

test('a fail-over (connections reset, refused, then another server at the same address) loses nothing', async () => {
  await run(proxy.url)
  await give(2)
  await expectTotals(1, 2)
  proxy.cut()
  await give(3)
  await waitFor('the pipeline has noticed', async () => {
    const { rows } = await admin.query(
      'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    return rows.length === 0
  })
  proxy.restore()
  await expectTotals(2, 5)
})

test.each([
  ['serialization failure', '40001'],
  ['deadlock', '40P01'],
  ['statement time-out', '57014'],
  ['full disk', '53100'],
])('a %s in the midst of a message is tried again until it is over, and counted once', async (_, code) => {
  await run()
  await give(1)
  await expectTotals(1, 1)
  await admin.query(`create sequence failures;
    create function fail_sometimes() returns trigger language plpgsql as $$
      begin
        -- A sequence keeps what a transaction that is rolled back counted.
        if nextval('failures') <= 4 then raise exception 'not now' using errcode = '${code}'; end if;
        return null;
      end $$;
    create trigger fail_sometimes after insert or update on platform_totals for each statement execute function fail_sometimes()`)
  await give(2)
  await expectTotals(2, 3)
  expect((await admin.query('select last_value from failures')).rows[0].last_value).not.toBe('1')
  expect((await admin.query('select from dead_letters')).rows).toEqual([])
})

test('a producer whose session is lost stops being one: it begins anew under another epoch', async () => {
  await run()
  await give(1)
  await expectTotals(1, 1)
  const before = await epoch()
  const rows = await projectionRows(pipeline!.pool)
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name like 'kindling producer%'`,
  )
  await waitFor('another epoch', async () => (await epoch()) > before)
  expect(await projectionRows(pipeline!.pool)).toEqual(rows)
})

test('the server ends the session of a machine that vanished, and of a consumer frozen in a transaction, after a minute', async () => {
  const { pool } = await run()
  await give(1)
  await expectTotals(1, 1)
  const show = async (client: pg.Pool | pg.PoolClient, name: string) =>
    (await client.query('select current_setting($1) as value', [name])).rows[0].value
  expect(Number(await show(pool, 'tcp_keepalives_idle'))).toBeLessThan(60)
  expect(await show(pool, 'idle_in_transaction_session_timeout')).toBe('0')
  await withTransaction(pool, async (tx) => {
    await applyMessage(tx, {
      v: 1,
      kind: 'rollback',
      chainId: chain.chainId,
      partition: 0,
      partitions: 1,
      epoch: 0,
      seq: 0,
      toBlock: 0,
      toHash: `0x${'ab'.repeat(32)}`,
      toTime: 0,
      origin: false,
      sinceEpoch: 0,
    })
    expect(await show(tx, 'idle_in_transaction_session_timeout')).toBe('1min')
  })
})
