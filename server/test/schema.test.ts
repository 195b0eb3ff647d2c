import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { dumpSchema } from '../src/lib/dumpSchema.ts'
import { getMigrationStatus, listMigrations, migrate } from '../src/lib/migrate.ts'
import { createTestDatabase } from './support/createTestDatabase.ts'

test('schema.sql is what the migrations make ("npm run schema" writes it)', async () => {
  const database = await createTestDatabase()
  const client = new pg.Client(database.url)
  await client.connect()
  const schema = await dumpSchema(client)
  await client.end()
  await database.drop()
  expect(schema).toBe(await readFile(join(import.meta.dirname, '../schema.sql'), 'utf8'))
})

test('migrating again, and by two processes at once, changes nothing', async () => {
  const database = await createTestDatabase()
  const before = await getMigrationStatus(database.url)
  const both = await Promise.all([migrate(database.url), migrate(database.url)])
  expect(both).toMatchObject([{ applied: [] }, { applied: [] }])
  expect(await getMigrationStatus(database.url)).toEqual(before)
  await database.drop()
})

test('a role that owns nothing starts on a database that is up to date, whether the job queue says its version or not', async () => {
  const database = await createTestDatabase()
  const role = `kindling_works_${randomBytes(4).toString('hex')}`
  const client = new pg.Client(database.url)
  await client.connect()
  await client.query(
    `create role ${role}; grant usage, create on schema public to ${role}; grant usage on schema graphile_worker to ${role};
     grant all on all tables in schema public, graphile_worker to ${role}`,
  )
  const url = new URL(database.url)
  url.searchParams.set('options', `-c role=${role}`)
  expect(await migrate(url.href)).toMatchObject({ applied: [] })
  await client.query('comment on schema graphile_worker is null')
  expect(await migrate(url.href)).toMatchObject({ applied: [] })
  await client.query(`drop owned by ${role}; drop role ${role}`)
  await client.end()
  await database.drop()
})

test('a migration lets others past while somebody holds its table, and tells who', { timeout: 30_000 }, async () => {
  const database = await createTestDatabase()
  const holder = new pg.Client({ connectionString: database.url, application_name: 'long reader' })
  const other = new pg.Client(database.url)
  await Promise.all([holder.connect(), other.connect()])
  try {
    await other.query('drop schema public, graphile_worker cascade; create schema public')
    const names = await listMigrations()
    const last = '0040_hours_key.sql'
    await migrate(database.url, { only: names.filter((name) => name < last) })

    await holder.query('begin; select from campaign_hours')
    const told: string[] = []
    const migrating = migrate(database.url, { only: [last], tell: (waiting) => told.push(waiting) })
    await expect.poll(() => told[0], { timeout: 10_000 }).toMatch(/long reader \(pid \d+, for \d+ s\)/)
    // Behind a migration that waited on it would wait as well, for as long as the transaction is open that ends after it.
    await other.query('select from campaign_hours')
    await holder.query('commit')
    expect(await migrating).toMatchObject({ applied: [last] })
  } finally {
    await Promise.all([holder.end(), other.end()])
    await database.drop()
  }
})

test('a migration whose connection is ended while it waits fails, and says so', { timeout: 30_000 }, async () => {
  const database = await createTestDatabase()
  const holder = new pg.Client(database.url)
  await holder.connect()
  try {
    await holder.query("delete from schema_migrations where name = '0040_hours_key.sql'")
    await holder.query('begin; select from campaign_hours')
    const end = () =>
      holder.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kindling migrate' and datname = current_database()",
      )
    const told: Promise<unknown>[] = []
    const migrating = migrate(database.url, { only: ['0040_hours_key.sql'], tell: () => told.push(end()) })
    await expect(migrating).rejects.toMatchObject({ code: 'migration_failed' })
    await Promise.all(told)
  } finally {
    await holder.end()
    await database.drop()
  }
})
