import { createHash } from 'node:crypto'
import * as dagPb from '@ipld/dag-pb'
import { CID } from 'multiformats/cid'
import * as Digest from 'multiformats/hashes/digest'
import { blockKey, DAG_PB, RAW } from '../cid.ts'

/** Blocks by multihash in hex. */
export type BlockMap = Map<string, Uint8Array>

export interface Linked {
  cid: CID
  /** The size the parent states. */
  size: number | bigint
}

/** The multihash code and digest of any hash, supported by us or not. */
export const cidOf = (codec: number, hash: number, digest: Uint8Array): CID =>
  CID.createV1(codec, Digest.create(hash, digest))

export const sha256Cid = (bytes: Uint8Array, codec: number): CID =>
  cidOf(codec, 0x12, createHash('sha256').update(bytes).digest())

export function add(blocks: BlockMap, bytes: Uint8Array, codec: number): CID {
  const cid = sha256Cid(bytes, codec)
  blocks.set(blockKey(cid), bytes)
  return cid
}

export const addRaw = (blocks: BlockMap, text: string | Uint8Array): CID =>
  add(blocks, Buffer.from(text as string), RAW)

function varint(value: bigint): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  return [...bytes, Number(rest)]
}

export interface Unixfs {
  type: number
  data?: Uint8Array
  fileSize?: number | bigint
  blockSizes?: (number | bigint)[]
  hashType?: number
  fanout?: number
}

/** UnixFS data as written by whoever wants to deceive: nothing is derived, nothing checked. */
export function unixfs({ type, data, fileSize, blockSizes = [], hashType, fanout }: Unixfs): Buffer {
  const number = (field: number, value: number | bigint | undefined) =>
    value === undefined ? [] : [(field << 3) | 0, ...varint(BigInt(value))]
  return Buffer.concat([
    Buffer.from(number(1, type)),
    data ? Buffer.concat([Buffer.from([0x12, ...varint(BigInt(data.byteLength))]), data]) : Buffer.alloc(0),
    Buffer.from([
      ...number(3, fileSize),
      ...blockSizes.flatMap((size) => number(4, size)),
      ...number(5, hashType),
      ...number(6, fanout),
    ]),
  ])
}

/** A dag-pb node with its links in the order given, which dag-pb's own encoder would sort or refuse. */
export function addNode(blocks: BlockMap, data: Uint8Array | undefined, links: { Name: string; Hash: CID }[]): CID {
  const node = { Links: links.map((link) => ({ ...link, Tsize: 0 })), ...(data ? { Data: data } : {}) }
  const sorted = {
    ...node,
    Links: node.Links.toSorted((a, b) => Buffer.compare(Buffer.from(a.Name), Buffer.from(b.Name))),
  }
  return add(blocks, dagPb.encode(sorted), DAG_PB)
}

/** A file node that states what it is told to. */
export function addFile(blocks: BlockMap, links: Linked[], over: Partial<Unixfs> = {}): CID {
  const blockSizes = links.map((link) => link.size)
  const fileSize = blockSizes.reduce<bigint>((sum, size) => sum + BigInt(size), BigInt(over.data?.byteLength ?? 0))
  const data = unixfs({ type: 2, blockSizes, fileSize, ...over })
  return addNode(
    blocks,
    data,
    links.map(({ cid }) => ({ Name: '', Hash: cid })),
  )
}

export const addDirectory = (blocks: BlockMap, entries: [name: string, cid: CID][]): CID =>
  addNode(
    blocks,
    unixfs({ type: 1 }),
    entries.map(([Name, Hash]) => ({ Name, Hash })),
  )
