import type pg from 'pg'

interface CampaignJob {
  chainId: number
  address: string
}

/** Job identifiers and their payloads (graphile-worker). */
export interface Jobs {
  /** A new campaign's document. */
  'metadata.resolve': CampaignJob & { traceparent?: string }
  /** A document that failed before, or, with `force`, one to be read again. In a lane of its own, so that new campaigns never wait behind these. */
  'metadata.retry': CampaignJob & { force?: boolean }
  /** The pictures that a resolved document names, into the block store. */
  'metadata.images': CampaignJob
  /** Long work asked for at the desk (`desk_jobs`). */
  'desk.run': { jobId: number }
}

/** Within a lane the smaller goes first. `backlog` is for campaigns found while catching up with the chain. */
export const JOB_PRIORITY = { new: 0, backlog: 10, images: 20, retry: 30 } as const

const OLD_AFTER_MS = 60 * 60_000

/** What a campaign created at this block time (unix seconds) is: new, or part of a backlog. */
export function priorityOfAge(blockTime: number): number {
  return Date.now() - blockTime * 1000 > OLD_AFTER_MS ? JOB_PRIORITY.backlog : JOB_PRIORITY.new
}

/** The key of a campaign's metadata job: there is one at a time. */
export const metadataJobKey = ({ chainId, address }: CampaignJob): string => `metadata:${chainId}:${address}`

/**
 * Enqueues jobs inside the caller's transaction: they exist if and only if it commits. `key` makes a job replace a
 * waiting one with the same key; with `keepRunAt` it then keeps that one's time.
 */
export async function enqueueJobs<Name extends keyof Jobs>(
  tx: pg.ClientBase | pg.Pool,
  name: Name,
  jobs: { payload: Jobs[Name]; key: string; runAt?: Date | undefined; priority?: number }[],
  options: { keepRunAt?: boolean } = {},
): Promise<void> {
  if (jobs.length === 0) return
  await tx.query(
    `select count(*) from graphile_worker.add_jobs(array(
       select row($1, payload, null, run_at, null, key, priority, null)::graphile_worker.job_spec
       from unnest($2::json[], $3::text[], $4::timestamptz[], $5::smallint[]) as job (payload, key, run_at, priority)
     ), $6)`,
    [
      name,
      jobs.map((job) => JSON.stringify(job.payload)),
      jobs.map((job) => job.key),
      jobs.map((job) => job.runAt ?? null),
      jobs.map((job) => job.priority ?? 0),
      options.keepRunAt ?? false,
    ],
  )
}
