import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { findEmbeddedPostgres } from '../embedded/findEmbeddedPostgres.ts'
import { startEmbeddedPostgres } from '../embedded/postgres.ts'
import type { Config } from '../lib/config.ts'
import { createPool, isRetryableDatabaseError } from '../lib/database.ts'
import { ConfigError, KindlingError } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'
import type { Shutdown } from '../lib/shutdown.ts'
import { migrateDatabase } from './migrateDatabase.ts'

export interface Database {
  url: string
  pool: pg.Pool
  /** Whether this process runs the server. */
  embedded: boolean
}

/**
 * DATABASE_URL, else the embedded server: the one another process of this deployment runs, or one of our own. With `own` it must be
 * ours, since a server that another command started ends with that command.
 */
export async function openDatabase(
  config: Config,
  logger: Logger,
  shutdown: Shutdown,
  name: string,
  options: { own?: boolean } = {},
): Promise<Database> {
  const { url, embedded } = await findServer(config, logger, shutdown, options)
  await migrateDatabase(url, (waiting) => logger.warn(waiting)).catch((error) => {
    throw unusable(url, error) ?? error
  })
  const pool = createPool(url, { name, logger, max: 20 })
  shutdown.defer('database pool', () => pool.end())
  return { url, pool, embedded }
}

/** invalid_authorization_specification, invalid_password, invalid_catalog_name, insufficient_privilege. */
const REFUSED = ['28000', '28P01', '3D000', '42501']

/** A server that does not answer, or does not let us in, is said in one sentence; anything else is a fault to look into. */
function unusable(url: string, cause: unknown): KindlingError | undefined {
  const { code = '' } = cause as { code?: string }
  if (!REFUSED.includes(code) && !isRetryableDatabaseError(cause)) return undefined
  const { host, pathname } = new URL(url)
  return new KindlingError('database_unusable', `The database ${host}${pathname} cannot be used.`, { cause })
}

/** The server alone, without bringing its database to this version. */
export async function findServer(
  config: Config,
  logger: Logger,
  shutdown: Shutdown,
  { own = false }: { own?: boolean } = {},
): Promise<{ url: string; embedded: boolean }> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, embedded: false }
  const dataDir = join(config.dataDir, 'postgres')
  const running = own ? await waitUntilFree(dataDir, shutdown.signal) : await findEmbeddedPostgres(dataDir)
  if (running !== null) return { url: running, embedded: false }
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => logger.debug({ part: 'postgres' }, line) })
  shutdown.defer('PostgreSQL', () => server.stop())
  return { url: server.url, embedded: true }
}

const FREE_WITHIN_MS = 10_000

/** A short command (a status, say) may have started the server a moment ago. */
async function waitUntilFree(dataDir: string, signal: AbortSignal): Promise<null> {
  const deadline = Date.now() + FREE_WITHIN_MS
  while ((await findEmbeddedPostgres(dataDir)) !== null) {
    if (Date.now() > deadline) {
      throw new ConfigError(`Another kindling command runs the PostgreSQL in ${dataDir}: stop that one first.`)
    }
    await sleep(100, undefined, { signal })
  }
  return null
}
