import type { CID } from 'multiformats/cid'
import { createWalk, type FetchOptions } from './createWalk.ts'
import { resolvePath, type Walk } from './walk.ts'

export interface OpenDag {
  /** At the end of the path: a file or a directory. */
  cid: CID
  /** The blocks from the root to it, in the order they were met; the last is its own. */
  passed: CID[]
  /** Blocks from the store or the gateways, within the budget. @throws IpfsError */
  get(cid: CID): Promise<Uint8Array>
}

/**
 * Finds what is at a path, for sending its blocks instead of its bytes: what a trustless gateway does.
 * @throws IpfsError
 */
export async function openDag(root: CID, options: FetchOptions): Promise<OpenDag> {
  const { walk, budget, timely } = createWalk(options)
  const passed = new Map<string, CID>()
  const noting: Walk = {
    budget,
    load(cid) {
      passed.set(cid.toString(), cid)
      return walk.load(cid)
    },
  }
  try {
    const { cid } = await resolvePath(root, options.path ?? '', noting)
    return {
      cid,
      passed: [...passed.values()],
      async get(one) {
        try {
          budget.assertTime()
          const bytes = await walk.load(one)
          budget.visit(bytes.byteLength)
          return bytes
        } catch (error) {
          throw timely(error)
        }
      },
    }
  } catch (error) {
    throw timely(error)
  }
}
