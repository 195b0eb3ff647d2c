import * as dagPb from '@ipld/dag-pb'
import type { CID } from 'multiformats/cid'
import { RAW } from './cid.ts'
import { decodeUnixfs, type UnixfsFields } from './decodeUnixfs.ts'
import { IpfsError } from './IpfsError.ts'

/** Writers shard a directory once its block passes 256 KiB: some 5,000 entries. */
const MAX_ENTRIES = 10_000
/** Writers link 174 or 1,024 chunks from one node. */
const MAX_CHUNKS = 8192
const MURMUR3_X64_64 = 0x22n
const MAX_FANOUT = 1024

export interface DirectoryLink {
  name: string
  cid: CID
}

export interface FileLink {
  cid: CID
  /** Bytes of file content below; the child must have exactly as many. */
  size: number
}

export interface FileNode {
  kind: 'file'
  data: Uint8Array
  links: FileLink[]
  size: number
}

export interface ShardNode {
  kind: 'shard'
  /** Bits of the name's hash that choose a slot. */
  bits: number
  links: DirectoryLink[]
}

export type Node = FileNode | ShardNode | { kind: 'directory'; links: DirectoryLink[] } | { kind: 'symlink' }

/**
 * What a proved block says, read strictly: everything in it was chosen by a stranger. Mode and mtime are ignored.
 * @throws IpfsError `bad_node`, `size_mismatch`, `directory_too_large`, `duplicate_name`
 */
export function readNode(cid: CID, bytes: Uint8Array): Node {
  if (cid.code === RAW) return { kind: 'file', data: bytes, links: [], size: bytes.byteLength }
  const bad = (why: string, cause?: unknown) =>
    new IpfsError('bad_node', `Block ${cid} is not a UnixFS node: ${why}.`, { cause })
  let links: DirectoryLink[]
  let fields: UnixfsFields
  try {
    const node = dagPb.decode(bytes)
    if (!node.Data) throw new Error('it has no data')
    links = node.Links.map((link) => ({ name: link.Name ?? '', cid: link.Hash }))
    fields = decodeUnixfs(node.Data)
  } catch (cause) {
    throw bad((cause as Error).message, cause)
  }
  switch (fields.type) {
    case 0:
    case 2:
      return fileNode(cid, fields, links)
    case 1:
      assertDistinct(cid, links)
      return { kind: 'directory', links }
    case 4:
      return { kind: 'symlink' }
    case 5: {
      const fanout = Number(fields.fanout ?? 0n)
      const bits = Math.log2(fanout)
      if (!(fanout >= 8 && fanout <= MAX_FANOUT && Number.isInteger(bits))) throw bad(`its fan-out is ${fields.fanout}`)
      if (fields.hashType !== MURMUR3_X64_64) throw bad(`its names are hashed with ${fields.hashType}`)
      if (links.length > fanout) throw bad(`it has ${links.length} links at fan-out ${fanout}`)
      assertDistinct(cid, links)
      return { kind: 'shard', bits, links }
    }
    default:
      throw bad(`its type is ${fields.type}`)
  }
}

function fileNode(cid: CID, fields: UnixfsFields, links: DirectoryLink[]): FileNode {
  const { data, blockSizes, fileSize } = fields
  if (links.length > MAX_CHUNKS || links.length !== blockSizes.length)
    throw new IpfsError('bad_node', `File block ${cid} has ${links.length} links and ${blockSizes.length} block sizes.`)
  if (blockSizes.includes(0n)) throw new IpfsError('bad_node', `File block ${cid} links a child of no size.`)
  const size = blockSizes.reduce((sum, next) => sum + next, BigInt(data.byteLength))
  if (size > BigInt(Number.MAX_SAFE_INTEGER))
    throw new IpfsError('too_large', `File block ${cid} claims ${size} bytes.`)
  if (fileSize !== undefined && fileSize !== size)
    throw new IpfsError('size_mismatch', `File block ${cid} claims ${fileSize} bytes but its parts claim ${size}.`)
  return {
    kind: 'file',
    data,
    links: links.map((link, i) => ({ cid: link.cid, size: Number(blockSizes[i]) })),
    size: Number(size),
  }
}

function assertDistinct(cid: CID, links: readonly DirectoryLink[]): void {
  if (links.length > MAX_ENTRIES)
    throw new IpfsError(
      'directory_too_large',
      `Directory block ${cid} has ${links.length} entries; at most ${MAX_ENTRIES} are read.`,
    )
  const names = new Set<string>()
  for (const { name } of links) {
    if (names.has(name))
      throw new IpfsError(
        'duplicate_name',
        `Directory block ${cid} has more than one ${JSON.stringify(name.slice(0, 80))}.`,
      )
    names.add(name)
  }
}
