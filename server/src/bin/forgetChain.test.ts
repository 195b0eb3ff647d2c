import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/createTestDatabase.ts'
import { waitFor } from '../../test/support/waitFor.ts'
import { CLI } from '../audit/cliActor.ts'
import { ADVISORY_LOCKS } from '../lib/advisoryLocks.ts'
import { createPool, withTransaction } from '../lib/database.ts'
import { insertWorld } from '../routes/testing/insertWorld.ts'
import { CHAIN_ID, createWorld } from '../routes/testing/world.ts'
import { forgetChain } from './forgetChain.ts'

const OTHER = 10

let database: TestDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url, { name: 'test forget' })
  await insertWorld(pool, createWorld())
  for (const chainId of [CHAIN_ID, OTHER])
    await pool.query(
      `insert into dead_letters (queue, reason, attempts, body, identity) values ($1, 'x', 1, '{}', 'forgotten')`,
      [`kindling.${chainId}.0of1`],
    )
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** Rows of each chain. */
async function count(table: string): Promise<Record<number, number>> {
  const { rows } = await pool.query(`select chain_id, count(*)::int from ${table} group by chain_id`)
  return Object.fromEntries(rows.map((row) => [row.chain_id, row.count]))
}

const entries = async () => (await pool.query('select actor, action, subject, before, after from admin_log')).rows

it('a chain that is begun anew is forgotten, and no other, and the audit log says so', async () => {
  const tables = ['chains', 'campaigns', 'contributions', 'events', 'campaign_metadata']
  const before = await Promise.all(tables.map(count))
  for (const rows of before) expect(rows[CHAIN_ID]).toBeGreaterThan(0)

  await forgetChain(pool, CHAIN_ID)

  expect(await Promise.all(tables.map(count))).toEqual(before.map(({ [CHAIN_ID]: _gone, ...others }) => others))
  expect((await pool.query('select queue from dead_letters')).rows).toEqual([{ queue: `kindling.${OTHER}.0of1` }])
  const [entry, ...more] = await entries()
  expect(more).toEqual([])
  expect(entry).toEqual({
    actor: CLI.name,
    action: 'chain.forget',
    subject: `chain:${CHAIN_ID}`,
    before: { rows: expect.any(Number) },
    after: null,
  })
  expect(entry.before.rows).toBeGreaterThan(before.reduce((sum, rows) => sum + rows[CHAIN_ID]!, 0))
})

const WRITERS: Record<string, (tx: pg.PoolClient, wait: () => Promise<void>) => Promise<void>> = {
  'a lane that comes to its campaigns behind the lock of the rollups': async (tx, wait) => {
    await tx.query('select from chains where chain_id = $1 for key share', [OTHER])
    await tx.query('select pg_advisory_xact_lock($1, hashint8($2))', [ADVISORY_LOCKS.rollups, OTHER])
    await wait()
    await tx.query('update campaigns set goal_wei = goal_wei + 1 where chain_id = $1', [OTHER])
  },
  'a writer of documents that comes to what counts of them': async (tx, wait) => {
    await tx.query(`update campaign_metadata set name = 'Other' where chain_id = $1`, [OTHER])
    await wait()
    await tx.query(`update campaign_metadata set state = 'resolved', category = 'other' where chain_id = $1`, [OTHER])
  },
}

it.each(Object.keys(WRITERS))('%s is waited for, and neither stops the other', async (writer) => {
  await pool.query(`insert into chains (chain_id, name) values ($1, 'Other') on conflict do nothing`, [OTHER])
  await pool.query(
    `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid, created_block,
       created_log_index, created_at, updated_at)
     select $1, '0x' || lpad(n::text, 40, '0'), '0xfa', '0xc0', 100, 0, 'cid', 1, n, now(), now() from generate_series(1, 3) n`,
    [OTHER],
  )
  await pool.query(
    `insert into campaign_metadata (chain_id, campaign_address, cid, state)
     select chain_id, address, cid, 'resolved' from campaigns where chain_id = $1 on conflict do nothing`,
    [OTHER],
  )
  const tables = ['campaigns', 'campaign_metadata']
  let forgetting: Promise<void> | undefined
  await withTransaction(pool, async (tx) => {
    const { rows } = await tx.query('select pg_backend_pid() as pid')
    await WRITERS[writer]!(tx, async () => {
      forgetting = forgetChain(pool, OTHER)
      await waitFor('who forgets waits', async () => {
        const waiting = await pool.query('select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [
          rows[0].pid,
        ])
        return waiting.rowCount === 1
      })
    })
  })
  await forgetting
  for (const rows of await Promise.all(tables.map(count))) expect(rows[OTHER]).toBeUndefined()
})

it('where there is nothing of it, nothing is written', async () => {
  const before = await entries()
  await forgetChain(pool, CHAIN_ID)
  expect(await entries()).toEqual(before)
})
