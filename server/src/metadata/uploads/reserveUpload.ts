import type pg from 'pg'
import { withTransaction } from '../../lib/database.ts'

export interface NewUpload {
  userId: number
  cid: string
  cidV0: string | null
  bytes: number
  contentType: string
  /** Of a document; see readMentions. */
  mentions: string[]
  /** What the user may bring within a day. */
  dailyBytes: number
}

/** `retryAt`: when so much of the day's amount is free again; null where the day's whole amount is less. */
export type Reservation = { granted: true } | { granted: false; usedBytes: number; retryAt: Date | null }

/** Two transactions about one content follow each other. The lock ends with the transaction. */
export async function lockContent(tx: pg.ClientBase, cid: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7353))', [cid])
}

/**
 * Enters an upload before anything of it is stored, if the user's amount for the day allows it. What he brings again
 * does not count twice, and is new again for the collection.
 */
export function reserveUpload(pool: pg.Pool, upload: NewUpload): Promise<Reservation> {
  const { userId, cid, cidV0, bytes, contentType, mentions, dailyBytes } = upload
  return withTransaction(pool, async (tx) => {
    // Uploads of one user follow each other here, so that two at once cannot both take the last bytes of a day.
    await tx.query('select from users where id = $1 for update', [userId])
    await lockContent(tx, cid)
    const { rows } = await tx.query(
      `select coalesce(sum(bytes), 0)::bigint as used,
              (select created_at from (
                 select created_at, sum(bytes) over (order by created_at desc, id desc) as newer
                 from uploads where user_id = $1 and cid <> $2 and created_at > now() - interval '1 day') as summed
               where newer + $3 > $4 order by created_at desc limit 1) + interval '1 day' as retry_at
       from uploads where user_id = $1 and cid <> $2 and created_at > now() - interval '1 day'`,
      [userId, cid, bytes, dailyBytes],
    )
    const { used, retry_at } = rows[0]
    if (used + bytes > dailyBytes)
      return { granted: false, usedBytes: used, retryAt: bytes > dailyBytes ? null : retry_at }
    await tx.query(
      `insert into uploads (user_id, cid, bytes, content_type, mentions, cid_v0) values ($1, $2, $3, $4, $5, $6)
       on conflict (user_id, cid) do update set created_at = now(), updated_at = now()`,
      [userId, cid, bytes, contentType, mentions, cidV0],
    )
    return { granted: true }
  })
}
