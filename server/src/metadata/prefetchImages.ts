import type pg from 'pg'
import { openFile } from '../ipfs/fetchFile.ts'
import { IpfsError } from '../ipfs/IpfsError.ts'
import type { ContentSource } from './fetchDocument.ts'
import { parseContentPath } from './parseContentPath.ts'

/** The largest picture that is shown. */
const MAX_IMAGE_BYTES = 16 * 1024 * 1024

/**
 * Brings the pictures of a resolved document into the block store, so that the first visitor need not wait for them.
 * Each is tried; one that can never be had is left alone.
 * @throws IpfsError, retryable, of the first that failed so
 */
export async function prefetchImages(
  source: ContentSource & { pool: pg.Pool },
  { chainId, address }: { chainId: number; address: string },
): Promise<{ fetched: number; failed: IpfsError[] }> {
  const failed: IpfsError[] = []
  let fetched = 0
  for (const image of await listImages(source.pool, chainId, address)) {
    try {
      const { cid, path } = parseContentPath(image)
      const { store, gateways, signal, timeoutMs } = source
      const file = await openFile(cid, {
        store,
        gateways,
        signal,
        path,
        maxBytes: MAX_IMAGE_BYTES,
        deadlineMs: timeoutMs,
      })
      // Block by block: reading is what stores, and nothing is held.
      for await (const _ of file.read());
      fetched += 1
    } catch (error) {
      if (!(error instanceof IpfsError) || error.code === 'aborted') throw error
      failed.push(error)
    }
  }
  const again = failed.find((error) => error.retryable)
  if (again) throw again
  return { fetched, failed }
}

async function listImages(pool: pg.Pool, chainId: number, address: string): Promise<string[]> {
  const { rows } = await pool.query(
    `select image_cid, banner_cid, creator_avatar_cid from campaign_metadata
     where chain_id = $1 and campaign_address = $2 and state = 'resolved'`,
    [chainId, address],
  )
  const images = rows.flatMap((row) => [row.image_cid, row.banner_cid, row.creator_avatar_cid])
  return [...new Set(images.filter((image) => image !== null))]
}
