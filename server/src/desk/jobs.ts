import type pg from 'pg'
import { type Actor, recordAction } from '../audit/recordAction.ts'
import { enqueueJobs } from '../lib/jobs.ts'
import { RefusedError } from '../lib/RefusedError.ts'

export type JobKind = 'hide' | 'unhide' | 'feature' | 'unfeature' | 'refresh_metadata' | 'resync' | 'verify'

export interface NewJob {
  kind: JobKind
  chainId: number
  /** What was asked for, for people to read and for the worker to do. */
  parameters: Record<string, unknown>
  /** What is done one by one: addresses, or all campaigns whose metadata is in this state; left out: the job is one piece. */
  subjects?: readonly string[] | { metadataState: 'failed' | 'pending' }
}

/** Enters a job and has a worker take it up once the transaction commits. @returns its id */
export async function createJob(tx: pg.ClientBase, actor: Actor, job: NewJob): Promise<number> {
  const { kind, chainId, parameters, subjects } = job
  const { rows } = await tx.query(
    `insert into desk_jobs (kind, chain_id, parameters, created_by, created_by_id) values ($1, $2, $3, $4, $5) returning id`,
    [kind, chainId, JSON.stringify(parameters), actor.name, actor.id],
  )
  const id: number = rows[0].id
  if (subjects !== undefined) await addItems(tx, id, chainId, subjects)
  await enqueue(tx, id)
  await recordAction(tx, actor, {
    action: `job.${kind}`,
    subject: `job:${id}`,
    after: { chain_id: chainId, ...parameters },
  })
  return id
}

async function addItems(
  tx: pg.ClientBase,
  id: number,
  chainId: number,
  subjects: NonNullable<NewJob['subjects']>,
): Promise<void> {
  const { rowCount } =
    'metadataState' in subjects
      ? await tx.query(
          `insert into desk_job_items (job_id, position, subject)
           select $1, row_number() over (order by c.created_at desc, c.address), c.address
           from campaigns c left join campaign_metadata m
             on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = left(c.cid, 255)
           where c.chain_id = $2 and c.cid <> '' and coalesce(m.state, 'pending') = $3`,
          [id, chainId, subjects.metadataState],
        )
      : await tx.query(
          `insert into desk_job_items (job_id, position, subject)
           select $1, min(position), subject from unnest($2::text[]) with ordinality as given (subject, position)
           group by subject`,
          [id, subjects],
        )
  await tx.query('update desk_jobs set total = $2 where id = $1', [id, rowCount])
}

const enqueue = (tx: pg.ClientBase | pg.Pool, id: number) =>
  enqueueJobs(tx, 'desk.run', [{ payload: { jobId: id }, key: `desk:${id}` }])

/** Ends a job before its end; what it did stays done. @throws RefusedError job_not_found or job_ended */
export async function cancelJob(tx: pg.ClientBase, actor: Actor, id: number): Promise<void> {
  const { rows } = await tx.query('select state from desk_jobs where id = $1 for update', [id])
  if (rows[0] === undefined) throw new RefusedError('job_not_found', `There is no job ${id}.`)
  const { state } = rows[0] as { state: string }
  if (state !== 'queued' && state !== 'running') throw new RefusedError('job_ended', `Job ${id} has ended: ${state}.`)
  await tx.query("update desk_jobs set state = 'cancelled', finished_at = now() where id = $1", [id])
  await recordAction(tx, actor, {
    action: 'job.cancel',
    subject: `job:${id}`,
    before: { state },
    after: { state: 'cancelled' },
  })
}

/** Has jobs taken up that no worker knows of: the queue was lost, or all their tries used up. @returns how many */
export async function requeueJobs(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    `select id from desk_jobs d where state in ('queued', 'running') and not exists (
       select from graphile_worker._private_jobs job
       where job.key = 'desk:' || d.id and (job.locked_at is not null or job.attempts < job.max_attempts))`,
  )
  for (const { id } of rows) await enqueue(pool, id)
  return rows.length
}
