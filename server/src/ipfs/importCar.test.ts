import { randomBytes } from 'node:crypto'
import { CarReader } from '@ipld/car'
import type { CID } from 'multiformats/cid'
import { expect, test } from 'vitest'
import { RAW } from './cid.ts'
import { exportCarBytes } from './exportCar.ts'
import { fetchFile } from './fetchFile.ts'
import type { IpfsErrorCode } from './IpfsError.ts'
import { type ImportCarOptions, importCar } from './importCar.ts'
import { importFile } from './importFile.ts'
import { addDirectory, addNode, addRaw, type BlockMap, cidOf, sha256Cid, unixfs } from './testing/dags.ts'
import { temporaryStore } from './testing/temporaryStore.ts'

const content = randomBytes(2_500_000)

async function makeCar(): Promise<{ root: CID; car: Buffer }> {
  await using temporary = await temporaryStore()
  const root = await importFile(temporary.store, content)
  return { root, car: await exportCarBytes(temporary.store, root) }
}

const { root, car } = await makeCar()
const HEADER = 1 + car[0]!
/** Where each section begins. */
const edges: number[] = []
for (let at = HEADER; at < car.byteLength; ) {
  edges.push(at)
  let length = 0
  for (let shift = 0; ; shift += 7) {
    const byte = car[at++]!
    length += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) break
  }
  at += length
}

const section = (cid: CID, bytes: Uint8Array) =>
  Buffer.concat([Buffer.from([cid.bytes.byteLength + bytes.byteLength]), cid.bytes, bytes])
const changed = (at: number, byte: number) => {
  const copy = Buffer.from(car)
  copy[at] = byte
  return copy
}
const foreign = Buffer.from('not part of it')
const headerOf = async (other: CID) => {
  await using temporary = await temporaryStore()
  await temporary.store.put(other, foreign)
  const bytes = await exportCarBytes(temporary.store, other)
  return bytes.subarray(0, 1 + bytes[0]!)
}
const otherRoot = sha256Cid(foreign, RAW)

const hostile: [
  name: string,
  code: IpfsErrorCode,
  car: () => Uint8Array | Promise<Uint8Array>,
  options?: ImportCarOptions,
][] = [
  ['cut off in the middle of a block', 'bad_car', () => car.subarray(0, -100)],
  ['cut off at a block’s edge', 'bad_car', () => car.subarray(0, edges.at(-1))],
  ['cut off in its header', 'bad_car', () => car.subarray(0, 10)],
  ['that is empty', 'bad_car', () => Buffer.alloc(0)],
  ['that is HTML', 'bad_car', () => Buffer.from('<!doctype html><title>Sign in</title>'.repeat(5))],
  ['with a foreign block', 'bad_car', () => Buffer.concat([car, section(otherRoot, foreign)])],
  [
    'whose header names another root',
    'bad_car',
    async () => Buffer.concat([await headerOf(otherRoot), car.subarray(HEADER)]),
  ],
  ['of another root than expected', 'wrong_root', () => car, { root: otherRoot }],
  [
    'with a section of length 2^40',
    'bad_car',
    () =>
      Buffer.concat([car.subarray(0, HEADER), Buffer.from([0x80, 0x80, 0x80, 0x80, 0x80, 0x20]), Buffer.alloc(100)]),
  ],
  ['with a length that never ends', 'bad_car', () => Buffer.concat([car.subarray(0, HEADER), Buffer.alloc(100, 0xff)])],
  ['with a header of length 2^40', 'bad_car', () => Buffer.from([0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 1, 2])],
  ['with one bit of a block flipped', 'hash_mismatch', () => changed(car.byteLength - 1, car.at(-1)! ^ 1)],
  [
    'with a section that is no CID',
    'bad_car',
    () => Buffer.concat([car.subarray(0, HEADER), Buffer.from([3, 9, 9, 9])]),
  ],
  [
    'with a block under sha1',
    'unsupported_hash',
    () => Buffer.concat([car, section(cidOf(RAW, 0x11, Buffer.alloc(20)), foreign)]),
  ],
  ['larger than allowed', 'too_large', () => car, { maxBytes: 1_000_000 }],
  ['of more blocks than allowed', 'too_many_blocks', () => car, { maxBlocks: 2 }],
]

test.each(hostile)('a CAR %s is refused and leaves nothing', async (_, code, bytes, options) => {
  await using temporary = await temporaryStore()
  await expect(importCar(temporary.store, await bytes(), options)).rejects.toMatchObject({ name: 'IpfsError', code })
  expect((await temporary.store.stat()).blocks).toBe(0)
})

test('a refused CAR takes nothing away that was stored before', async () => {
  await using temporary = await temporaryStore()
  await importFile(temporary.store, content)
  await expect(importCar(temporary.store, Buffer.concat([car, section(otherRoot, foreign)]))).rejects.toMatchObject({
    code: 'bad_car',
  })
  expect((await fetchFile(root, { store: temporary.store, maxBytes: 3e6 })).bytes.byteLength).toBe(2_500_000)
})

test('what is exported is imported, however it is cut into pieces', async () => {
  async function* inPieces(size: number) {
    for (let at = 0; at < car.byteLength; at += size) yield car.subarray(at, at + size)
  }
  for (const size of [1000, 65_536, car.byteLength]) {
    await using temporary = await temporaryStore()
    expect(await importCar(temporary.store, inPieces(size), { root })).toMatchObject({ blocks: 4 })
    expect(Buffer.compare((await fetchFile(root, { store: temporary.store, maxBytes: 3e6 })).bytes, content)).toBe(0)
  }
})

test('the reference reader reads what is exported: root and blocks, each once, the root first', async () => {
  await using temporary = await temporaryStore()
  const { store } = temporary
  const blocks: BlockMap = new Map()
  const [one, two] = [addRaw(blocks, 'one'), addRaw(blocks, 'two')]
  const inline = cidOf(RAW, 0, Buffer.from('inline'))
  const link = addNode(blocks, unixfs({ type: 4, data: Buffer.from('one') }), [])
  const docs = addDirectory(blocks, [
    ['a', one],
    ['again', one],
    ['b', two],
    ['inline', inline],
    ['link', link],
  ])
  const top = addDirectory(blocks, [
    ['docs', docs],
    ['one', one],
  ])
  for (const [key, bytes] of blocks) {
    const digest = Buffer.from(key.slice(4), 'hex')
    await store.put(cidOf(RAW, 0x12, digest), bytes)
  }
  const reader = await CarReader.fromBytes(await exportCarBytes(store, top))
  const read = await Array.fromAsync(reader.cids())
  expect((await reader.getRoots()).map(String)).toEqual([top.toString()])
  expect(read.map(String)).toEqual([top, docs, one, two, link].map(String))

  await using other = await temporaryStore()
  expect(await importCar(other.store, await exportCarBytes(store, top))).toMatchObject({ blocks: 5 })
})

test('a DAG that lacks a block is not exported', async () => {
  await using temporary = await temporaryStore()
  await importCar(temporary.store, car)
  const leaf = (await Array.fromAsync(temporary.store.list())).find((file) => file.bytes > 1000)!
  await temporary.store.remove(cidOf(RAW, 0x12, Buffer.from(leaf.key.slice(4), 'hex')))
  await expect(exportCarBytes(temporary.store, root)).rejects.toMatchObject({ code: 'not_local' })
})
