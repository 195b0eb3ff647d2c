import type pg from 'pg'

export interface MetadataStatus {
  resolved: number
  /** Campaigns whose document has not been had yet, those not tried at all among them. */
  pending: number
  failed: number
  /** Campaigns created without a CID. */
  withoutCid: number
  /** Block time of the oldest campaign that is pending. */
  oldestPendingAt: Date | null
  /** When the next retry is due. */
  nextAttemptAt: Date | null
  /** Jobs that could run now, and those that do. */
  jobs: { waiting: number; running: number }
  /** What keeps documents from being had, most frequent first, with the newest example of each. */
  errors: MetadataErrorCount[]
}

export interface MetadataErrorCount {
  code: string
  count: number
  chainId: number
  address: string
  message: string
  at: Date
}

const ERRORS_SHOWN = 10

/** How far the metadata of a chain, or of all, has come. */
export async function getMetadataStatus(pool: pg.Pool, chainId?: number | undefined): Promise<MetadataStatus> {
  const ofChain = [chainId ?? null]
  const [states, jobs, errors] = await Promise.all([
    pool.query(STATES, ofChain),
    pool.query(JOBS, ofChain),
    pool.query(ERRORS, [...ofChain, ERRORS_SHOWN]),
  ])
  const state = states.rows[0]
  return {
    resolved: state.resolved,
    pending: state.pending,
    failed: state.failed,
    withoutCid: state.without_cid,
    oldestPendingAt: state.oldest_pending_at,
    nextAttemptAt: state.next_attempt_at,
    jobs: { waiting: jobs.rows[0].waiting, running: jobs.rows[0].running },
    errors: errors.rows.map((row) => ({
      code: row.error_code,
      count: row.count,
      chainId: row.chain_id,
      address: row.campaign_address,
      message: row.last_error,
      at: row.updated_at,
    })),
  }
}

const STATES = `
  select count(*) filter (where state = 'resolved') as resolved,
         count(*) filter (where state = 'pending' and cid <> '') as pending,
         count(*) filter (where state = 'failed' and cid <> '') as failed,
         count(*) filter (where cid = '') as without_cid,
         min(created_at) filter (where state = 'pending' and cid <> '') as oldest_pending_at,
         min(next_attempt_at) as next_attempt_at
  from (select c.cid, c.created_at, coalesce(m.state, 'pending') as state, m.next_attempt_at
        from campaigns c left join campaign_metadata m
          on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = left(c.cid, 255)
        where $1::bigint is null or c.chain_id = $1) as campaign`

const JOBS = `
  select count(*) filter (where job.is_available and job.run_at <= now()) as waiting,
         count(*) filter (where job.locked_at is not null) as running
  from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
  where task.identifier in ('metadata.resolve', 'metadata.retry')
    and ($1::bigint is null or (job.payload ->> 'chainId')::bigint = $1)`

const ERRORS = `
  select error_code, count(*)::int as count, (array_agg(chain_id order by updated_at desc))[1] as chain_id,
         (array_agg(campaign_address order by updated_at desc))[1] as campaign_address,
         (array_agg(last_error order by updated_at desc))[1] as last_error, max(updated_at) as updated_at
  from campaign_metadata
  where error_code is not null and cid <> '' and ($1::bigint is null or chain_id = $1)
  group by error_code order by count(*) desc, error_code limit $2`
