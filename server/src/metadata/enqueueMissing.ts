import type pg from 'pg'
import { withTransaction } from '../lib/database.ts'
import { enqueueJobs, JOB_PRIORITY, metadataJobKey } from '../lib/jobs.ts'

const BATCH = 2_000

/**
 * Enqueues a job for every campaign whose metadata is neither resolved nor given up and that has none: after the queue
 * was lost, or a job with all its tries. Rows of campaigns that a reorg took are deleted.
 * @returns how many were enqueued
 */
export async function enqueueMissing(pool: pg.Pool): Promise<number> {
  await pool.query(
    `delete from campaign_metadata m
     where not exists (select from campaigns c where c.chain_id = m.chain_id and c.address = m.campaign_address)`,
  )
  for (let total = 0; ; ) {
    const count = await enqueueBatch(pool)
    total += count
    if (count < BATCH) return total
  }
}

function enqueueBatch(pool: pg.Pool): Promise<number> {
  return withTransaction(pool, async (tx) => {
    const { rows } = await tx.query(
      `select c.chain_id, c.address, m.next_attempt_at
       from campaigns c left join campaign_metadata m
         on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = left(c.cid, 255)
       where c.cid <> '' and (m.id is null or (m.state <> 'resolved' and m.next_attempt_at is not null))
         and not exists (
           select from graphile_worker._private_jobs job
           where job.key = 'metadata:' || c.chain_id || ':' || c.address
             and (job.locked_at is not null or job.attempts < job.max_attempts))
       limit $1`,
      [BATCH],
    )
    const jobs = rows.map((row) => {
      const payload = { chainId: row.chain_id as number, address: row.address as string }
      return { payload, key: metadataJobKey(payload), runAt: (row.next_attempt_at as Date | null) ?? undefined }
    })
    const isRetry = (job: (typeof jobs)[number]) => job.runAt !== undefined
    const { retries = [], fresh = [] } = Object.groupBy(jobs, (job) => (isRetry(job) ? 'retries' : 'fresh'))
    await enqueueJobs(
      tx,
      'metadata.resolve',
      fresh.map((job) => ({ ...job, priority: JOB_PRIORITY.backlog })),
      KEEP,
    )
    await enqueueJobs(
      tx,
      'metadata.retry',
      retries.map((job) => ({ ...job, priority: JOB_PRIORITY.retry })),
      KEEP,
    )
    return jobs.length
  })
}

/** The consumer may have enqueued one since. */
const KEEP = { keepRunAt: true }
