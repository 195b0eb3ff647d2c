import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BlockFile, ifPresent, listBlockFiles } from './blockFiles.ts'
import { readPins } from './pins.ts'

export interface GarbageReport {
  removedBlocks: number
  removedBytes: number
  keptBytes: number
}

/** A write takes milliseconds; what lies aside for this long was left by a process that was killed. */
const ABANDONED_MS = 60 * 60 * 1000

/**
 * Removes the least recently used blocks that are not pinned until at most targetBytes are left. Pinned blocks always
 * stay, so a store may remain above its target. Blocks used after it began stay too: they may be about to be pinned.
 */
export async function collectGarbage(dir: string, targetBytes: number): Promise<GarbageReport> {
  const beganMs = Date.now()
  await removeAbandoned(join(dir, 'tmp'), beganMs - ABANDONED_MS)
  const pinned = new Set([...(await readPins(dir)).values()].flat())
  const evictable: BlockFile[] = []
  let keptBytes = 0
  for await (const file of listBlockFiles(dir)) {
    keptBytes += file.bytes
    if (!pinned.has(file.key)) evictable.push(file)
  }
  evictable.sort((a, b) => a.usedAtMs - b.usedAtMs)
  const report = { removedBlocks: 0, removedBytes: 0, keptBytes }
  for (const { path, bytes } of evictable) {
    if (report.keptBytes <= targetBytes) break
    const now = await ifPresent(stat(path))
    if (now && now.mtimeMs >= beganMs) continue
    await rm(path, { force: true })
    report.removedBlocks += 1
    report.removedBytes += bytes
    report.keptBytes -= bytes
  }
  return report
}

async function removeAbandoned(folder: string, beforeMs: number): Promise<void> {
  for (const name of (await ifPresent(readdir(folder))) ?? []) {
    const status = await ifPresent(stat(join(folder, name)))
    if (status && status.mtimeMs < beforeMs) await rm(join(folder, name), { force: true })
  }
}
