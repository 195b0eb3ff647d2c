import type pg from 'pg'
import { enqueueJobs } from '../../lib/jobs.ts'

declare module '../../lib/jobs.ts' {
  interface Jobs {
    /** What was brought here, to the pin backend. */
    'uploads.pin': { cid: string }
    /** The pin backend, to let go of what was removed here. */
    'uploads.unpin': { cid: string }
  }
}

/** One job a content, however many brought it. */
export async function enqueuePins(tx: pg.ClientBase | pg.Pool, cids: readonly string[]): Promise<void> {
  await enqueueJobs(
    tx,
    'uploads.pin',
    cids.map((cid) => ({ payload: { cid }, key: `pin:${cid}` })),
  )
}

export async function enqueueUnpins(tx: pg.ClientBase | pg.Pool, cids: readonly string[]): Promise<void> {
  await enqueueJobs(
    tx,
    'uploads.unpin',
    cids.map((cid) => ({ payload: { cid }, key: `unpin:${cid}` })),
  )
}

/** Jobs for what the backend still keeps though it was removed here, and that have none. */
export async function enqueueMissingUnpins(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    `select cid from unpins
     where not refused and not exists (
       select from graphile_worker._private_jobs job
       where job.key = 'unpin:' || cid and (job.locked_at is not null or job.attempts < job.max_attempts))
     limit 10000`,
  )
  await enqueueUnpins(
    pool,
    rows.map((row) => row.cid),
  )
  return rows.length
}

/** Jobs for what is stored and not pinned, was not refused, and has none: after the queue was lost, or a job with all its tries. */
export async function enqueueMissingPins(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    `select distinct cid from uploads
     where stored_at is not null and pinned_at is null and not pin_refused
       and not exists (
         select from graphile_worker._private_jobs job
         where job.key = 'pin:' || cid and (job.locked_at is not null or job.attempts < job.max_attempts))
     limit 10000`,
  )
  await enqueuePins(
    pool,
    rows.map((row) => row.cid),
  )
  return rows.length
}
