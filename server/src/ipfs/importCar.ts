import type { CID } from 'multiformats/cid'
import type { BlockStore } from './blockStore.ts'
import { type ByteSource, readCar } from './carReader.ts'
import { blockKey, inlineBytes, sameContent } from './cid.ts'
import { IpfsError } from './IpfsError.ts'
import { listBlocks } from './listBlocks.ts'

export interface ImportCarOptions {
  /** Refuse a CAR of any other root. */
  root?: CID
  maxBytes?: number
  maxBlocks?: number
}

/**
 * Stores the blocks of a CAR: all of them proved, all of them part of its roots, none of those missing. If anything is
 * wrong with it, what it added is removed again.
 * @throws IpfsError `bad_car`, `wrong_root`, `hash_mismatch`, `too_large`, `too_many_blocks`, `store_full`
 */
export async function importCar(
  store: BlockStore,
  source: ByteSource,
  { root, maxBytes = 256 * 1024 * 1024, maxBlocks = 65_536 }: ImportCarOptions = {},
): Promise<{ roots: CID[]; blocks: number }> {
  const { roots, blocks } = await readCar(source, { maxBytes, maxBlocks })
  if (roots.length === 0) throw new IpfsError('bad_car', 'The CAR names no root.')
  const other = root && roots.find((one) => !sameContent(one, root))
  if (other) throw new IpfsError('wrong_root', `The CAR's root is ${other}, not CID ${root}.`)
  const added: CID[] = []
  const held = new Set<string>()
  try {
    for await (const { cid, bytes } of blocks) {
      if (inlineBytes(cid)) continue
      held.add(blockKey(cid))
      if (await store.get(cid)) continue
      await store.put(cid, bytes)
      added.push(cid)
    }
    for (const one of roots) for (const key of await listBlocks(store, one)) held.delete(key)
    if (held.size > 0)
      throw new IpfsError('bad_car', `The CAR holds ${held.size} blocks that are no part of its root ${roots[0]}.`)
    return { roots, blocks: added.length }
  } catch (error) {
    for (const cid of added) await store.remove(cid)
    if (error instanceof IpfsError && error.code === 'not_local')
      throw new IpfsError('bad_car', `The CAR is not complete: ${error.message}`, { cause: error })
    throw error
  }
}
