import * as dagPb from '@ipld/dag-pb'
import { CID } from 'multiformats/cid'
import { expect, test } from 'vitest'
import { DAG_PB, RAW } from './cid.ts'
import type { IpfsErrorCode } from './IpfsError.ts'
import {
  add,
  addDirectory,
  addFile,
  addNode,
  addRaw,
  type BlockMap,
  cidOf,
  type Linked,
  sha256Cid,
  unixfs,
} from './testing/dags.ts'
import { failure, fetchFrom } from './testing/fetchFrom.ts'

const leaf = (blocks: BlockMap, text: string): Linked => ({ cid: addRaw(blocks, text), size: text.length })

function chain(blocks: BlockMap, depth: number): CID {
  let link: Linked = leaf(blocks, 'x')
  for (let i = 0; i < depth; i += 1) link = { cid: addFile(blocks, [link]), size: 1 }
  return link.cid
}

/** Levels of nodes that each link the next a thousand times. */
function bomb(blocks: BlockMap, sizeOf: (level: number) => bigint): CID {
  let link: Linked = { ...leaf(blocks, 'x'), size: sizeOf(0) }
  for (let level = 1; level <= 4; level += 1)
    link = {
      cid: addFile(
        blocks,
        Array.from({ length: 1000 }, () => link),
      ),
      size: sizeOf(level),
    }
  return link.cid
}

const file = (data: string) => unixfs({ type: 2, data: Buffer.from(data), fileSize: data.length })

const hostile: [name: string, code: IpfsErrorCode, make: (blocks: BlockMap) => CID, path?: string][] = [
  ['a depth of 3,000', 'too_deep', (b) => chain(b, 3000)],
  [
    'four blocks that multiply to 1000^4, with true sizes',
    'too_large',
    (b) => bomb(b, (level) => 1000n ** BigInt(level)),
  ],
  ['four blocks that multiply to 1000^4, with small sizes', 'size_mismatch', (b) => bomb(b, () => 1n)],
  [
    'zero-size children',
    'bad_node',
    (b) =>
      addFile(
        b,
        Array.from({ length: 1000 }, () => ({ cid: addRaw(b, ''), size: 0 })),
      ),
  ],
  ['children of no content under a stated size', 'size_mismatch', (b) => addFile(b, [{ cid: addRaw(b, ''), size: 1 }])],
  ['a size stated under', 'size_mismatch', (b) => addFile(b, [{ ...leaf(b, 'hello'), size: 4 }])],
  ['a size stated over', 'size_mismatch', (b) => addFile(b, [{ ...leaf(b, 'hello'), size: 6 }])],
  ['a size of 2^62', 'too_large', (b) => addFile(b, [{ ...leaf(b, 'hello'), size: 2n ** 62n }])],
  [
    'sizes that overflow 64 bits together',
    'too_large',
    (b) =>
      addFile(
        b,
        [1, 2].map(() => ({ ...leaf(b, 'x'), size: 2n ** 63n })),
        { fileSize: 0 },
      ),
  ],
  ['a total that is not the sum', 'size_mismatch', (b) => addFile(b, [leaf(b, 'hello')], { fileSize: 4 })],
  ['missing block sizes', 'bad_node', (b) => addFile(b, [leaf(b, 'hello')], { blockSizes: [], fileSize: 0 })],
  ['a cbor leaf', 'unsupported_codec', (b) => addFile(b, [{ cid: add(b, Buffer.from([0xa0]), 0x71), size: 1 }])],
  [
    'a leaf of another hash',
    'unsupported_hash',
    (b) => addFile(b, [{ cid: cidOf(RAW, 0x11, Buffer.alloc(20)), size: 1 }]),
  ],
  ['bad protobuf', 'bad_node', (b) => add(b, Buffer.from('not protobuf'), DAG_PB)],
  ['an empty dag-pb block', 'bad_node', (b) => add(b, Buffer.alloc(0), DAG_PB)],
  ['bad protobuf inside', 'bad_node', (b) => addNode(b, Buffer.from([0xff, 0xff, 0xff]), [])],
  ['no data', 'bad_node', (b) => addNode(b, undefined, [])],
  ['an unknown type', 'bad_node', (b) => addNode(b, unixfs({ type: 9 }), [])],
  ['a metadata node', 'bad_node', (b) => addNode(b, unixfs({ type: 3 }), [])],
  ['a directory as part of a file', 'bad_node', (b) => addFile(b, [{ cid: addDirectory(b, []), size: 1 }])],
  [
    'a symlink as part of a file',
    'bad_node',
    (b) => addFile(b, [{ cid: addNode(b, unixfs({ type: 4, data: Buffer.from('/etc') }), []), size: 1 }]),
  ],
  ['a symlink', 'symlink', (b) => addNode(b, unixfs({ type: 4, data: Buffer.from('/etc/passwd') }), [])],
  ['a directory', 'is_a_directory', (b) => addDirectory(b, [['a', addRaw(b, 'a')]])],
  [
    'a directory of 30,000 entries',
    'directory_too_large',
    (b) =>
      addDirectory(
        b,
        Array.from({ length: 30_000 }, (_, i) => [`${i}`.padStart(5, '0'), cidOf(RAW, 0, Buffer.from('x'))]),
      ),
    '00001',
  ],
  ['an odd HAMT fan-out', 'bad_node', (b) => addNode(b, unixfs({ type: 5, hashType: 0x22, fanout: 255 }), []), 'a'],
  ['a huge HAMT fan-out', 'bad_node', (b) => addNode(b, unixfs({ type: 5, hashType: 0x22, fanout: 2 ** 30 }), []), 'a'],
  ['a HAMT without fan-out', 'bad_node', (b) => addNode(b, unixfs({ type: 5, hashType: 0x22 }), []), 'a'],
  ['a HAMT of another hash', 'bad_node', (b) => addNode(b, unixfs({ type: 5, hashType: 0x12, fanout: 256 }), []), 'a'],
]

