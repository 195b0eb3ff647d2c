import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from './createTestDatabase.ts'

async function connect(url: string, applicationName: string) {
  const client = new pg.Client({ connectionString: url, application_name: applicationName })
  client.on('error', () => {})
  await client.connect()
  return client
}

test('each database is its own', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
  const clients = [await connect(one.url, 'one'), await connect(other.url, 'other')] as const
  await clients[0].query('CREATE TABLE only_here ()')
  const { rows } = await clients[1].query(`SELECT to_regclass('only_here') AS found`)
  expect(rows).toEqual([{ found: null }])
  await Promise.all(clients.map((client) => client.end()))
  await Promise.all([one.drop(), other.drop()])
})

test('a connection left open fails the drop and is named', async () => {
  const database = await createTestDatabase()
  const leaked = await connect(database.url, 'a forgetful reader')
  await expect(database.drop()).rejects.toThrow('a forgetful reader (idle)')
  await expect(leaked.query('SELECT 1')).rejects.toThrow()
  await leaked.end()
})
