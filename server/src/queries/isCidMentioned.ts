import type pg from 'pg'
import { run, sql } from './sql.ts'

/** The CID at the head of a campaign's `cid`, as it is indexed. */
export const cidOfCampaign = sql`left(split_part(regexp_replace(c.cid, '^ipfs://', ''), '/', 1), 100)`

/**
 * Whether a campaign or its metadata speaks of one of these CIDs (several spellings of one), alone or with a path
 * behind it.
 */
export async function isCidMentioned(pool: pg.Pool, spellings: readonly string[]): Promise<boolean> {
  const rows = await run(
    pool,
    sql`select 1 where
      exists (select from campaigns c where ${cidOfCampaign} = any(${spellings}))
      or exists (select from campaign_metadata where split_part(image_cid, '/', 1) = any(${spellings}))
      or exists (select from campaign_metadata where split_part(banner_cid, '/', 1) = any(${spellings}))
      or exists (select from campaign_metadata where split_part(creator_avatar_cid, '/', 1) = any(${spellings}))`,
  )
  return rows.length > 0
}
