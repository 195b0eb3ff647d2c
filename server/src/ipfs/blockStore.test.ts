import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CID } from 'multiformats/cid'
import { expect, test } from 'vitest'
import { blockPath } from './blockFiles.ts'
import { type BlockStore, createBlockStore } from './blockStore.ts'
import { blockKey, DAG_PB, RAW } from './cid.ts'
import { fetchFile } from './fetchFile.ts'
import { createGatewaySource } from './gatewaySource.ts'
import { importFile } from './importFile.ts'
import { addRaw, type BlockMap, cidOf, sha256Cid } from './testing/dags.ts'
import { startGateway } from './testing/hostileGateway.ts'
import { temporaryStore } from './testing/temporaryStore.ts'

const story = Buffer.from('A well for the village school.')
const storyCid = sha256Cid(story, RAW)
const pathOf = (store: BlockStore, cid: CID) => blockPath(store.dir, blockKey(cid))

/** Stores a block that was last used so many minutes ago. */
async function putAged(store: BlockStore, text: string, minutes: number): Promise<CID> {
  const cid = sha256Cid(Buffer.from(text), RAW)
  await store.put(cid, Buffer.from(text))
  const time = new Date(Date.now() - minutes * 60_000)
  await utimes(pathOf(store, cid), time, time)
  return cid
}

test('a block put is got, under every CID of its hash', async () => {
  await using temporary = await temporaryStore()
  const { store } = temporary
  expect(await store.get(storyCid)).toBeUndefined()
  await store.put(storyCid, story)
  for (const cid of [storyCid, sha256Cid(story, DAG_PB), CID.createV0(storyCid.multihash as never)])
    expect(Buffer.from((await store.get(cid))!)).toEqual(story)
  expect(await store.has(storyCid)).toBe(true)
  expect(await store.stat()).toMatchObject({ blocks: 1, bytes: story.byteLength })
})

test('bytes that are not the CID’s are not taken', async () => {
  await using temporary = await temporaryStore()
  await expect(temporary.store.put(storyCid, Buffer.from('something else'))).rejects.toMatchObject({
    code: 'hash_mismatch',
  })
  expect(await temporary.store.stat()).toMatchObject({ blocks: 0 })
})

test.each([
  ['bit rot', (path: string) => writeFile(path, Buffer.from(story.toString().replace('A', 'B')))],
  ['a zero-length file', (path: string) => truncate(path)],
  ['a file cut short', (path: string) => truncate(path, 5)],
])('%s is noticed, removed and fetched again', async (_, damage) => {
  const blocks: BlockMap = new Map()
  addRaw(blocks, story)
  await using gateway = await startGateway(blocks)
  await using temporary = await temporaryStore()
  const { store } = temporary
  const gateways = createGatewaySource([gateway.url])
  await store.put(storyCid, story)
  await damage(pathOf(store, storyCid))

  expect(await store.get(storyCid)).toBeUndefined()
  expect((await store.stat()).corrupt).toBe(1)
  expect((await fetchFile(storyCid, { store, gateways, maxBytes: 100 })).from).toBe(gateway.url)
  expect((await fetchFile(storyCid, { store, gateways, maxBytes: 100 })).from).toBe('store')
  gateways.close()
})

test('verify finds every rotten block and the pins that now lack one', async () => {
  await using temporary = await temporaryStore()
  const { store } = temporary
  await store.put(storyCid, story)
  await store.pin(storyCid)
  const sound = await putAged(store, 'sound', 0)
  await truncate(pathOf(store, storyCid))
  expect(await store.verify()).toEqual({
    blocks: 2,
    corrupt: [blockKey(storyCid)],
    incompletePins: [storyCid.toString()],
  })
  expect(await store.verify()).toMatchObject({ blocks: 1, corrupt: [] })
  expect(await store.has(sound)).toBe(true)
})

test('many writers of one block leave one whole block and nothing aside', async () => {
  await using temporary = await temporaryStore()
  const stores = [createBlockStore({ dir: temporary.dir }), createBlockStore({ dir: temporary.dir })]
  const bytes = randomBytes(500_000)
  const cid = sha256Cid(bytes, RAW)
  await Promise.all(Array.from({ length: 20 }, (_, i) => stores[i % 2]!.put(cid, bytes)))
  expect(await stores[0]!.stat()).toMatchObject({ blocks: 1, bytes: 500_000 })
  expect(await readFile(pathOf(stores[0]!, cid))).toEqual(bytes)
  expect(await readdir(join(temporary.dir, 'tmp'))).toEqual([])
})

