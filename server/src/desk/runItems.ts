import type pg from 'pg'
import { withTransaction } from '../lib/database.ts'
import { RefusedError } from '../lib/RefusedError.ts'
import { featureCampaign, unfeatureCampaign } from '../moderation/featured.ts'
import { hideCampaign, unhideCampaign } from '../moderation/hides.ts'
import type { RunningJob } from './runJob.ts'

/** Does a job one by one: each in a transaction that marks it done, so that none is done twice or forgotten. */
export async function runItems(pool: pg.Pool, job: RunningJob, signal: AbortSignal): Promise<void> {
  while (await withTransaction(pool, (tx) => runNext(tx, job))) signal.throwIfAborted()
}

/** @returns whether there may be more */
async function runNext(tx: pg.PoolClient, job: RunningJob): Promise<boolean> {
  // The job's own row first: it cannot be cancelled in between.
  const { rows: states } = await tx.query('select state from desk_jobs where id = $1 for update', [job.id])
  if (states[0]?.state !== 'running') return false
  const { rows } = await tx.query(
    `select position, subject from desk_job_items where job_id = $1 and state = 'waiting' order by position limit 1`,
    [job.id],
  )
  if (rows[0] === undefined) return false
  const { position, subject } = rows[0] as { position: number; subject: string }
  await tx.query('savepoint item')
  let reason: string | undefined
  try {
    await act(tx, job, subject)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    await tx.query('rollback to savepoint item')
    reason = error.message
  }
  await markItem(tx, job.id, position, reason)
  return true
}

/** @returns whether it was still waiting */
export async function markItem(
  tx: pg.ClientBase | pg.Pool,
  jobId: number,
  position: number,
  reason: string | undefined,
): Promise<void> {
  await tx.query(
    `with marked as (
       update desk_job_items set state = $3, reason = $4 where job_id = $1 and position = $2 and state = 'waiting' returning state
     )
     update desk_jobs set done = done + (marked.state = 'done')::int, failed = failed + (marked.state = 'failed')::int
     from marked where id = $1`,
    [jobId, position, reason === undefined ? 'done' : 'failed', reason ?? null],
  )
}

function act(tx: pg.ClientBase, { kind, chainId, parameters, actor }: RunningJob, address: string): Promise<void> {
  const campaign = { chainId, address }
  const reason = parameters['reason'] as string | undefined
  switch (kind) {
    case 'hide':
      return hideCampaign(tx, actor, campaign, reason ?? '')
    case 'unhide':
      return unhideCampaign(tx, actor, campaign, reason)
    case 'feature':
      return featureCampaign(tx, actor, campaign)
    case 'unfeature':
      return unfeatureCampaign(tx, actor, campaign)
    default:
      throw new TypeError(`${kind} is nothing that is done one by one`)
  }
}
