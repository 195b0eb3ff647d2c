import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { KindlingError } from '../lib/errors.ts'

export interface CopiedBlocks {
  blocks: number
  bytes: number
  pins: number
}

const SHA256_KEY = /^1220([0-9a-f]{64})$/

/**
 * Copies a block store, pins last: a pin that is there has its blocks. What is there already is left, so that a copy that was broken
 * off goes on. A block whose bytes are not those of its name is not copied: it is fetched again when it is asked for.
 */
export async function copyBlocks(
  from: string,
  to: string,
  options: { signal: AbortSignal; onProgress?: (blocks: number) => void },
): Promise<CopiedBlocks> {
  const copied: CopiedBlocks = { blocks: 0, bytes: 0, pins: 0 }
  const there = new Set(await filesUnder(join(to, 'blocks')))
  for (const name of await filesUnder(join(from, 'blocks'))) {
    options.signal.throwIfAborted()
    const key = name.split('/').at(-1) as string
    const bytes = await readIfPresent(join(from, 'blocks', name))
    if (bytes === undefined || !isSound(key, bytes)) continue
    if (!there.has(name)) await copyWhole(join(from, 'blocks', name), join(to, 'blocks', name))
    copied.blocks++
    copied.bytes += bytes.byteLength
    options.onProgress?.(copied.blocks)
  }
  for (const name of await filesUnder(join(from, 'pins'))) {
    await copyWhole(join(from, 'pins', name), join(to, 'pins', name))
    copied.pins++
  }
  return copied
}

/** @throws KindlingError backup_damaged naming a block whose bytes are not those of its name */
export async function checkBlocks(folder: string): Promise<number> {
  const names = await filesUnder(join(folder, 'blocks'))
  for (const name of names) {
    if (isSound(name.split('/').at(-1) as string, await readFile(join(folder, 'blocks', name)))) continue
    throw new KindlingError('backup_damaged', `The block ${name} in ${folder} is damaged.`)
  }
  return names.length
}

function isSound(key: string, bytes: Uint8Array): boolean {
  const wanted = SHA256_KEY.exec(key)?.[1]
  // Those of other hashes are rare; the store proves them when they are read.
  return wanted === undefined || createHash('sha256').update(bytes).digest('hex') === wanted
}

/** Paths below the folder, `/` between their parts; none where it is missing. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** Never half of it under its name. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, `${to}.partial`)
  await rename(`${to}.partial`, to)
}

/** A block may be evicted while the others are copied. */
async function readIfPresent(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
