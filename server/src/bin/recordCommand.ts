import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { CLI } from '../audit/cliActor.ts'
import { type Action, recordAction } from '../audit/recordAction.ts'
import { createPool, withTransaction } from '../lib/database.ts'
import { errorMessage } from '../lib/errors.ts'
import type { ProcessContext } from './runProcess.ts'

/** Writes down what a command did. */
export const recordCommand = (pool: pg.Pool, action: Action): Promise<void> =>
  withTransaction(pool, (tx) => recordAction(tx, CLI, action))

/**
 * The same for a command that needs no database for its work: written into the one that this deployment has, if it has one. What is
 * done is done, so a database that cannot be written to is said, and is no failure of the command.
 */
export async function recordWhereKept(context: ProcessContext, action: Action): Promise<void> {
  const { config, logger, shutdown } = context
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'postgres', 'PG_VERSION'))) return
  try {
    // Loaded only here: commands about content start in half the time without it.
    const { findServer } = await import('./openDatabase.ts')
    const { url } = await findServer(config, logger, shutdown)
    const pool = createPool(url, { name: `kindling ${action.action}`, logger, max: 1 })
    shutdown.defer('database pool', () => pool.end())
    await recordCommand(pool, action)
  } catch (error) {
    process.stderr.write(`kindling: done, but not written into the audit log. ${errorMessage(error)}\n`)
  }
}