test('the least recently used blocks go first, pinned ones never', async () => {
  await using temporary = await temporaryStore()
  const { store } = temporary
  const [oldest, pinned, old, recent] = [
    await putAged(store, 'oldest, 20 bytes ...', 50),
    await putAged(store, 'pinned, 20 bytes ...', 40),
    await putAged(store, 'old,    20 bytes ...', 30),
    await putAged(store, 'recent, 20 bytes ...', 20),
  ]
  await store.pin(pinned)
  expect(await store.gc(60)).toEqual({ removedBlocks: 1, removedBytes: 20, keptBytes: 60 })
  expect(await Promise.all([oldest, pinned, old, recent].map(store.has))).toEqual([false, true, true, true])
  expect(await store.gc(0)).toMatchObject({ removedBlocks: 2, keptBytes: 20 })
  await store.unpin(pinned)
  await utimes(pathOf(store, pinned), 1, 1)
  expect(await store.gc(0)).toMatchObject({ removedBlocks: 1, keptBytes: 0 })
})

test('reading a block saves it from eviction', async () => {
  await using temporary = await temporaryStore()
  const { store } = temporary
  const read = await putAged(store, 'read', 50)
  const unread = await putAged(store, 'unread', 40)
  await store.get(read)
  await store.gc(5)
  expect(await Promise.all([read, unread].map(store.has))).toEqual([true, false])
})

test('the store stays about its cap', async () => {
  await using temporary = await temporaryStore({ maxBytes: 100_000 })
  const { store } = temporary
  const kept = await importFile(store, randomBytes(10_000))
  await store.pin(kept)
  for (let i = 0; i < 60; i += 1) await importFile(store, randomBytes(5_000))
  // Blocks of the same millisecond as a look are left to the next.
  expect((await store.stat()).bytes).toBeLessThanOrEqual(130_000)
  expect(await store.has(kept)).toBe(true)
})

test('a DAG that lacks a block is not pinned', async () => {
  await using temporary = await temporaryStore()
  const { store } = temporary
  const root = await importFile(store, randomBytes(2_500_000))
  const leaf = (await Array.fromAsync(store.list())).find((file) => file.bytes > 1000)!
  await store.remove(cidOf(RAW, 0x12, Buffer.from(leaf.key.slice(4), 'hex')))
  await expect(store.pin(root)).rejects.toMatchObject({ code: 'not_local', retryable: true })
  expect(await store.pins()).toEqual([])
})

test('content that is within its CID is pinned without a block', async () => {
  await using temporary = await temporaryStore()
  const inline = cidOf(RAW, 0, Buffer.from('hello'))
  await temporary.store.pin(inline)
  expect((await temporary.store.pins()).map(String)).toEqual([inline.toString()])
})

test('pins survive a new process and cover every block of the DAG', async () => {
  await using temporary = await temporaryStore()
  const root = await importFile(temporary.store, randomBytes(2_500_000))
  await temporary.store.pin(root)
  const reopened = createBlockStore({ dir: temporary.dir })
  expect((await reopened.pins()).map(String)).toEqual([root.toString()])
  expect(await reopened.gc(0)).toMatchObject({ removedBlocks: 0 })
  expect(await reopened.stat()).toMatchObject({ pins: 1, pinnedBlocks: 4, blocks: 4 })
})

test('files that are not ours are left alone', async () => {
  await using temporary = await temporaryStore()
  await mkdir(join(temporary.dir, 'blocks', 'xx'), { recursive: true })
  await writeFile(join(temporary.dir, 'blocks', 'xx', 'notes.txt'), 'mine')
  expect(await temporary.store.verify()).toMatchObject({ blocks: 0, corrupt: [] })
  await temporary.store.gc(0)
  expect(await readdir(join(temporary.dir, 'blocks', 'xx'))).toEqual(['notes.txt'])
})

const canMount = spawnSync('unshare', ['-m', 'true']).status === 0

test.skipIf(!canMount)(
  'a full disk fails an import, harms nothing stored, and still lets pages be fetched (needs unshare)',
  async () => {
    await using temporary = await temporaryStore()
    const script = join(import.meta.dirname, 'testing', 'fillDisk.ts')
    const run = spawnSync(
      'unshare',
      [
        '-m',
        'sh',
        '-c',
        'mount -t tmpfs -o size=300k tmpfs "$1" && exec "$2" "$3" "$1"',
        'sh',
        temporary.dir,
        process.execPath,
        script,
      ],
      { encoding: 'utf8' },
    )
    expect(run.stderr).toBe('')
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: { code: 'store_full', retryable: true },
      fetched: true,
      kept: true,
      stat: { blocks: 1, bytes: 10_000, writeFailures: 2 },
    })
  },
)
