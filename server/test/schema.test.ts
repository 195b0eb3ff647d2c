import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { dumpSchema } from '../src/lib/dumpSchema.ts'
import { getMigrationStatus, migrate } from '../src/lib/migrate.ts'
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
