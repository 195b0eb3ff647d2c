import type pg from 'pg'

/** Whether this user brought the content here, under any of these spellings of its CID. */
export async function isUploadOf(pool: pg.Pool, userId: number, spellings: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'is-upload-of',
    text: 'select 1 from uploads where user_id = $1 and cid = any($2) limit 1',
    values: [userId, spellings],
  })
  return rows.length > 0
}