test.each(hostile)('%s is refused, soon, and harms no file fetched beside it', async (_, code, make, path) => {
  const blocks: BlockMap = new Map()
  const root = make(blocks)
  const beside = addFile(blocks, [leaf(blocks, 'an honest '), leaf(blocks, 'story')])
  const error = await failure(fetchFrom(blocks, root, path, 1024 * 1024, beside))
  expect(error).toMatchObject({ name: 'IpfsError', code, retryable: false, beside: 'an honest story' })
  // Far fewer blocks than such a tree names: 17 levels and the honest file's three.
  expect(error.asked).toBeLessThan(24)
})

test('a HAMT that leads ever deeper ends with its hash', async () => {
  // A block cannot link itself, but any slot can lead a level down; the eighth level uses up the hash.
  const blocks: BlockMap = new Map()
  const shard = (links: { Name: string; Hash: CID }[]) =>
    addNode(blocks, unixfs({ type: 5, hashType: 0x22, fanout: 256 }), links)
  let inner = shard([])
  for (let i = 0; i < 20; i += 1) {
    const Hash = inner
    inner = shard(
      Array.from({ length: 256 }, (_, slot) => ({ Name: slot.toString(16).toUpperCase().padStart(2, '0'), Hash })),
    )
  }
  const error = await failure(fetchFrom(blocks, inner, 'a'))
  expect(error.code).toBe('too_deep')
  expect(error.asked).toBeLessThan(12)
})

test('block visits are counted though every block is cached', async () => {
  const blocks: BlockMap = new Map()
  const one = { cid: addRaw(blocks, 'x'), size: 1 }
  const many = {
    cid: addFile(
      blocks,
      Array.from({ length: 1000 }, () => one),
    ),
    size: 1000,
  }
  const root = addFile(
    blocks,
    Array.from({ length: 100 }, () => many),
  )
  const error = await failure(fetchFrom(blocks, root, '', 200_000))
  expect(error.code).toBe('too_many_blocks')
  expect(error.asked).toBe(3)
})

test('the same hash reads as bytes when raw and as a file when dag-pb', async () => {
  const blocks: BlockMap = new Map()
  const node = dagPb.encode({ Data: file('inside'), Links: [] })
  const asFile = add(blocks, node, DAG_PB)
  expect((await fetchFrom(blocks, asFile)).text).toBe('inside')
  expect((await fetchFrom(blocks, sha256Cid(node, RAW))).text).toBe(Buffer.from(node).toString())
  expect((await fetchFrom(blocks, CID.createV0(asFile.multihash as never))).text).toBe('inside')
})

test('identity CIDs are read without asking anyone, as root and as leaf', async () => {
  const blocks: BlockMap = new Map()
  const inline = cidOf(RAW, 0, Buffer.from('hello'))
  expect(await fetchFrom(blocks, inline)).toEqual({ text: 'hello', asked: 0 })
  const root = addFile(blocks, [{ cid: inline, size: 5 }, leaf(blocks, ' world')])
  expect((await fetchFrom(blocks, root)).text).toBe('hello world')
})

test('packed block sizes, as some writers encode them, are read', async () => {
  const blocks: BlockMap = new Map()
  const [one, two] = [leaf(blocks, 'one'), leaf(blocks, 'three')]
  const packed = Buffer.concat([unixfs({ type: 2, fileSize: 8 }), Buffer.from([0x22, 2, 3, 5])])
  const root = addNode(
    blocks,
    packed,
    [one, two].map(({ cid }) => ({ Name: '', Hash: cid })),
  )
  expect((await fetchFrom(blocks, root)).text).toBe('onethree')
})

test('mode and mtime are ignored', async () => {
  const blocks: BlockMap = new Map()
  const data = Buffer.concat([file('x'), Buffer.from([0x38, 0xa4, 0x03, 0x42, 2, 0x08, 5])])
  expect((await fetchFrom(blocks, addNode(blocks, data, []))).text).toBe('x')
})

test('a file larger than what is accepted is refused before its bytes are asked for', async () => {
  const blocks: BlockMap = new Map()
  const root = addFile(blocks, [leaf(blocks, 'a'.repeat(600)), leaf(blocks, 'b'.repeat(600))])
  const error = await failure(fetchFrom(blocks, root, '', 1000))
  expect(error).toMatchObject({ code: 'too_large', asked: 1 })
})

test.each([
  ['JSON that is not an object', '[1, 2]'],
  ['deep JSON', '['.repeat(100_000)],
  ['invalid UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
])('%s is proved bytes like any other: what it means is for the reader', async (_, content) => {
  const blocks: BlockMap = new Map()
  const root = addRaw(blocks, content)
  expect((await fetchFrom(blocks, root)).text).toBe(Buffer.from(content as string).toString())
})

test('huge JSON is refused by size', async () => {
  const blocks: BlockMap = new Map()
  const root = addRaw(blocks, JSON.stringify({ description: 'x'.repeat(300_000) }))
  expect((await failure(fetchFrom(blocks, root, '', 262_144))).code).toBe('too_large')
})
