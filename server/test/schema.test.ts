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
  await other.query('drop schema public, graphile_worker cascade; create schema public')
  const names = await listMigrations()
  const last = '0040_hours_key.sql'
  await migrate(database.url, { only: names.filter((name) => name < last) })

  await holder.query('begin; select from campaign_hours')
  await expect(migrate(database.url, { only: [last], patienceMs: 0 })).rejects.toMatchObject({
    code: 'migration_blocked',
    message: expect.stringMatching(/long reader \(pid \d+\) for \d+ s/),
  })
  const told: string[] = []
  const tell = (waiting: string) => {
    told.push(waiting)
    // Behind a migration that waits it would wait as well, for as long as the transaction is open that ends after it.
    void other.query('select from campaign_hours').then(() => holder.query('commit'))
  }
  expect(await migrate(database.url, { only: [last], tell })).toMatchObject({ applied: [last] })
  expect(told[0]).toContain('long reader')
  await Promise.all([holder.end(), other.end()])
  await database.drop()
})
