import type pg from 'pg'
import { asIndexed, CID_OF_CAMPAIGN } from '../lib/cidOfCampaign.ts'
import { run, Sql, sql } from './sql.ts'

/** The CID at the head of a campaign's `cid`, as it is indexed. */
export const cidOfCampaign = new Sql([CID_OF_CAMPAIGN], [])

/** As isShown, for the few rows that an index gave, of whatever chains. */
const isShownAnywhere = (chainId: Sql, address: Sql): Sql => sql`not exists (
  select from hidden_campaigns h where h.chain_id = ${chainId} and h.campaign_address = ${address})`
const ofShown = isShownAnywhere(sql`m.chain_id`, sql`m.campaign_address`)

/**
 * Whether a campaign that is not hidden or its metadata speaks of one of these CIDs (several spellings of one), alone or with a path
 * behind it.
 */
export async function isCidMentioned(pool: pg.Pool, spellings: readonly string[]): Promise<boolean> {
  const rows = await run(
    pool,
    sql`select 1 where
      exists (select from campaigns c where ${cidOfCampaign} = any(${spellings.map(asIndexed)}) and ${isShownAnywhere(sql`c.chain_id`, sql`c.address`)})
      or exists (select from campaign_metadata m where split_part(image_cid, '/', 1) = any(${spellings}) and ${ofShown})
      or exists (select from campaign_metadata m where split_part(banner_cid, '/', 1) = any(${spellings}) and ${ofShown})
      or exists (select from campaign_metadata m where split_part(creator_avatar_cid, '/', 1) = any(${spellings})
        and ${ofShown})`,
  )
  return rows.length > 0
}
