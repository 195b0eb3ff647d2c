import { bytesReader, readHeader } from '@ipld/car/decoder'
import { CID } from 'multiformats/cid'
import { assertSupported, provesBytes } from './cid.ts'
import { MAX_BLOCK_BYTES } from './gateway.ts'
import { IpfsError } from './IpfsError.ts'

export type ByteSource = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface CarLimits {
  maxBytes: number
  maxBlocks: number
}

const MAX_HEADER_BYTES = 8192
/** A CID before its block: version, codec and multihash, an identity of 128 bytes at most. */
const MAX_CID_BYTES = 160

const bad = (why: string, cause?: unknown) => new IpfsError('bad_car', `The CAR cannot be read: ${why}.`, { cause })

/** Reads exactly what is asked for, and never holds more than that and one chunk of the source. */
function createByteReader(source: ByteSource, maxBytes: number) {
  const chunks = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : iterate(source)
  let held: Uint8Array = new Uint8Array(0)
  let total = 0

  async function more(): Promise<boolean> {
    const next = await chunks.next()
    if (next.done) return false
    total += next.value.byteLength
    if (total > maxBytes) throw new IpfsError('too_large', `The CAR is larger than ${maxBytes} bytes.`)
    held = held.byteLength === 0 ? next.value : Buffer.concat([held, next.value])
    return true
  }

  async function read(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    let missing = length
    while (missing > 0) {
      if (held.byteLength === 0 && !(await more())) throw bad('it is cut off within a section')
      const part = held.subarray(0, missing)
      parts.push(part)
      missing -= part.byteLength
      held = held.subarray(part.byteLength)
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }

  async function atEnd(): Promise<boolean> {
    while (held.byteLength === 0) if (!(await more())) return true
    return false
  }

  /** A section's length; checked before anything of that length is read. */
  async function readLength(max: number): Promise<number> {
    let value = 0
    for (let shift = 0; shift < 49; shift += 7) {
      const byte = (await read(1))[0] ?? 0
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) {
        if (value > max) throw bad(`a section claims ${value} bytes`)
        return value
      }
    }
    throw bad('the length of a section is longer than 49 bits')
  }

  return { read, readLength, atEnd }
}

async function* iterate(source: Uint8Array | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) yield source
  else yield* source
}

/**
 * The roots, then every block, proved. @ipld/car checks no hashes, and reads a section as long as its prefix claims, so
 * only its header's decoder is used.
 * @throws IpfsError `bad_car`, `too_large`, `too_many_blocks`, `hash_mismatch`, `unsupported_codec`, `unsupported_hash`
 */
export async function readCar(
  source: ByteSource,
  limits: CarLimits,
): Promise<{ roots: CID[]; blocks: AsyncGenerator<{ cid: CID; bytes: Uint8Array }> }> {
  const reader = createByteReader(source, limits.maxBytes)
  const length = await reader.readLength(MAX_HEADER_BYTES)
  const header = await reader.read(length)
  let roots: CID[]
  try {
    const prefix = length < 0x80 ? [length] : [(length & 0x7f) | 0x80, length >> 7]
    roots = (await readHeader(bytesReader(Buffer.concat([Buffer.from(prefix), header])), 1)).roots
  } catch (cause) {
    throw bad('its header is not one of version 1', cause)
  }

  async function* blocks() {
    for (let count = 1; !(await reader.atEnd()); count += 1) {
      if (count > limits.maxBlocks)
        throw new IpfsError('too_many_blocks', `The CAR has more than ${limits.maxBlocks} blocks.`)
      const section = await reader.read(await reader.readLength(MAX_BLOCK_BYTES + MAX_CID_BYTES))
      let cid: CID
      let bytes: Uint8Array
      try {
        ;[cid, bytes] = CID.decodeFirst(section)
      } catch (cause) {
        throw bad('a section does not begin with a CID', cause)
      }
      assertSupported(cid)
      if (!provesBytes(cid, bytes))
        throw new IpfsError('hash_mismatch', `The CAR's bytes for CID ${cid} are not its own.`)
      yield { cid, bytes }
    }
  }
  return { roots, blocks: blocks() }
}
