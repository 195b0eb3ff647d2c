import type { CID } from 'multiformats/cid'
import type pg from 'pg'
import { Budget } from '../../ipfs/Budget.ts'
import type { BlockStore } from '../../ipfs/blockStore.ts'
import { blockKey, RAW } from '../../ipfs/cid.ts'
import { IpfsError } from '../../ipfs/IpfsError.ts'
import { readNode } from '../../ipfs/readNode.ts'
import { resolvePath, type Walk } from '../../ipfs/walk.ts'
import { hiddenVersion, listMentionedContent } from '../../metadata/listMentionedContent.ts'
import { type ContentPath, parseContentPath } from '../../metadata/parseContentPath.ts'

/** Whoever asks for blocks nobody mentions must not make us read the table more often. */
const LOOK_EVERY_MS = 5_000
/** Rows are stamped before they are committed. */
const OVERLAP_MS = 60_000
const MAX_PARTS = 500_000
/** Smaller children of a file are leaves in all that is made in practice, and need not be read to be known. */
const LEAF_BYTES = 2 * 1024 * 1024

export type MentionedParts = ReturnType<typeof createMentionedParts>

/**
 * Knows the blocks that mentioned content consists of. Another Kindling fetches block by block, so it asks for blocks
 * that nobody mentions by their own CIDs. Only blocks of links are read, and only what is stored is known.
 */
export function createMentionedParts(pool: pg.Pool, store: Pick<BlockStore, 'get'>) {
  const parts = new Set<string>()
  /** Mentioned, but with blocks of links that are not here yet. */
  let incomplete = new Set<string>()
  let lookedAtMs = 0
  /** Of what is hidden, when it was last looked. */
  let hidden = ''
  let looking: Promise<void> | undefined

  function add(key: string): void {
    if (parts.size >= MAX_PARTS) {
      parts.clear()
      lookedAtMs = 0
    }
    parts.add(key)
  }

  function noteLinks(cid: CID, bytes: Uint8Array): void {
    if (cid.code === RAW) return
    const node = readNode(cid, bytes)
    if ('links' in node) for (const link of node.links) add(blockKey(link.cid))
  }

  async function noteContent({ cid: root, path }: ContentPath): Promise<void> {
    const budget = new Budget({ maxBytes: 64 * 1024 * 1024, maxBlocks: 1_000, deadlineMs: 10_000 })
    const walk: Walk = {
      budget,
      async load(cid) {
        const bytes = await store.get(cid)
        if (!bytes) throw new IpfsError('not_local', `Block ${cid} is not in the store.`)
        add(blockKey(cid))
        return bytes
      },
    }
    const found = await resolvePath(root, path, walk)
    const waiting = [found.node]
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node.kind !== 'file') continue
      for (const link of node.links) {
        add(blockKey(link.cid))
        if (link.cid.code === RAW || link.size <= LEAF_BYTES) continue
        const bytes = await walk.load(link.cid)
        budget.visit(bytes.byteLength)
        waiting.push(readNode(link.cid, bytes))
      }
    }
  }

  async function look(): Promise<void> {
    const version = await hiddenVersion(pool)
    if (version !== hidden) {
      // Nobody knows whose part is whose: all are learned anew.
      hidden = version
      parts.clear()
      incomplete = new Set()
      lookedAtMs = 0
    }
    const since = new Date(lookedAtMs - OVERLAP_MS)
    lookedAtMs = Date.now()
    const contents = new Set([...incomplete, ...(await listMentionedContent(pool, since))])
    incomplete = new Set()
    for (const content of contents) {
      try {
        const parsed = parseContentPath(content)
        // A raw block has no parts.
        if (parsed.cid.code !== RAW) await noteContent(parsed)
      } catch (error) {
        if (!(error instanceof IpfsError)) throw error
        if (error.code === 'not_local') incomplete.add(content)
      }
    }
  }

  return {
    /** The links of a block that may be read may be read too. */
    noteLinks,
    async has(cid: CID): Promise<boolean> {
      const key = blockKey(cid)
      if (looking || Date.now() - lookedAtMs > LOOK_EVERY_MS) {
        looking ??= look().finally(() => {
          looking = undefined
        })
        await looking
      }
      return parts.has(key)
    },
  }
}
