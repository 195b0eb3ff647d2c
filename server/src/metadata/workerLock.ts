import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ADVISORY_LOCKS } from '../lib/advisoryLocks.ts'
import { connectionConfig } from '../lib/database.ts'
import { errorMessage } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'

const RECONNECT_MS = 1_000

export type WorkerLock = Awaited<ReturnType<typeof openWorkerLock>>

/**
 * A database session that says which workers live: it holds an advisory lock for the id under which each locks its jobs,
 * and PostgreSQL drops them the moment the process is gone, however it went.
 */
export async function openWorkerLock(databaseUrl: string, logger: Logger) {
  const ids = new Set<string>()
  const closing = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  let client = await connect()

  /** Lanes begin at the same time, and a session runs one statement at a time. */
  function inTurn(work: () => Promise<unknown>): Promise<unknown> {
    const next = last.then(work)
    last = next.catch(() => {})
    return next
  }

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client(connectionConfig(databaseUrl, 'kindling worker lock'))
    next.on('error', (error) => logger.warn({ reason: errorMessage(error) }, 'the worker lost its lock session'))
    try {
      await next.connect()
      for (const id of ids) await take(next, id)
    } catch (error) {
      await next.end().catch(() => {})
      throw error
    }
    next.once('end', () => void reconnect())
    return next
  }

  async function reconnect(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        client = await connect()
        return
      } catch (error) {
        logger.warn({ reason: errorMessage(error) }, 'the worker cannot open its lock session')
        await sleep(RECONNECT_MS, undefined, { signal: closing.signal }).catch(() => {})
      }
    }
  }

  return {
    ids: (): string[] => [...ids],
    /** Resolves once the worker counts as alive. */
    async hold(id: string): Promise<void> {
      if (ids.has(id)) return
      ids.add(id)
      await inTurn(() => take(client, id))
    },
    async release(id: string): Promise<void> {
      if (!ids.delete(id)) return
      // If the session is lost, so is the lock.
      const unlock = () => client.query('select pg_advisory_unlock($1, hashtext($2))', [ADVISORY_LOCKS.worker, id])
      await inTurn(unlock).catch(() => {})
    },
    async close(): Promise<void> {
      closing.abort()
      await client.end().catch(() => {})
    },
  }
}

async function take(client: pg.Client, id: string): Promise<void> {
  await client.query('select pg_advisory_lock($1, hashtext($2))', [ADVISORY_LOCKS.worker, id])
}

/**
 * Gives back the jobs of workers that died; the queue itself would wait four hours for them.
 * @param alive ids of this process, whose session may be lost just now
 * @returns the ids of the dead
 */
export async function releaseDeadWorkers(pool: pg.Pool, alive: string[]): Promise<string[]> {
  // The lock is of this statement's transaction, so it is gone when the jobs are free.
  const { rows } = await pool.query(
    `with owner as materialized (
       select distinct locked_by from graphile_worker._private_jobs where locked_by is not null and locked_by <> all($2)
     ), dead as materialized (
       select locked_by from owner where pg_try_advisory_xact_lock($1, hashtext(locked_by))
     )
     select locked_by as id, graphile_worker.force_unlock_workers(array[locked_by]) from dead`,
    [ADVISORY_LOCKS.worker, alive],
  )
  // A job replaced while it ran is left over when it does not finish: keyless, and with no tries left.
  await pool.query(
    `delete from graphile_worker._private_jobs job using graphile_worker._private_tasks task
     where task.id = job.task_id and task.identifier like any(array['metadata.%', 'uploads.%'])
       and job.key is null and job.attempts >= job.max_attempts and job.locked_at is null`,
  )
  if (rows.length > 0) await pool.query(`select pg_notify('jobs:insert', '{"count":100}')`)
  return rows.map((row) => row.id)
}
