import type { ImporterOptions } from 'ipfs-unixfs-importer'
import { fixedSize } from 'ipfs-unixfs-importer/chunker'
import { balanced } from 'ipfs-unixfs-importer/layout'
import type { CID } from 'multiformats/cid'
import { sameContent } from './cid.ts'
import { chunk } from './importFile.ts'

const KIB = 1024
const as = (cidVersion: 0 | 1, rawLeaves: boolean, chunkSize: number, maxChildrenPerNode: number): ImporterOptions => ({
  cidVersion,
  rawLeaves,
  chunker: fixedSize({ chunkSize }),
  layout: balanced({ maxChildrenPerNode }),
  blockWriteConcurrency: 4,
})

/** How files in use were made, the likeliest first. */
const PROFILES: ImporterOptions[] = [
  { profile: 'unixfs-v1-2025', blockWriteConcurrency: 4 },
  { profile: 'unixfs-v0-2015', blockWriteConcurrency: 4 }, // `ipfs add` for ten years
  as(1, true, 256 * KIB, 174), // `ipfs add --cid-version=1`
  as(0, true, 256 * KIB, 174), // `ipfs add --raw-leaves`
  as(1, false, 256 * KIB, 174), // `ipfs add --cid-version=1 --raw-leaves=false`
  as(1, true, 1024 * KIB, 174), // kubo's test-cid-v1
]

/** The blocks that the bytes make under the first known profile that gives this root, or undefined. */
export async function importAsRoot(
  root: CID,
  bytes: Uint8Array,
): Promise<{ cid: CID; bytes: Uint8Array }[] | undefined> {
  for (const profile of PROFILES) {
    const blocks: { cid: CID; bytes: Uint8Array }[] = []
    const made = await chunk(bytes, (cid, block) => void blocks.push({ cid, bytes: block }), profile)
    if (sameContent(made, root)) return blocks
  }
  return undefined
}
