import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../server/src/embedded/postgres.ts'
import { migrate } from '../../server/src/lib/migrate.ts'
import { createRunFolder } from './benchFolder.ts'

/** A PostgreSQL server to measure on, as `npm start` runs it: on disk, with fsync. */
export interface Cluster {
  adminUrl: string
  /** Of the server; see cpuSeconds.ts. */
  pid: number
  /** A new database with the product's empty tables, everything written to disk before it is handed out. */
  createDatabase(name: string): Promise<string>
  dropDatabase(name: string): Promise<void>
  close(): Promise<void>
}

const TEMPLATE = 'bench_template'

export async function openCluster(): Promise<Cluster> {
  const folder = createRunFolder()
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') })
  const urlOf = (database: string) => {
    const url = new URL(server.url)
    url.pathname = `/${database}`
    return url.href
  }
  const run = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    try {
      for (const statement of statements) await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await run(`create database ${TEMPLATE}`)
  await migrate(urlOf(TEMPLATE))
  // Nothing may connect to a template while it is copied, autovacuum included.
  await run(`alter database ${TEMPLATE} with allow_connections false`)
  return {
    adminUrl: server.url,
    pid: server.pid,
    async createDatabase(name) {
      await run(`create database ${name} template ${TEMPLATE}`, 'checkpoint')
      return urlOf(name)
    },
    dropDatabase: (name) => run(`drop database ${name} with (force)`),
    async close() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
