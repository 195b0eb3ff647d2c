import { join } from 'node:path'
import type pg from 'pg'
import { findEmbeddedPostgres } from '../embedded/findEmbeddedPostgres.ts'
import { startEmbeddedPostgres } from '../embedded/postgres.ts'
import type { Config } from '../lib/config.ts'
import { createPool } from '../lib/database.ts'
import type { Logger } from '../lib/logger.ts'
import { migrate } from '../lib/migrate.ts'
import type { Shutdown } from '../lib/shutdown.ts'

export interface Database {
  url: string
  pool: pg.Pool
  /** Whether this process runs the server. */
  embedded: boolean
}

/** DATABASE_URL, else the embedded server: the one another process of this deployment runs, or one of our own. */
export async function openDatabase(
  config: Config,
  logger: Logger,
  shutdown: Shutdown,
  name: string,
): Promise<Database> {
  const { url, embedded } = await findServer(config, logger, shutdown)
  await migrate(url)
  const pool = createPool(url, { name, logger, max: 20 })
  shutdown.defer('database pool', () => pool.end())
  return { url, pool, embedded }
}

async function findServer(
  config: Config,
  logger: Logger,
  shutdown: Shutdown,
): Promise<{ url: string; embedded: boolean }> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, embedded: false }
  const dataDir = join(config.dataDir, 'postgres')
  const running = await findEmbeddedPostgres(dataDir)
  if (running !== null) return { url: running, embedded: false }
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => logger.debug({ part: 'postgres' }, line) })
  shutdown.defer('PostgreSQL', () => server.stop())
  return { url: server.url, embedded: true }
}
