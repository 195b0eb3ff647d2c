import type pg from 'pg'
import { IpfsError } from '../ipfs/IpfsError.ts'
import { withTransaction } from '../lib/database.ts'
import { enqueueJobs, JOB_PRIORITY, metadataJobKey } from '../lib/jobs.ts'
import { cleanLine } from './cleanText.ts'
import { DocumentError } from './DocumentError.ts'
import { type ContentSource, fetchDocument } from './fetchDocument.ts'
import type { Document, DocumentFields } from './readDocument.ts'
import { ATTEMPTS_PENDING, retryDelayMs } from './retrySchedule.ts'
import { storeMetadata } from './storeMetadata.ts'

export type MetadataError = IpfsError | DocumentError

export type Resolution =
  /** There is no such campaign (any more), or it got another CID meanwhile, whose own job is waiting. */
  | { outcome: 'gone' }
  /** It was resolved before; a CID's content never changes. */
  | { outcome: 'unchanged' }
  | { outcome: 'resolved'; from: string }
  /** `keptOld`: what was resolved before stays. `nextAttemptAt`: null where only asking by hand helps. */
  | { outcome: 'pending' | 'failed'; error: MetadataError; nextAttemptAt: Date | null; keptOld: boolean }

export interface ResolveOptions extends ContentSource {
  pool: pg.Pool
  /** Also what is resolved already. */
  force?: boolean | undefined
  /** Done in the transaction that writes the row, whatever came of it. */
  alongside?: ((tx: pg.ClientBase, state: 'resolved' | 'pending' | 'failed') => Promise<void>) | undefined
  random?: () => number
}

interface Campaign {
  chainId: number
  address: string
  cid: string
  isResolved: boolean
  /** That failed, of this CID. */
  attempts: number
}

/**
 * Fetches a campaign's document, reads it and stores it, or stores why not and when it is tried again. Safe to run twice
 * at once, and to be killed at any point: row and next job change together.
 *
 * @throws what the database throws, and IpfsError `aborted` when `signal` does: then nothing is counted
 */
export async function resolveMetadata(
  options: ResolveOptions,
  { chainId, address }: { chainId: number; address: string },
): Promise<Resolution> {
  const campaign = await findCampaign(options.pool, chainId, address)
  if (campaign === undefined) return { outcome: 'gone' }
  if (campaign.isResolved && !options.force) return { outcome: 'unchanged' }
  let document: Document & { from: string }
  try {
    document = await fetchDocument(campaign.cid, options)
  } catch (error) {
    if (!(error instanceof IpfsError || error instanceof DocumentError) || error.code === 'aborted') throw error
    return storeFailure(options, campaign, error)
  }
  return (await storeDocument(options, campaign, document))
    ? { outcome: 'resolved', from: document.from }
    : { outcome: 'gone' }
}

/** A row whose campaign is gone goes with it. */
async function findCampaign(pool: pg.Pool, chainId: number, address: string): Promise<Campaign | undefined> {
  const { rows } = await pool.query({
    name: 'find-campaign-metadata',
    text: `select c.cid, m.state, coalesce(m.attempts, 0) as attempts
           from campaigns c left join campaign_metadata m
             on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = left(c.cid, 255)
           where c.chain_id = $1 and c.address = $2`,
    values: [chainId, address],
  })
  const row = rows[0]
  if (row) return { chainId, address, cid: row.cid, isResolved: row.state === 'resolved', attempts: row.attempts }
  await pool.query(
    `delete from campaign_metadata m where chain_id = $1 and campaign_address = $2
     and not exists (select from campaigns c where c.chain_id = m.chain_id and c.address = m.campaign_address)`,
    [chainId, address],
  )
  return undefined
}

async function storeDocument(
  { pool, alongside }: ResolveOptions,
  campaign: Campaign,
  { fields, raw }: Document,
): Promise<boolean> {
  const store = (tx: pg.ClientBase | pg.Pool) =>
    storeMetadata(tx, campaign, {
      ...fields,
      raw_json: raw,
      state: 'resolved',
      verified: true,
      attempts: campaign.attempts + 1,
      error_code: null,
      last_error: null,
      next_attempt_at: null,
      ipfs_fetched_at: new Date(),
    })
  const hasImages = (fields.image_cid ?? fields.banner_cid ?? fields.creator_avatar_cid) !== null
  if (!hasImages && !alongside) return store(pool)
  return withTransaction(pool, async (tx) => {
    const stored = await store(tx)
    if (stored && hasImages) await enqueueImages(tx, campaign)
    await alongside?.(tx, 'resolved')
    return stored
  })
}

async function enqueueImages(tx: pg.ClientBase, { chainId, address }: Campaign): Promise<void> {
  await enqueueJobs(tx, 'metadata.images', [
    { payload: { chainId, address }, key: `images:${chainId}:${address}`, priority: JOB_PRIORITY.images },
  ])
}

async function storeFailure(options: ResolveOptions, campaign: Campaign, error: MetadataError): Promise<Resolution> {
  const { chainId, address } = campaign
  const attempts = campaign.attempts + 1
  const nextAttemptAt = error.retryable ? new Date(Date.now() + retryDelayMs(attempts, options.random)) : null
  const outcome = error.retryable && attempts < ATTEMPTS_PENDING ? 'pending' : 'failed'
  return withTransaction(options.pool, async (tx) => {
    const stored = await storeMetadata(tx, campaign, {
      ...NO_FIELDS,
      raw_json: null,
      state: outcome,
      verified: false,
      attempts,
      error_code: error.code,
      last_error: cleanLine(error.message, 2_000),
      next_attempt_at: nextAttemptAt,
      ipfs_fetched_at: null,
    })
    if (!stored && !campaign.isResolved) return { outcome: 'gone' }
    await options.alongside?.(tx, outcome)
    if (stored && nextAttemptAt) {
      await enqueueJobs(
        tx,
        'metadata.retry',
        [
          {
            payload: { chainId, address },
            key: metadataJobKey(campaign),
            runAt: nextAttemptAt,
            priority: JOB_PRIORITY.retry,
          },
        ],
        // A job that is waiting already is of a campaign made anew, and not to be put off.
        { keepRunAt: true },
      )
    }
    return stored
      ? { outcome, error, nextAttemptAt, keptOld: false }
      : { outcome: 'failed', error, nextAttemptAt: null, keptOld: true }
  })
}

const NO_FIELDS: DocumentFields = {
  name: null,
  description: null,
  short_description: null,
  image_cid: null,
  banner_cid: null,
  category: null,
  location: null,
  creator_name: null,
  creator_avatar_cid: null,
  website_url: null,
  twitter_handle: null,
  discord_url: null,
  tags: [],
}
