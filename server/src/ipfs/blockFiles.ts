import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { IpfsError } from './IpfsError.ts'

export interface BlockFile {
  /** The multihash in hex. */
  key: string
  path: string
  bytes: number
  usedAtMs: number
}

/** Multihashes of sha2-256 and sha2-512; other files in the folder are not ours to judge. */
const KEY = /^(1220[0-9a-f]{64}|1340[0-9a-f]{128})$/

const absent = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'
const full = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')

/** What the promise gives, or undefined where the file is not there. */
export async function ifPresent<T>(operation: Promise<T>): Promise<T | undefined> {
  try {
    return await operation
  } catch (error) {
    if (absent(error)) return undefined
    throw error
  }
}

/** Sharded by the last byte of the hash: the first bytes of a multihash are the same for all. */
export const blockPath = (dir: string, key: string): string => join(dir, 'blocks', key.slice(-2), key)

export const readBlockFile = (path: string): Promise<Buffer | undefined> => ifPresent(readFile(path))

/** Marks as used now: eviction goes by this time. False where the file is not there. */
export async function touch(path: string): Promise<boolean> {
  const now = new Date()
  return (await ifPresent(utimes(path, now, now).then(() => true))) ?? false
}

/** Makes what is in the file outlive a power cut. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** The same for the names in a folder: fsync(2) of a file says nothing of the entry that leads to it. */
export async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and has no such call.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

/**
 * Written aside and renamed, so that a reader, another writer of the same file, or a crash never meets half of it.
 * @throws IpfsError `store_full`
 */
export async function writeAtomically(dir: string, path: string, bytes: Uint8Array, fsync: boolean): Promise<void> {
  const aside = join(dir, 'tmp', randomUUID())
  try {
    await mkdir(dirname(path), { recursive: true })
    const handle = await open(aside, 'wx')
    try {
      await handle.writeFile(bytes)
      const now = new Date()
      await handle.utimes(now, now)
      if (fsync) await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(aside, path)
  } catch (cause) {
    await rm(aside, { force: true })
    if (full(cause))
      throw new IpfsError('store_full', `The block store ${dir} has no room for ${bytes.byteLength} bytes.`, { cause })
    throw cause
  }
}

/** Every block file, in no particular order; files removed meanwhile are left out. */
export async function* listBlockFiles(dir: string): AsyncGenerator<BlockFile> {
  const blocks = join(dir, 'blocks')
  for (const shard of (await ifPresent(readdir(blocks))) ?? []) {
    for (const key of (await ifPresent(readdir(join(blocks, shard)))) ?? []) {
      if (!KEY.test(key)) continue
      const path = join(blocks, shard, key)
      const status = await ifPresent(stat(path))
      if (status) yield { key, path, bytes: status.size, usedAtMs: status.mtimeMs }
    }
  }
}
