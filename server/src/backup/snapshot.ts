import pg from 'pg'
import { connectionConfig } from '../lib/database.ts'

/** A connection of its own, in a transaction that sees one moment of the database and writes nothing. */
export async function withSnapshot<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withOwnClient(databaseUrl, async (client) => {
    await client.query('begin isolation level repeatable read, read only')
    const result = await work(client)
    await client.query('commit')
    return result
  })
}

/** A connection of its own, in a transaction. */
export async function withOwnTransaction<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withOwnClient(databaseUrl, async (client) => {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  })
}

async function withOwnClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionConfig(databaseUrl, 'kindling copy'))
  // One that breaks in the middle fails the statement under way, which is what is looked at.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The parts of Kindling that are connected to this database, by the names they give their connections. */
export async function listConnectedParts(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct application_name as name from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()
       and application_name = any($1) order by name`,
    [['kindling start', 'kindling api', 'kindling producer', 'kindling consumer', 'kindling worker']],
  )
  return rows.map(({ name }) => name)
}
