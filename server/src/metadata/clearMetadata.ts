import type pg from 'pg'
import { enqueueJobs, JOB_PRIORITY, metadataJobKey } from '../lib/jobs.ts'

/** Forgets what is stored of a campaign's document, and has the worker fetch it anew. @returns what is forgotten */
export async function clearMetadata(
  tx: pg.ClientBase,
  campaign: { chainId: number; address: string },
): Promise<{ cid: string; state: string; name: string | null; last_error: string | null } | undefined> {
  const { chainId, address } = campaign
  const { rows } = await tx.query(
    'delete from campaign_metadata where chain_id = $1 and campaign_address = $2 returning cid, state, name, last_error',
    [chainId, address],
  )
  await enqueueJobs(tx, 'metadata.resolve', [
    { payload: { chainId, address }, key: metadataJobKey(campaign), priority: JOB_PRIORITY.new },
  ])
  return rows[0]
}
