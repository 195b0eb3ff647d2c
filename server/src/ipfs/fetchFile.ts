import type { CID } from 'multiformats/cid'
import { DAG_PB, parseCid } from './cid.ts'
import { createWalk, type FetchOptions } from './createWalk.ts'
import { IpfsError } from './IpfsError.ts'
import { asFile, type Found, readFileBytes, resolvePath } from './walk.ts'

export interface OpenFile {
  /** The CID of the file itself, at the end of the path. */
  cid: CID
  size: number
  /** Proved bytes; `end` is exclusive. Within the budget the file was opened with. */
  read(start?: number, end?: number): AsyncGenerator<Uint8Array>
  /** The gateway that sent the last block that was not stored, or `store`. */
  from(): string
}

export interface FetchedFile {
  bytes: Uint8Array
  cid: CID
  root: CID
  verified: true
  from: string
}

/** One proved block, from the store or the gateways. */
export async function fetchBlock(
  cidOrText: CID | string,
  options: Omit<FetchOptions, 'path' | 'maxBytes'>,
): Promise<Uint8Array> {
  const cid = typeof cidOrText === 'string' ? parseCid(cidOrText) : cidOrText
  const { walk, timely } = createWalk({ ...options, maxBytes: 0 })
  try {
    return await walk.load(cid)
  } catch (error) {
    throw timely(error)
  }
}

/** Whether a gateway may serve files though it serves no blocks. */
const servesNoBlocks = (error: unknown): boolean =>
  error instanceof IpfsError &&
  error.faults.some((fault) => fault.code === 'not_a_block' || fault.code === 'http_status')

/**
 * Finds a file and knows its size without reading it, for serving with ranges.
 * @throws IpfsError
 */
export async function openFile(cidOrText: CID | string, options: FetchOptions): Promise<OpenFile> {
  const root = typeof cidOrText === 'string' ? parseCid(cidOrText) : cidOrText
  const { gateways, path = '', maxBytes } = options
  const { walk, budget, timely, from, take } = createWalk(options)
  async function find(): Promise<Found> {
    try {
      return await resolvePath(root, path, walk)
    } catch (error) {
      if (!gateways || path !== '' || root.code !== DAG_PB || !servesNoBlocks(error)) throw error
      await take(await gateways.fetchPlainFile(root, budget.signal, maxBytes))
      return resolvePath(root, path, walk)
    }
  }
  async function* read(start?: number, end?: number) {
    try {
      yield* readFileBytes(file, walk, start, end)
    } catch (error) {
      throw timely(error)
    }
  }
  const found = await find().catch((error) => {
    throw timely(error)
  })
  const file = asFile(found)
  if (file.size > maxBytes)
    throw new IpfsError('too_large', `CID ${found.cid} claims ${file.size} bytes; at most ${maxBytes} are read.`)
  return { cid: found.cid, size: file.size, from, read }
}

/**
 * The proved bytes of a file: from the store where its blocks are there, else from the gateways, and then stored.
 *
 * Memory: the file once (its size is known, and at most maxBytes, before any of it is read) and the four blocks loaded
 * ahead, 8 MiB; those in flight are bounded by the gateway source. A file from a gateway of plain bytes is held three times.
 * @throws IpfsError whose `retryable` says whether to try again
 */
export async function fetchFile(cidOrText: CID | string, options: FetchOptions): Promise<FetchedFile> {
  const root = typeof cidOrText === 'string' ? parseCid(cidOrText) : cidOrText
  const file = await openFile(root, options)
  const bytes = Buffer.allocUnsafe(file.size)
  let at = 0
  for await (const part of file.read()) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return { bytes, cid: file.cid, root, verified: true, from: file.from() }
}
