import type pg from 'pg'

/** Job identifiers and their payloads (graphile-worker). */
export interface Jobs {
  'metadata.resolve': { chainId: number; address: string }
}

/**
 * Enqueues jobs inside the caller's transaction: they exist if and only if it commits. `key` makes a job replace a
 * waiting one with the same key.
 */
export async function enqueueJobs<Name extends keyof Jobs>(
  tx: pg.ClientBase | pg.Pool,
  name: Name,
  jobs: { payload: Jobs[Name]; key: string; runAt?: Date; priority?: number }[],
): Promise<void> {
  if (jobs.length === 0) return
  await tx.query(
    `select count(*) from graphile_worker.add_jobs(array(
       select row($1, payload, null, run_at, null, key, priority, null)::graphile_worker.job_spec
       from unnest($2::json[], $3::text[], $4::timestamptz[], $5::smallint[]) as job (payload, key, run_at, priority)
     ))`,
    [
      name,
      jobs.map((job) => JSON.stringify(job.payload)),
      jobs.map((job) => job.key),
      jobs.map((job) => job.runAt ?? null),
      jobs.map((job) => job.priority ?? 0),
    ],
  )
}
