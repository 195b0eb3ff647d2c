import type pg from 'pg'
import type { Actor } from '../audit/recordAction.ts'
import { isRetryableDatabaseError } from '../lib/database.ts'
import { errorMessage } from '../lib/errors.ts'
import type { DeskTools } from './DeskTools.ts'
import type { JobKind } from './jobs.ts'
import { runItems } from './runItems.ts'
import { runRefreshes } from './runRefreshes.ts'

export interface RunningJob {
  id: number
  kind: JobKind
  chainId: number
  parameters: Record<string, unknown>
  actor: Actor
}

/** How often a job in hand looks whether it was cancelled, and says how far it is. */
const LOOK_MS = 500

/**
 * Does a job, or what is left of it after a crash. What fails of it is written down with its reason and does not keep the
 * rest; what ends the whole is its error.
 *
 * @param stopping aborts when the worker ends: the job then stays as it is, for the next one
 * @throws what a database that is away throws: the queue tries again
 */
export async function runJob(tools: DeskTools, jobId: number, stopping: AbortSignal): Promise<void> {
  const job = await take(tools.pool, jobId)
  if (job === undefined) return
  const cancelled = new AbortController()
  const signal = AbortSignal.any([stopping, cancelled.signal])
  const progress = followProgress(tools.pool, jobId, cancelled)
  try {
    const result = await work(tools, job, signal, progress.report)
    await progress.stop()
    await end(tools.pool, jobId, 'done', { result })
  } catch (error) {
    await progress.stop().catch(() => {})
    if (signal.aborted) {
      stopping.throwIfAborted()
      return
    }
    if (isRetryableDatabaseError(error)) throw error
    await end(tools.pool, jobId, 'failed', { error: errorMessage(error) })
  }
}

async function work(
  tools: DeskTools,
  job: RunningJob,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<unknown> {
  const { chainId, parameters } = job
  switch (job.kind) {
    case 'verify':
      return tools.verify(chainId, { sample: parameters['sample'] as number | undefined, signal, onProgress })
    case 'resync':
      return {
        reached_block: await tools.resync(chainId, {
          fromBlock: parameters['from_block'] as number,
          signal,
          onProgress,
        }),
      }
    case 'refresh_metadata':
      return runRefreshes(tools, job, signal)
    default:
      return runItems(tools.pool, job, signal)
  }
}

async function take(pool: pg.Pool, jobId: number): Promise<RunningJob | undefined> {
  const { rows } = await pool.query(
    `update desk_jobs set state = 'running', started_at = coalesce(started_at, now())
     where id = $1 and state in ('queued', 'running')
     returning id, kind, chain_id as "chainId", parameters, created_by, created_by_id`,
    [jobId],
  )
  const row = rows[0]
  if (row === undefined) return undefined
  const { created_by, created_by_id, ...job } = row
  return { ...job, actor: { name: created_by, id: created_by_id, requestId: `job:${jobId}` } }
}

async function end(
  pool: pg.Pool,
  jobId: number,
  state: 'done' | 'failed',
  { result, error }: { result?: unknown; error?: string },
): Promise<void> {
  await pool.query(
    `update desk_jobs set state = $2, result = $3, error = $4, finished_at = now() where id = $1 and state = 'running'`,
    [jobId, state, result === undefined ? null : JSON.stringify(result), error ?? null],
  )
}

/** Looks for a cancellation, and writes down the newest of what is reported. */
function followProgress(pool: pg.Pool, jobId: number, cancelled: AbortController) {
  let newest: [number, number] | undefined
  let underway: Promise<void> = Promise.resolve()
  const look = async () => {
    const told = newest
    newest = undefined
    const { rows } = told
      ? await pool.query(
          `update desk_jobs set done = $2, total = $3 where id = $1 and state = 'running' returning state`,
          [jobId, ...told],
        )
      : await pool.query('select state from desk_jobs where id = $1', [jobId])
    if (rows[0]?.state !== 'running') cancelled.abort()
  }
  // A database that is away for a moment is asked again the next time.
  const timer = setInterval(() => {
    underway = underway.then(look).catch(() => {})
  }, LOOK_MS)
  return {
    report: (done: number, total: number) => {
      newest = [done, total]
    },
    async stop() {
      clearInterval(timer)
      await underway
      if (newest !== undefined && !cancelled.signal.aborted) await look()
    },
  }
}
