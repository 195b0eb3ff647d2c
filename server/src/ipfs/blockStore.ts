import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CID } from 'multiformats/cid'
import * as Digest from 'multiformats/hashes/digest'
import {
  type BlockFile,
  blockPath,
  ifPresent,
  listBlockFiles,
  readBlockFile,
  touch,
  writeAtomically,
} from './blockFiles.ts'
import { assertSupported, blockKey, inlineBytes, provesBytes, RAW } from './cid.ts'
import { collectGarbage, type GarbageReport } from './collectGarbage.ts'
import { IpfsError } from './IpfsError.ts'
import { listBlocks } from './listBlocks.ts'
import { readPins, removePin, writePin } from './pins.ts'

const MAX_BYTES = 10 * 1024 ** 3

export interface BlockStoreOptions {
  dir: string
  /** Unpinned blocks are evicted beyond this (10 GiB: IPFS_STORE_MAX_SIZE); between two looks the store may grow over it by 5 % and one block. */
  maxBytes?: number
  /** How long a block must have lain unused before reading it marks it as used again; spares a write for each read. */
  touchAfterMs?: number
}

export interface StoreStats {
  blocks: number
  bytes: number
  maxBytes: number
  pins: number
  pinnedBlocks: number
  /** Blocks found rotten on reading, and writes that failed for want of room, since this process began. */
  corrupt: number
  writeFailures: number
}

export interface VerifyReport {
  blocks: number
  /** Keys of blocks whose bytes no longer match; they were removed, so that they are fetched again. */
  corrupt: string[]
  /** Pinned roots that lack a block, here or because it was just removed. */
  incompletePins: string[]
}

export type BlockStore = ReturnType<typeof createBlockStore>

/**
 * Blocks as files, keyed by multihash. Nothing enters or leaves it unproved: put and get both hash. Safe for several
 * processes over one folder.
 */
export function createBlockStore({ dir, maxBytes = MAX_BYTES, touchAfterMs = 60 * 60 * 1000 }: BlockStoreOptions) {
  let corrupt = 0
  let writeFailures = 0
  let writtenSinceLook = Number.POSITIVE_INFINITY
  let looking: Promise<GarbageReport> | undefined
  let ready: Promise<unknown> | undefined
  const touchedAt = new Map<string, number>()

  const prepare = () => {
    ready ??= mkdir(join(dir, 'tmp'), { recursive: true }).then(() => mkdir(join(dir, 'pins'), { recursive: true }))
    return ready
  }

  /** The block, or undefined where it is missing or rotten; a rotten one is removed, so that it is fetched again. */
  async function get(cid: CID): Promise<Uint8Array | undefined> {
    assertSupported(cid)
    const inline = inlineBytes(cid)
    if (inline) return inline
    const key = blockKey(cid)
    const path = blockPath(dir, key)
    const bytes = await readBlockFile(path)
    if (!bytes) return undefined
    if (!provesBytes(cid, bytes)) {
      corrupt += 1
      await rm(path, { force: true })
      return undefined
    }
    if (Date.now() - (touchedAt.get(key) ?? 0) > touchAfterMs) {
      if (touchedAt.size > 10_000) touchedAt.clear()
      touchedAt.set(key, Date.now())
      await touch(path)
    }
    return bytes
  }

  /** @throws IpfsError `hash_mismatch` for bytes that are not the CID's; `store_full` */
  async function put(cid: CID, bytes: Uint8Array): Promise<void> {
    assertSupported(cid)
    if (inlineBytes(cid)) return
    if (!provesBytes(cid, bytes))
      throw new IpfsError(
        'hash_mismatch',
        `${bytes.byteLength} bytes offered to the block store are not those of CID ${cid}.`,
      )
    await prepare()
    try {
      await writeAtomically(dir, blockPath(dir, blockKey(cid)), bytes, false)
    } catch (error) {
      writeFailures += 1
      throw error
    }
    writtenSinceLook += bytes.byteLength
    if (writtenSinceLook > maxBytes / 20) await gc()
  }

  /** Evicts down to the given size: by default to 90 % of the cap, and that only when the store is above the cap. */
  async function gc(targetBytes?: number): Promise<GarbageReport> {
    if (targetBytes !== undefined) return collectGarbage(dir, targetBytes)
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }

  async function look(): Promise<GarbageReport> {
    writtenSinceLook = 0
    let bytes = 0
    for await (const file of listBlockFiles(dir)) bytes += file.bytes
    return collectGarbage(dir, bytes > maxBytes ? maxBytes * 0.9 : Number.POSITIVE_INFINITY)
  }

  async function has(cid: CID): Promise<boolean> {
    return inlineBytes(cid) !== undefined || (await ifPresent(stat(blockPath(dir, blockKey(cid))))) !== undefined
  }

  /** Keeps the whole DAG under the root from eviction, through a power cut. @throws IpfsError `not_local` */
  async function pin(root: CID): Promise<void> {
    await prepare()
    await writePin(dir, root, await listBlocks({ get }, root))
  }

  const unpin = (root: CID): Promise<void> => removePin(dir, root)

  /** Unpins roots and removes their blocks, but for those that another pin keeps or that were used since this began. */
  async function forget(roots: readonly CID[]): Promise<void> {
    const beganMs = Date.now()
    const all = await readPins(dir)
    const keys = new Set(roots.flatMap((root) => all.get(root.toString()) ?? []))
    for (const root of roots) {
      all.delete(root.toString())
      await unpin(root)
    }
    for (const kept of all.values()) for (const key of kept) keys.delete(key)
    for (const key of keys) {
      const path = blockPath(dir, key)
      const status = await ifPresent(stat(path))
      if (status && status.mtimeMs < beganMs) await rm(path, { force: true })
    }
  }

  const pins = async (): Promise<CID[]> => [...(await readPins(dir)).keys()].map((root) => CID.parse(root))
  const remove = (cid: CID): Promise<void> => rm(blockPath(dir, blockKey(cid)), { force: true })
  const list = (): AsyncGenerator<BlockFile> => listBlockFiles(dir)

  async function stats(): Promise<StoreStats> {
    const all = await readPins(dir)
    const found = { blocks: 0, bytes: 0 }
    for await (const file of listBlockFiles(dir)) {
      found.blocks += 1
      found.bytes += file.bytes
    }
    const pinnedBlocks = new Set([...all.values()].flat()).size
    return { ...found, maxBytes, pins: all.size, pinnedBlocks, corrupt, writeFailures }
  }

  /** Hashes every block; `onBlock` is told how many are done. */
  async function verify(onBlock: (done: number) => void = () => {}): Promise<VerifyReport> {
    const report: VerifyReport = { blocks: 0, corrupt: [], incompletePins: [] }
    const sound = new Set<string>()
    for await (const { key, path } of listBlockFiles(dir)) {
      report.blocks += 1
      onBlock(report.blocks)
      const bytes = await readBlockFile(path)
      if (!bytes) continue
      if (provesBytes(CID.createV1(RAW, Digest.decode(Buffer.from(key, 'hex'))), bytes)) sound.add(key)
      else {
        corrupt += 1
        report.corrupt.push(key)
        await rm(path, { force: true })
      }
    }
    for (const [root, keys] of await readPins(dir))
      if (!keys.every((key) => sound.has(key))) report.incompletePins.push(root)
    return report
  }

  return { dir, get, put, has, remove, pin, unpin, forget, pins, list, stat: stats, verify, gc }
}
