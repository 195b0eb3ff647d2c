import type pg from 'pg'
import { run, sql } from './sql.ts'

/**
 * Whether a campaign or its metadata speaks of one of these CIDs (several spellings of one), alone or with a path
 * behind it.
 */
export async function isCidMentioned(pool: pg.Pool, spellings: readonly string[]): Promise<boolean> {
  const rows = await run(
    pool,
    sql`select 1 where
      exists (select from campaigns where split_part(regexp_replace(cid, '^ipfs://', ''), '/', 1) = any(${spellings}))
      or exists (select from campaign_metadata where split_part(image_cid, '/', 1) = any(${spellings})
        or split_part(banner_cid, '/', 1) = any(${spellings})
        or split_part(creator_avatar_cid, '/', 1) = any(${spellings}))`,
  )
  return rows.length > 0
}
