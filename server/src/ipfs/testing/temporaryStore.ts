import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BlockStore, type BlockStoreOptions, createBlockStore } from '../blockStore.ts'

/** An empty block store in a folder of its own, removed with everything in it. */
export async function temporaryStore(
  options: Omit<BlockStoreOptions, 'dir'> = {},
): Promise<AsyncDisposable & { store: BlockStore; dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'kindling-blocks-'))
  return {
    dir,
    store: createBlockStore({ dir, ...options }),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  }
}
