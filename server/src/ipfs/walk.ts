import type { CID } from 'multiformats/cid'
import type { Budget } from './Budget.ts'
import { assertSupported, RAW } from './cid.ts'
import { IpfsError } from './IpfsError.ts'
import { murmur3x64 } from './murmur3.ts'
import { type FileLink, type FileNode, type Node, readNode, type ShardNode } from './readNode.ts'

/** Gives proved bytes for a CID, from wherever. */
export type LoadBlock = (cid: CID) => Promise<Uint8Array>

export interface Walk {
  load: LoadBlock
  budget: Budget
}

export interface Found {
  cid: CID
  node: Node
}

/** At 174 links a node, 16 levels hold more than any file that exists. */
const MAX_DEPTH = 16
const MAX_SEGMENTS = 16
const MAX_NAME_CHARS = 1024
const HASH_BITS = 64

/** Loaded ahead of the one being read, where a node links nothing but leaves; so at most this many blocks are held. */
const LEAVES_AHEAD = 4

async function load(cid: CID, { load: loadBlock, budget }: Walk): Promise<Uint8Array> {
  budget.assertTime()
  return loadBlock(assertSupported(cid))
}

async function visit(cid: CID, walk: Walk, loading = load(cid, walk)): Promise<Node> {
  const bytes = await loading
  walk.budget.assertTime()
  walk.budget.visit(bytes.byteLength)
  return readNode(cid, bytes)
}

/**
 * Splits a path into names. Nothing is decoded or normalised: a backslash, `%20` or `?` is part of a name.
 * @throws IpfsError `invalid_path`
 */
export function splitPath(path: string): string[] {
  if (path === '') return []
  const names = path.split('/')
  const bad =
    names.length > MAX_SEGMENTS ||
    names.some((name) => name === '' || name === '.' || name === '..' || name.includes('\0'))
  if (bad || names.some((name) => name.length > MAX_NAME_CHARS))
    throw new IpfsError(
      'invalid_path',
      `${JSON.stringify(path.slice(0, 80))} is not a path of at most ${MAX_SEGMENTS} names.`,
    )
  return names
}

/** Walks from the root along the path. @throws IpfsError `invalid_path`, `path_not_found`, `not_a_directory`, `symlink` */
export async function resolvePath(root: CID, path: string, walk: Walk): Promise<Found> {
  const names = splitPath(path)
  let found: Found = { cid: root, node: await visit(root, walk) }
  for (const name of names) {
    const { cid, node } = found
    if (node.kind === 'file')
      throw new IpfsError('not_a_directory', `${cid} is a file, so it holds no ${JSON.stringify(name)} (CID ${root}).`)
    if (node.kind === 'symlink')
      throw new IpfsError('symlink', `${cid} is a symbolic link, which is not followed (CID ${root}).`)
    const child =
      node.kind === 'shard' ? await findInShard(node, name, walk) : node.links.find((link) => link.name === name)?.cid
    if (!child) throw new IpfsError('path_not_found', `CID ${root} holds no ${JSON.stringify(path)}.`)
    found = { cid: child, node: await visit(child, walk) }
  }
  if (found.node.kind === 'symlink')
    throw new IpfsError('symlink', `${found.cid} is a symbolic link, which is not followed (CID ${root}).`)
  return found
}

/**
 * A sharded directory is a trie over the name's hash, most significant bits first. A link's name begins with its slot
 * in upper-case hex; a longer one is an entry, one of just the slot leads a level down.
 */
async function findInShard(shard: ShardNode, name: string, walk: Walk): Promise<CID | undefined> {
  const hash = murmur3x64(new TextEncoder().encode(name))
  const digits = (2 ** shard.bits - 1).toString(16).length
  let node = shard
  for (let used = shard.bits; used <= HASH_BITS; used += shard.bits) {
    const slot = (hash >> BigInt(HASH_BITS - used)) & ((1n << BigInt(shard.bits)) - 1n)
    const prefix = slot.toString(16).toUpperCase().padStart(digits, '0')
    const inSlot = node.links.filter((link) => link.name.startsWith(prefix))
    if (inSlot.length > 1)
      throw new IpfsError('duplicate_name', `A sharded directory has more than one link in slot ${prefix}.`)
    const link = inSlot[0]
    if (!link) return undefined
    if (link.name.length > digits) return link.name.slice(digits) === name ? link.cid : undefined
    const child = await visit(link.cid, walk)
    if (child.kind !== 'shard' || child.bits !== shard.bits)
      throw new IpfsError('bad_node', `Block ${link.cid} of a sharded directory is not a shard of the same fan-out.`)
    node = child
  }
  throw new IpfsError(
    'too_deep',
    `A sharded directory goes deeper than the hash of ${JSON.stringify(name.slice(0, 80))}.`,
  )
}

/** The file found at a path. @throws IpfsError `is_a_directory` */
export function asFile(found: Found): FileNode {
  if (found.node.kind === 'file') return found.node
  throw new IpfsError('is_a_directory', `${found.cid} is a directory, not a file.`)
}

/**
 * The bytes of a file from start up to, not including, end. Children wholly outside are not loaded; every child that is
 * has exactly the size its parent states, so what is yielded has exactly the length asked for.
 * @throws IpfsError `size_mismatch`, `too_deep`, `bad_node`
 */
export async function* readFileBytes(
  file: FileNode,
  walk: Walk,
  start = 0,
  end = file.size,
  depth = 0,
): AsyncGenerator<Uint8Array> {
  if (depth > MAX_DEPTH)
    throw new IpfsError('too_deep', `A file's blocks are nested more than ${MAX_DEPTH} levels deep.`)
  if (start >= end) return
  if (start < file.data.byteLength) yield file.data.subarray(start, end)
  const wanted: (FileLink & { at: number })[] = []
  let at = file.data.byteLength
  for (const link of file.links) {
    if (at < end && at + link.size > start) wanted.push({ ...link, at })
    at += link.size
  }
  const ahead = wanted.every((link) => link.cid.code === RAW) ? LEAVES_AHEAD : 1
  const loading: Promise<Uint8Array>[] = []
  for (const [i, { cid, size, at: from }] of wanted.entries()) {
    while (loading.length < Math.min(i + ahead, wanted.length)) {
      const next = load(wanted[loading.length]!.cid, walk)
      // Awaited below, unless an earlier one failed.
      next.catch(() => {})
      loading.push(next)
    }
    const child = await visit(cid, walk, loading[i]!)
    delete loading[i]
    if (child.kind !== 'file') throw new IpfsError('bad_node', `Block ${cid} is part of a file but is a ${child.kind}.`)
    if (child.size !== size)
      throw new IpfsError('size_mismatch', `Block ${cid} has ${child.size} bytes where its parent states ${size}.`)
    yield* readFileBytes(child, walk, Math.max(0, start - from), Math.min(size, end - from), depth + 1)
  }
}
