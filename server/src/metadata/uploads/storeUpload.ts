import type { CID } from 'multiformats/cid'
import type pg from 'pg'
import type { BlockStore } from '../../ipfs/blockStore.ts'
import { spellingsOf } from '../../ipfs/cid.ts'
import { computeCid, importFile } from '../../ipfs/importFile.ts'
import { withTransaction } from '../../lib/database.ts'
import { enqueuePins } from './enqueuePins.ts'
import { readMentions } from './readMentions.ts'
import { type Reservation, reserveUpload } from './reserveUpload.ts'

export interface StoredUpload {
  cid: CID
  reservation: Reservation
}

/**
 * Stores content that was checked: the row first, then the blocks, kept from eviction and through a power cut, then, in one
 * transaction, that they are there and the job that pins them. Killed anywhere in between it leaves a row that the
 * collection finds.
 * @throws IpfsError `store_full`
 */
export async function storeUpload(
  { pool, store }: { pool: pg.Pool; store: BlockStore },
  {
    userId,
    bytes,
    contentType,
    dailyBytes,
  }: { userId: number; bytes: Uint8Array; contentType: string; dailyBytes: number },
): Promise<StoredUpload> {
  const cid = await computeCid(bytes)
  const isDocument = contentType.startsWith('application/json')
  const reservation = await reserveUpload(pool, {
    userId,
    cid: cid.toString(),
    cidV0: spellingsOf(cid)[1] ?? null,
    bytes: bytes.byteLength,
    contentType,
    mentions: isDocument ? readMentions(bytes) : [],
    dailyBytes,
  })
  if (!reservation.granted) return { cid, reservation }
  await importFile(store, bytes)
  await store.pin(cid)
  await withTransaction(pool, async (tx) => {
    await tx.query(
      'update uploads set stored_at = coalesce(stored_at, now()), updated_at = now() where user_id = $1 and cid = $2',
      [userId, cid.toString()],
    )
    await enqueuePins(tx, [cid.toString()])
  })
  return { cid, reservation }
}
