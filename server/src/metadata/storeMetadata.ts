import type pg from 'pg'
import type { DocumentFields } from './readDocument.ts'

export interface MetadataRow extends DocumentFields {
  /** The document as JSON text. */
  raw_json: string | null
  state: 'pending' | 'resolved' | 'failed'
  verified: boolean
  attempts: number
  error_code: string | null
  last_error: string | null
  next_attempt_at: Date | null
  ipfs_fetched_at: Date | null
}

const TYPES: Record<keyof MetadataRow, string> = {
  name: 'text',
  description: 'text',
  short_description: 'text',
  image_cid: 'text',
  banner_cid: 'text',
  category: 'text',
  location: 'text',
  creator_name: 'text',
  creator_avatar_cid: 'text',
  website_url: 'text',
  twitter_handle: 'text',
  discord_url: 'text',
  tags: 'jsonb',
  raw_json: 'jsonb',
  state: 'text',
  verified: 'boolean',
  attempts: 'integer',
  error_code: 'text',
  last_error: 'text',
  next_attempt_at: 'timestamptz',
  ipfs_fetched_at: 'timestamptz',
}
const columns = Object.keys(TYPES) as (keyof MetadataRow)[]

// The row is one of the campaign with this CID or none: a campaign gone or made anew with another CID (a reorg) inserts
// nothing. And nothing resolved is lost to a failure of the same CID, which can only be a gateway's.
const TEXT = `
  insert into campaign_metadata as m (chain_id, campaign_address, cid, ${columns.join(', ')})
  select chain_id, address, left(cid, 255), ${columns.map((column, i) => `$${i + 4}::${TYPES[column]}`).join(', ')}
  from campaigns, (select set_config('synchronous_commit', 'off', true)) as without_waiting
  where chain_id = $1 and address = $2 and cid = $3
  on conflict (chain_id, campaign_address) do update set
    cid = excluded.cid, ${columns.map((column) => `${column} = excluded.${column}`).join(', ')},
    created_at = case when m.cid = excluded.cid then m.created_at else excluded.created_at end,
    updated_at = excluded.updated_at
  where excluded.state = 'resolved' or m.state <> 'resolved' or m.cid <> excluded.cid
  returning id`

/**
 * Writes the whole row of a campaign, if it still has this CID. The commit does not wait for the disk: what a crash of
 * PostgreSQL takes is fetched again, as the job's end is written later and so is lost with it. Rows are written one after
 * the other (they make a feed), so the waits would add up.
 * @returns whether it was written
 */
export async function storeMetadata(
  tx: pg.ClientBase | pg.Pool,
  campaign: { chainId: number; address: string; cid: string },
  row: MetadataRow,
): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'store-metadata',
    text: TEXT,
    values: [
      campaign.chainId,
      campaign.address,
      campaign.cid,
      // pg writes a JavaScript array as a PostgreSQL array.
      ...columns.map((column) => (column === 'tags' ? JSON.stringify(row.tags) : row[column])),
    ],
  })
  return rowCount === 1
}
