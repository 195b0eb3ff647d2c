import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from '../postgres.ts'

export const settings = { fsync: 'off' }
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** One that another user can enter: as such the server runs where root may not use namespaces. */
function openFolder(): string {
  const path = mkdtempSync(join(memory, 'kindling-postgres-'))
  chmodSync(path, 0o755)
  return path
}

/** Before each test a cluster as a first start leaves it, with a table: made once and copied, which is faster. */
export function copyKeptCluster(take: (copy: { folder: string; dataDir: string }) => void): void {
  let made: string
  let folder: string
  beforeAll(async () => {
    made = openFolder()
    const server = await startEmbeddedPostgres({ dataDir: join(made, 'postgres'), settings })
    await query(server.url, `CREATE TABLE kept AS SELECT 'from the first start' AS word`)
    await server.stop()
  })
  afterAll(() => rmSync(made, { recursive: true, force: true }))
  beforeEach(() => {
    folder = openFolder()
    cpSync(made, folder, { recursive: true })
    take({ folder, dataDir: join(folder, 'postgres') })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
}

export async function query<Row extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString, application_name: 'postgres test' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Starts on the folder, sees that the table is there, stops. */
export async function expectKept(options: EmbeddedPostgresOptions): Promise<void> {
  const server = await startEmbeddedPostgres(options)
  expect(await query(server.url, 'SELECT word FROM kept')).toEqual([{ word: 'from the first start' }])
  await server.stop()
}
