import type pg from 'pg'
import { enqueueJobs, JOB_PRIORITY, metadataJobKey } from '../lib/jobs.ts'
import { type Resolution, type ResolveOptions, resolveMetadata } from './resolveMetadata.ts'

/**
 * Fetches and reads one campaign's document now, resolved before or given up. What is resolved stays so if this fails.
 * @throws what the database throws, and IpfsError `aborted`
 */
export function refreshMetadata(
  options: Omit<ResolveOptions, 'force'>,
  campaign: { chainId: number; address: string },
): Promise<Resolution> {
  return resolveMetadata({ ...options, force: true }, { ...campaign, address: campaign.address.toLowerCase() })
}

const BATCH = 5_000

/**
 * Has every campaign's document read again by the worker, behind new campaigns; or only those that failed.
 * @returns how many
 */
export async function refreshAllMetadata(
  pool: pg.Pool,
  which: 'all' | 'failed',
  chainId?: number | undefined,
): Promise<number> {
  const { rows } = await pool.query(
    `select c.chain_id, c.address from campaigns c left join campaign_metadata m
       on m.chain_id = c.chain_id and m.campaign_address = c.address
     where c.cid <> '' and ($1::bigint is null or c.chain_id = $1) and ($2 = 'all' or m.state = 'failed')
     order by c.created_at desc, c.address`,
    [chainId ?? null, which],
  )
  const jobs = rows.map((row) => {
    const payload = { chainId: row.chain_id as number, address: row.address as string, force: true }
    return { payload, key: metadataJobKey(payload), priority: JOB_PRIORITY.retry }
  })
  for (let i = 0; i < jobs.length; i += BATCH) await enqueueJobs(pool, 'metadata.retry', jobs.slice(i, i + BATCH))
  return jobs.length
}
