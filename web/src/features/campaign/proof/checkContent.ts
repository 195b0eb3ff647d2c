import { CID } from 'multiformats/cid'
import { linksOf } from './linksOf.ts'

export interface ContentProof {
  cid: string
  bytes: number
  blocks: number
  agrees: boolean
}

const RAW = 0x55
const DAG_PB = 0x70
/** A description or a picture of more blocks is not checked: a hostile tree must not keep the browser busy. */
const MAX_BLOCKS = 2000

/** Fetches what a CID names, block by block, and hashes each in this browser. The server is not believed. */
export async function checkContent(text: string, signal?: AbortSignal): Promise<ContentProof> {
  const root = text.split('/', 1)[0] as string
  const seen = { bytes: 0, blocks: 0 }
  const queue: CID[] = [CID.parse(root)]
  while (queue.length > 0) {
    const cid = queue.pop() as CID
    seen.blocks += 1
    if (seen.blocks > MAX_BLOCKS) throw new Error('it has too many blocks to check here')
    const block = await fetchBlock(cid, signal)
    if (!(await hashes(cid, block))) return { cid: text, ...seen, agrees: false }
    seen.bytes += block.length
    if (cid.code === DAG_PB) queue.push(...linksOf(block))
  }
  return { cid: text, ...seen, agrees: true }
}

async function fetchBlock(cid: CID, signal?: AbortSignal): Promise<Uint8Array> {
  // A raw CID is the hash of the file itself, so the file is the block.
  const query = cid.code === RAW ? '' : '?format=raw'
  const answer = await fetch(`/api/v1/ipfs/${cid}${query}`, { cache: 'no-store', ...(signal ? { signal } : {}) })
  if (!answer.ok) throw new Error(`the server answered ${answer.status} for ${cid}`)
  return new Uint8Array(await answer.arrayBuffer())
}

const SHA_256 = 0x12

async function hashes(cid: CID, block: Uint8Array): Promise<boolean> {
  const { code, digest: expected } = cid.multihash
  if (code !== SHA_256) throw new Error(`its hash is not SHA-256 (multihash code ${code})`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', block as BufferSource))
  return digest.length === expected.length && digest.every((byte, index) => byte === expected[index])
}
