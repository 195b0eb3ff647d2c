import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts'
import { isAlive } from '../../src/embedded/processTable.ts'
import { migrate } from '../../src/lib/migrate.ts'

/** A PostgreSQL server for tests with a migrated database to clone. */
export interface TestCluster {
  /** Of a database from which others can be created. */
  adminUrl: string
  templateName: string
  /** Starts the name of every database made here, the template's too. */
  namePrefix: string
  /** Copying files takes 12 ms where the disk is memory and fsync off; elsewhere each copy would wait for checkpoints. */
  cloneStrategy: 'file_copy' | 'wal_log'
}

export interface OpenTestCluster extends TestCluster {
  /** Every connection breaks, and for a moment there is no server. One that TEST_DATABASE_URL names stays as it is. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** A crash loses the tests' databases, which nobody will miss; writes need not wait for the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  shared_buffers: '64MB',
  // In the data folder, which goes with the run, instead of segments that a killed run leaves in /dev/shm.
  dynamic_shared_memory_type: 'mmap',
}

/**
 * Starts a cluster in memory, or uses the server of TEST_DATABASE_URL, and migrates a template database there. Closing
 * it drops every database of this run.
 */
export async function openTestCluster(): Promise<OpenTestCluster> {
  const namePrefix = `kindling_test_${randomBytes(4).toString('hex')}`
  const server = await startServer()
  const templateName = `${namePrefix}_template`
  try {
    await withClient(server.url, (client) => client.query(`CREATE DATABASE ${templateName} TEMPLATE template0`))
    await migrate(databaseUrl(server.url, templateName))
    // A connection to the template would make cloning it fail.
    await withClient(server.url, (client) =>
      client.query(`ALTER DATABASE ${templateName} WITH ALLOW_CONNECTIONS false`),
    )
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    adminUrl: server.url,
    templateName,
    namePrefix,
    cloneStrategy: server.isOwn ? 'file_copy' : 'wal_log',
    restart: () => server.restart(),
    close: () => server.stop(namePrefix),
  }
}

export function databaseUrl(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}

export async function withClient<Result>(
  connectionString: string,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString, application_name: 'test support' })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

async function startServer(): Promise<{
  url: string
  isOwn: boolean
  restart(): Promise<void>
  stop(namePrefix?: string): Promise<void>
}> {
  const given = process.env['TEST_DATABASE_URL']
  if (given)
    return { url: given, isOwn: false, async restart() {}, stop: (namePrefix) => dropDatabases(given, namePrefix) }
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  removeLeftovers(memory)
  const folder = join(memory, `kindling-test-${process.pid}-${randomBytes(3).toString('hex')}`)
  mkdirSync(folder, { mode: 0o755 })
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  try {
    const dataDir = join(folder, 'postgres')
    let server = await startEmbeddedPostgres({ dataDir, settings })
    return {
      url: server.url,
      isOwn: true,
      async restart() {
        await server.stop()
        server = await startEmbeddedPostgres({ dataDir, settings, port: server.port })
      },
      stop: () => server.stop().then(removeFolder),
    }
  } catch (error) {
    removeFolder()
    throw error
  }
}

/** A run killed by force takes its server with it, but not its folder. */
function removeLeftovers(memory: string): void {
  for (const name of readdirSync(memory)) {
    const pid = Number(/^kindling-test-(\d+)-/.exec(name)?.[1])
    if (pid > 0 && !isAlive(pid)) rmSync(join(memory, name), { recursive: true, force: true })
  }
}

async function dropDatabases(adminUrl: string, namePrefix: string | undefined): Promise<void> {
  if (namePrefix === undefined) return
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `${namePrefix}%`,
    ])
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`)
  })
}
