import type pg from 'pg'

/** `CID` or `CID/path` of each document and picture of rows changed since then, each once; none of hidden campaigns. */
export async function listMentionedContent(pool: pg.Pool, since: Date): Promise<string[]> {
  const { rows } = await pool.query(
    `select distinct content from campaign_metadata m,
       lateral (values (cid), (image_cid), (banner_cid), (creator_avatar_cid)) as mentioned (content)
     where updated_at >= $1 and content <> '' and not exists (
       select from hidden_campaigns h where h.chain_id = m.chain_id and h.campaign_address = m.campaign_address)`,
    [since],
  )
  return rows.map((row) => row.content)
}

/** Another one whenever a campaign was hidden or shown again. */
export async function hiddenVersion(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query(
    `select md5(coalesce(string_agg(chain_id || ':' || campaign_address, ' ' order by chain_id, campaign_address), '')) as version
     from hidden_campaigns`,
  )
  return rows[0].version
}
