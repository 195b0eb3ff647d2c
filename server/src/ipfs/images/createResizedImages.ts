import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CID } from 'multiformats/cid'
import { ifPresent, touch, writeAtomically } from '../blockFiles.ts'
import { blockKey } from '../cid.ts'
import { IpfsError } from '../IpfsError.ts'
import { createSingleFlight } from '../singleFlight.ts'
import { createSlots } from '../slots.ts'
import { type ImageWidth, type ResizedImage, resizeImage } from './resizeImage.ts'

/** Part of a file's name and of ETags: raised when the same picture would come out otherwise. */
export const RECIPE = 1

const MAX_BYTES = 512 * 1024 * 1024
/** Pictures read and waiting to be decoded, each at most 16 MiB. */
const READ_AT_ONCE = 8
const TOUCH_AFTER_MS = 60 * 60 * 1000
const TYPES: ResizedImage['type'][] = ['image/webp', 'image/avif']
const DIGEST_BYTES = 32

export interface ResizeRequest {
  file: CID
  width: ImageWidth
  /** Whether AVIF is taken. */
  avif: boolean
  /** Has what is not here brought into the store, however long a gateway takes; called only if the picture has to be made. */
  bring: (signal: AbortSignal) => Promise<void>
  /** The picture's own bytes, which are here by then. */
  read: (signal: AbortSignal) => Promise<Uint8Array>
  signal: AbortSignal
}

export type ResizedImages = ReturnType<typeof createResizedImages>

/**
 * Resized pictures, kept as files up to a size. Who asks for the same at once shares one making of it. Files carry a
 * digest, so that a rotten one is made again; a full disk keeps nothing from whoever asked.
 */
export function createResizedImages({ dir, maxBytes = MAX_BYTES }: { dir: string; maxBytes?: number }) {
  const folder = join(dir, 'resized')
  const share = createSingleFlight<ResizedImage>()
  const reading = createSlots(READ_AT_ONCE)
  let writtenSinceLook = Number.POSITIVE_INFINITY
  let made = 0

  async function load(path: string): Promise<ResizedImage | undefined> {
    const file = await ifPresent(readFile(path))
    const bytes = file?.subarray(1 + DIGEST_BYTES)
    const type = TYPES[file?.[0] ?? -1]
    if (!file || !bytes || !type || !digest(bytes).equals(file.subarray(1, 1 + DIGEST_BYTES))) return undefined
    const status = await ifPresent(stat(path))
    if (status && Date.now() - status.mtimeMs > TOUCH_AFTER_MS) await touch(path)
    return { type, bytes }
  }

  async function keep(path: string, { type, bytes }: ResizedImage): Promise<void> {
    const file = Buffer.concat([Buffer.from([TYPES.indexOf(type)]), digest(bytes), bytes])
    try {
      await mkdir(join(dir, 'tmp'), { recursive: true })
      await writeAtomically(dir, path, file, false)
    } catch (error) {
      if (!(error instanceof IpfsError && error.code === 'store_full')) throw error
    }
    writtenSinceLook += file.byteLength
    if (writtenSinceLook > maxBytes / 20) {
      writtenSinceLook = 0
      await evict(folder, maxBytes)
    }
  }

  async function make(
    path: string,
    { width, avif, bring, read }: ResizeRequest,
    signal: AbortSignal,
  ): Promise<ResizedImage> {
    // Before it takes a place: eight pictures that never arrive would keep all others waiting.
    await bring(signal)
    const release = await reading.acquire(signal).catch((cause) => {
      throw new IpfsError('aborted', 'The picture was given up before it was read.', { cause })
    })
    try {
      const resized = await resizeImage(await read(signal), width, { avif, signal })
      made += 1
      await keep(path, resized)
      return resized
    } finally {
      release()
    }
  }

  return {
    /** @throws IpfsError `bad_image`, and what reading throws */
    async get(request: ResizeRequest): Promise<ResizedImage> {
      const { file, width, avif, signal } = request
      const name = `${blockKey(file)}-${file.code}-w${width}-${avif ? 'avif' : 'webp'}-${RECIPE}`
      const path = join(folder, blockKey(file).slice(-2), name)
      return (await load(path)) ?? share(name, signal, (shared) => make(path, request, shared))
    },
    /** Since this process began. */
    made: (): number => made,
  }
}

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Removes the least recently used files until nine tenths of the cap are left, if there is more than the cap. */
async function evict(folder: string, maxBytes: number): Promise<void> {
  const files: { path: string; bytes: number; usedAtMs: number }[] = []
  for (const name of (await ifPresent(readdir(folder, { recursive: true }))) ?? []) {
    const path = join(folder, name)
    const status = await ifPresent(stat(path))
    if (status?.isFile()) files.push({ path, bytes: status.size, usedAtMs: status.mtimeMs })
  }
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total <= maxBytes) return
  files.sort((a, b) => a.usedAtMs - b.usedAtMs)
  for (const { path, bytes } of files) {
    if (total <= maxBytes * 0.9) return
    await rm(path, { force: true })
    total -= bytes
  }
}
