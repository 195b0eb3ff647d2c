import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/createTestDatabase.ts'
import { CLI } from '../audit/cliActor.ts'
import { createPool } from '../lib/database.ts'
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

it('where there is nothing of it, nothing is written', async () => {
  await forgetChain(pool, CHAIN_ID)
  expect(await entries()).toHaveLength(1)
})
