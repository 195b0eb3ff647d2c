import type pg from 'pg'
import { run, sql } from '../sql.ts'

export interface DeskCounts {
  dead_letters: number
  reports_open: number
  jobs_running: number
  metadata_pending: number
  metadata_resolved: number
  metadata_failed: number
}

/** What waits for the staff, over all chains. */
export async function getDeskCounts(pool: pg.Pool): Promise<DeskCounts> {
  const [row] = await run<DeskCounts>(
    pool,
    sql`select (select count(*) from dead_letters) as dead_letters,
        (select count(*) from campaign_reports where state = 'open') as reports_open,
        (select count(*) from desk_jobs where state in ('queued', 'running')) as jobs_running,
        count(*) filter (where c.cid <> '' and coalesce(m.state, 'pending') = 'pending') as metadata_pending,
        count(*) filter (where m.state = 'resolved') as metadata_resolved,
        count(*) filter (where c.cid <> '' and m.state = 'failed') as metadata_failed
      from campaigns c left join campaign_metadata m
        on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = left(c.cid, 255)`,
  )
  return row!
}

export interface JobQueue {
  identifier: string
  depth: number
  oldest_seconds: number
}

/** The worker's queue, by kind of job: those that could run now, and for how long the first of them could have. */
export function listJobQueues(pool: pg.Pool): Promise<JobQueue[]> {
  return run<JobQueue>(
    pool,
    sql`select t.identifier, count(j.id) as depth,
        coalesce(max(floor(extract(epoch from now() - j.run_at))), 0)::int as oldest_seconds
      from graphile_worker._private_tasks t left join graphile_worker._private_jobs j
        on j.task_id = t.id and j.is_available and j.run_at <= now()
      group by t.identifier order by t.identifier`,
  )
}

/** Workers that live: each holds its lock. */
export async function countWorkers(pool: pg.Pool): Promise<number> {
  const [row] = await run<{ count: number }>(
    pool,
    sql`select count(*) as count from pg_stat_activity
      where datname = current_database() and application_name = 'kindling worker lock'`,
  )
  return row!.count
}

export interface RecentError {
  at: string
  where: string
  message: string
}

const SHOWN = 20

/** What went wrong last, wherever it is written down; the newest first. */
export async function listRecentErrors(pool: pg.Pool): Promise<RecentError[]> {
  const rows = await run<{ at: Date; where: string; message: string }>(
    pool,
    sql`select * from (
        (select updated_at as at, 'dead letter ' || id || ' of ' || queue as where, reason as message
          from dead_letters order by updated_at desc limit ${SHOWN})
        union all
        (select updated_at, 'metadata of campaign ' || campaign_address, last_error from campaign_metadata
          where state <> 'resolved' and last_error is not null order by updated_at desc limit ${SHOWN})
        union all
        (select coalesce(failing_since, updated_at), 'producer of chain ' || chain_id, coalesce(halted_reason, failing_reason)
          from sync_state where halted_reason is not null or failing_reason is not null)
        union all
        (select coalesce(finished_at, created_at), 'job ' || id || ' (' || kind || ')', error from desk_jobs
          where error is not null order by id desc limit ${SHOWN})
        union all
        (select updated_at, 'pin of ' || cid, pin_error from uploads
          where pin_error is not null order by updated_at desc limit ${SHOWN})
      ) errors order by at desc limit ${SHOWN}`,
  )
  return rows.map(({ at, ...row }) => ({ at: at.toISOString(), ...row, message: withoutPaths(row.message) }))
}

/** Paths and queries of addresses can hold keys. */
export const withoutPaths = (text: string): string =>
  text.replace(/(https?:\/\/)(?:[^\s/@"']*@)?([^\s/"',;)]+)[^\s"',;)]*/g, '$1$2')
