import type pg from 'pg'

/** `CID` or `CID/path` of each document and picture of rows changed since then, each once. */
export async function listMentionedContent(pool: pg.Pool, since: Date): Promise<string[]> {
  const { rows } = await pool.query(
    `select distinct content from campaign_metadata,
       lateral (values (cid), (image_cid), (banner_cid), (creator_avatar_cid)) as mentioned (content)
     where updated_at >= $1 and content <> ''`,
    [since],
  )
  return rows.map((row) => row.content)
}
