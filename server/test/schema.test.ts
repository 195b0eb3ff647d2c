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
