import type { CID } from 'multiformats/cid'
import { blockKey, inlineBytes, RAW } from './cid.ts'
import { IpfsError } from './IpfsError.ts'
import { readNode } from './readNode.ts'

type Readable = { get(cid: CID): Promise<Uint8Array | undefined> }

/** No DAG that is pinned or exported has more blocks than this: 64 GiB in 256 KiB chunks. */
const MAX_BLOCKS = 262_144

/**
 * Every block under the root, parents before children. Each is read once, so a small DAG that multiplies by linking
 * itself costs no more than its blocks. Raw and dag-pb of one hash are two visits: only the latter has links.
 * @throws IpfsError `not_local` where a block is missing
 */
export async function* walkBlocks(store: Readable, root: CID): AsyncGenerator<{ cid: CID; bytes: Uint8Array }> {
  const visited = new Set<string>()
  const waiting: CID[] = [root]
  for (let cid = waiting.pop(); cid; cid = waiting.pop()) {
    const visit = `${cid.code}:${blockKey(cid)}`
    if (visited.has(visit)) continue
    visited.add(visit)
    if (visited.size > MAX_BLOCKS)
      throw new IpfsError('too_many_blocks', `CID ${root} has more than ${MAX_BLOCKS} blocks.`)
    const bytes = await store.get(cid)
    if (!bytes) throw new IpfsError('not_local', `Block ${cid} of CID ${root} is not in the store.`)
    yield { cid, bytes }
    if (cid.code === RAW) continue
    const node = readNode(cid, bytes)
    if ('links' in node) for (const link of node.links.toReversed()) waiting.push(link.cid)
  }
}

/** Keys of the stored blocks under the root, each once. @throws IpfsError `not_local` */
export async function listBlocks(store: Readable, root: CID): Promise<string[]> {
  const keys = new Set<string>()
  for await (const { cid } of walkBlocks(store, root)) if (!inlineBytes(cid)) keys.add(blockKey(cid))
  return [...keys]
}
