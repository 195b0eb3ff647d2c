import type pg from 'pg'
import type { BlockStore } from '../../ipfs/blockStore.ts'
import { parseCid } from '../../ipfs/cid.ts'
import { IpfsError } from '../../ipfs/IpfsError.ts'
import { type PinBackend, pinRoot } from '../../ipfs/pin.ts'
import { ADVISORY_LOCKS } from '../../lib/advisoryLocks.ts'
import { withTransaction } from '../../lib/database.ts'
import { cleanLine } from '../cleanText.ts'

export interface PinSource {
  pool: pg.Pool
  store: BlockStore
  backend: PinBackend
}

/** Pinning and unpinning of one content follow each other, in whichever processes. */
export function alone<T>(pool: pg.Pool, cid: string, work: () => Promise<T>): Promise<T> {
  return withTransaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [ADVISORY_LOCKS.pin, cid])
    return work()
  })
}

/**
 * Pins what was brought here with the configured backend and notes that, or why not. Does nothing for what is pinned
 * or was collected. Pinning twice is harmless, so it may be killed at any point.
 * @returns the error of a backend that refuses for good
 * @throws IpfsError for trying again
 */
export function pinUpload(source: PinSource, cid: string, signal: AbortSignal): Promise<IpfsError | undefined> {
  return alone(source.pool, cid, () => pinNow(source, cid, signal))
}

async function pinNow(
  { pool, store, backend }: PinSource,
  cid: string,
  signal: AbortSignal,
): Promise<IpfsError | undefined> {
  const { rows } = await pool.query(
    'select 1 from uploads where cid = $1 and stored_at is not null and pinned_at is null limit 1',
    [cid],
  )
  if (rows.length === 0) return undefined
  try {
    await pinRoot(store, backend, parseCid(cid), signal)
  } catch (error) {
    if (!(error instanceof IpfsError) || error.code === 'aborted') throw error
    await pool.query(
      `update uploads set pin_error_code = $2, pin_error = $3, pin_refused = $4, updated_at = now()
       where cid = $1 and pinned_at is null`,
      [cid, error.code, cleanLine(error.message, 2_000), !error.retryable],
    )
    if (error.retryable) throw error
    return error
  }
  await pool.query(
    `update uploads set pinned_at = now(), pin_error_code = null, pin_error = null, pin_refused = false, updated_at = now()
     where cid = $1 and stored_at is not null and pinned_at is null`,
    [cid],
  )
  return undefined
}
