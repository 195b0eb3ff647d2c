import { allSpellingsOf, parseCid } from '../../ipfs/cid.ts'
import { IpfsError } from '../../ipfs/IpfsError.ts'
import { withTransaction } from '../../lib/database.ts'
import { cleanLine } from '../cleanText.ts'
import { enqueuePins } from './enqueuePins.ts'
import { alone, type PinSource } from './pinUpload.ts'

/**
 * Has the backend let go of an upload that was removed here, unless someone brought it again or a campaign speaks of it
 * by now. May be killed at any point, as letting go twice is harmless.
 * @returns the error of a backend that refuses for good
 * @throws IpfsError for trying again
 */
export function unpinUpload(
  { pool, backend }: Pick<PinSource, 'pool' | 'backend'>,
  cid: string,
  signal: AbortSignal,
): Promise<IpfsError | undefined> {
  return alone(pool, cid, async () => {
    const { rows } = await pool.query(WANTED, [cid, allSpellingsOf(parseCid(cid))])
    if (rows.length === 0) return undefined
    if (!rows[0].wanted) {
      try {
        await backend.unpin(parseCid(cid), signal)
      } catch (error) {
        if (!(error instanceof IpfsError) || error.code === 'aborted') throw error
        await pool.query(
          'update unpins set error_code = $2, error = $3, refused = $4, updated_at = now() where cid = $1',
          [cid, error.code, cleanLine(error.message, 2_000), !error.retryable],
        )
        if (error.retryable) throw error
        return error
      }
    }
    await withTransaction(pool, async (tx) => {
      await tx.query('delete from unpins where cid = $1', [cid])
      // Brought again meanwhile, and perhaps pinned before the backend let go.
      const again = await tx.query('update uploads set pinned_at = null where cid = $1 and stored_at is not null', [
        cid,
      ])
      if (again.rowCount) await enqueuePins(tx, [cid])
    })
    return undefined
  })
}

const WANTED = `
  select exists (select from uploads where cid = u.cid)
      or exists (select from campaigns c, unnest($2::text[]) as spelling where strpos(c.cid, spelling) > 0)
      or exists (select from campaign_metadata m, unnest($2::text[]) as spelling where strpos(m.raw_json::text, spelling) > 0)
    as wanted
  from unpins u where u.cid = $1`
