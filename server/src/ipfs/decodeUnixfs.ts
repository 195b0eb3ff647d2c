/**
 * UnixFS `Data`, decoded strictly (https://specs.ipfs.tech/unixfs/): the decoder of ipfs-unixfs drops hashType and
 * misreads packed block sizes, which go-ipfs reads well.
 */
export interface UnixfsFields {
  type: number
  data: Uint8Array
  /** Stated by the writer, proved by nothing. */
  fileSize: bigint | undefined
  blockSizes: bigint[]
  hashType: bigint | undefined
  fanout: bigint | undefined
}

const VARINT = 0
const LENGTH_DELIMITED = 2
const MAX_VARINT_BYTES = 10

interface Cursor {
  bytes: Uint8Array
  at: number
}

function readVarint(cursor: Cursor): bigint {
  let value = 0n
  for (let i = 0; i < MAX_VARINT_BYTES; i += 1) {
    const byte = cursor.bytes[cursor.at]
    if (byte === undefined) throw new Error('it ends within a number')
    cursor.at += 1
    value |= BigInt(byte & 0x7f) << BigInt(7 * i)
    if (byte < 0x80) {
      if (value >= 1n << 64n) break
      return value
    }
  }
  throw new Error('a number is longer than 64 bits')
}

function readBytes(cursor: Cursor): Uint8Array {
  const length = readVarint(cursor)
  if (length > BigInt(cursor.bytes.byteLength - cursor.at)) throw new Error('a field is longer than the message')
  const start = cursor.at
  cursor.at += Number(length)
  return cursor.bytes.subarray(start, cursor.at)
}

function skip(cursor: Cursor, wireType: number): void {
  if (wireType === VARINT) readVarint(cursor)
  else if (wireType === LENGTH_DELIMITED) readBytes(cursor)
  else if (wireType === 1 || wireType === 5) cursor.at += wireType === 1 ? 8 : 4
  else throw new Error(`wire type ${wireType} does not exist`)
  if (cursor.at > cursor.bytes.byteLength) throw new Error('it ends within a field')
}

/** @throws Error saying what is wrong with the message. */
export function decodeUnixfs(bytes: Uint8Array): UnixfsFields {
  const cursor = { bytes, at: 0 }
  const blockSizes: bigint[] = []
  const single = new Map<number, bigint>()
  let data: Uint8Array | undefined
  while (cursor.at < bytes.byteLength) {
    const tag = readVarint(cursor)
    const wireType = Number(tag & 7n)
    const field = Number(tag >> 3n)
    if (field === 2 && wireType === LENGTH_DELIMITED) {
      if (data) throw new Error('it has two data fields')
      data = readBytes(cursor)
    } else if (field === 4 && wireType === VARINT) blockSizes.push(readVarint(cursor))
    else if (field === 4 && wireType === LENGTH_DELIMITED) {
      const packed = { bytes: readBytes(cursor), at: 0 }
      while (packed.at < packed.bytes.byteLength) blockSizes.push(readVarint(packed))
    } else if ([1, 3, 5, 6].includes(field)) {
      if (wireType !== VARINT || single.has(field)) throw new Error(`field ${field} is repeated or of the wrong type`)
      single.set(field, readVarint(cursor))
    } else if (field === 2 || field === 4 || field === 0) throw new Error(`field ${field} is of the wrong type`)
    else skip(cursor, wireType)
  }
  const type = single.get(1)
  if (type === undefined || type > 5n) throw new Error('it has no known type')
  return {
    type: Number(type),
    data: data ?? new Uint8Array(0),
    fileSize: single.get(3),
    blockSizes,
    hashType: single.get(5),
    fanout: single.get(6),
  }
}
