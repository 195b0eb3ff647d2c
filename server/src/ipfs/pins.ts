import { readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CID } from 'multiformats/cid'
import { blockPath, ifPresent, syncFile, syncFolder, touch, writeAtomically } from './blockFiles.ts'
import { IpfsError } from './IpfsError.ts'

const pinPath = (dir: string, root: CID) => join(dir, 'pins', root.toString())

/**
 * A pin is a file named for the root that lists the keys of its blocks, so that eviction need not walk any DAG.
 * The pin is written before its blocks are looked for, and looking marks them as used: eviction, in this process or
 * another, either sees the pin, or sees the blocks used since it began, or has removed one and the pin fails.
 * @throws IpfsError `not_local` where a block is missing; nothing stays pinned then
 */
export async function writePin(dir: string, root: CID, keys: readonly string[]): Promise<void> {
  await writeAtomically(dir, pinPath(dir, root), Buffer.from(`${keys.join('\n')}\n`), true)
  for (const key of keys) {
    const path = blockPath(dir, key)
    if (await touch(path)) await syncFile(path)
    else {
      await removePin(dir, root)
      throw new IpfsError('not_local', `CID ${root} cannot be pinned: its block ${key} is not in the store.`)
    }
  }
  const folders = keys.map((key) => dirname(blockPath(dir, key)))
  for (const folder of new Set([...folders, ...folders.map(dirname), join(dir, 'pins')])) await syncFolder(folder)
}

export const removePin = (dir: string, root: CID): Promise<void> => rm(pinPath(dir, root), { force: true })

/** Pinned roots, each with the keys of its blocks. */
export async function readPins(dir: string): Promise<Map<string, string[]>> {
  const pins = new Map<string, string[]>()
  for (const root of (await ifPresent(readdir(join(dir, 'pins')))) ?? []) {
    const text = await ifPresent(readFile(join(dir, 'pins', root), 'utf8'))
    if (text !== undefined) pins.set(root, text.split('\n').filter(Boolean))
  }
  return pins
}
