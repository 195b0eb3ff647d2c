import { type ImporterOptions, importByteStream, importBytes, type WritableStorage } from 'ipfs-unixfs-importer'
import type { CID } from 'multiformats/cid'
import type { BlockStore } from './blockStore.ts'

/** IPIP-499's profile: CIDv1, raw leaves, chunks of 1 MiB, 1,024 links a node. Without it CIDs differ above 256 KiB. */
const PROFILE: ImporterOptions = { profile: 'unixfs-v1-2025', blockWriteConcurrency: 4 }

/** The importer asks for more of a store than it uses: only put is called. */
const writeTo = (put: (cid: CID, bytes: Uint8Array) => Promise<void> | void): WritableStorage => ({
  async put(cid, bytes) {
    await put(cid, bytes as Uint8Array)
    return cid
  },
})

/** Chunks the bytes under a profile and hands over each block. Of a stream a few chunks are held at a time. */
export async function chunk(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  put: (cid: CID, block: Uint8Array) => Promise<void> | void,
  profile: ImporterOptions = PROFILE,
): Promise<CID> {
  // A copy: the importer writes the profile's settings into the options it is given.
  const options = { ...profile }
  const made =
    bytes instanceof Uint8Array
      ? await importBytes(bytes, writeTo(put), options)
      : await importByteStream(bytes, writeTo(put), options)
  return made.cid
}

/** Stores the bytes as blocks and gives their CID. Not pinned: pin the root, or eviction may take it. */
export const importFile = (
  store: Pick<BlockStore, 'put'>,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<CID> => chunk(bytes, store.put)

/** The CID importFile would give, without storing anything. */
export const computeCid = (bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<CID> => chunk(bytes, () => {})
