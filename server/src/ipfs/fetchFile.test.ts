import { randomBytes } from 'node:crypto'
import type { CID } from 'multiformats/cid'
import { expect, test } from 'vitest'
import type { BlockStore } from './blockStore.ts'
import { RAW } from './cid.ts'
import { fetchBlock, fetchFile, openFile } from './fetchFile.ts'
import { createGatewaySource } from './gatewaySource.ts'
import { importFile } from './importFile.ts'
import { addDirectory, addRaw, type BlockMap, cidOf } from './testing/dags.ts'
import { honest, startGateway } from './testing/hostileGateway.ts'
import { temporaryStore } from './testing/temporaryStore.ts'

/** What an honest gateway would have of a store. */
async function blocksOf(store: BlockStore): Promise<BlockMap> {
  const blocks: BlockMap = new Map()
  for await (const { key } of store.list()) {
    const cid = cidOf(RAW, 0x12, Buffer.from(key.slice(4), 'hex'))
    blocks.set(key, (await store.get(cid))!)
  }
  return blocks
}

async function published(content: Uint8Array): Promise<{ root: CID; blocks: BlockMap }> {
  await using temporary = await temporaryStore()
  const root = await importFile(temporary.store, content)
  return { root, blocks: await blocksOf(temporary.store) }
}

test('a file of many blocks is fetched, proved, stored, and never asked for again', async () => {
  const content = randomBytes(6_500_000)
  const { root, blocks } = await published(content)
  await using gateway = await startGateway(blocks)
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([gateway.url])
  const options = { store: temporary.store, gateways, maxBytes: 10_000_000 }
  const file = await fetchFile(root, options)
  expect(Buffer.compare(file.bytes, content)).toBe(0)
  expect(file).toMatchObject({ from: gateway.url, root, cid: root })
  expect(gateway.asked).toHaveLength(8)
  expect((await fetchFile(root.toString(), options)).from).toBe('store')
  expect(gateway.asked).toHaveLength(8)
  gateways.close()
})

test('an opened file knows its size after one block and reads just the blocks of a range', async () => {
  const content = randomBytes(6_500_000)
  const { root, blocks } = await published(content)
  await using gateway = await startGateway(blocks)
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([gateway.url])
  const file = await openFile(root, { store: temporary.store, gateways, maxBytes: 10_000_000 })
  expect(file.size).toBe(6_500_000)
  expect(gateway.asked).toHaveLength(1)
  const range = Buffer.concat(await Array.fromAsync(file.read(1_048_570, 1_048_580)))
  expect(range.equals(content.subarray(1_048_570, 1_048_580))).toBe(true)
  expect(gateway.asked).toHaveLength(3)
  expect(Buffer.concat(await Array.fromAsync(file.read(6_499_999)))).toEqual(content.subarray(6_499_999))
  expect(await Array.fromAsync(file.read(5, 5))).toEqual([])
  gateways.close()
})

test('a fetch that failed half way goes on where it stopped', async () => {
  const { root, blocks } = await published(randomBytes(3_500_000))
  let broken = true
  let sent = 0
  await using gateway = await startGateway(blocks, (request) => {
    if (broken && sent === 3) return request.request.socket.destroy()
    sent += 1
    honest(request)
  })
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([gateway.url], { concurrency: 1 })
  const options = { store: temporary.store, gateways, maxBytes: 10_000_000 }
  await expect(fetchFile(root, options)).rejects.toMatchObject({ code: 'connection', retryable: true })
  broken = false
  const held = new Set(gateway.asked.slice(0, 3))
  const before = gateway.asked.length
  expect((await temporary.store.stat()).blocks).toBe(3)
  await fetchFile(root, options)
  // What the first fetch was about to ask for may arrive late, so one of the two may be there twice.
  const after = new Set(gateway.asked.slice(before))
  expect(after.size).toBe(2)
  expect(after.isDisjointFrom(held)).toBe(true)
  gateways.close()
})

test('without gateways what is not stored is not found', async () => {
  await using temporary = await temporaryStore()
  const cid = addRaw(new Map(), 'elsewhere')
  await expect(fetchFile(cid, { store: temporary.store, maxBytes: 100 })).rejects.toMatchObject({
    code: 'not_local',
    retryable: true,
  })
  await expect(
    fetchFile(cid, { store: temporary.store, gateways: createGatewaySource([]), maxBytes: 100 }),
  ).rejects.toMatchObject({ code: 'unavailable' })
})

test('a file in a directory tells its own CID and that of the root', async () => {
  const blocks: BlockMap = new Map()
  const story = addRaw(blocks, 'a story')
  const root = addDirectory(blocks, [['docs', addDirectory(blocks, [['story.txt', story]])]])
  await using gateway = await startGateway(blocks)
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([gateway.url])
  const file = await fetchFile(root, { store: temporary.store, gateways, path: 'docs/story.txt', maxBytes: 100 })
  expect([file.cid, file.root].map(String)).toEqual([story, root].map(String))
  expect(Buffer.from(file.bytes).toString()).toBe('a story')
  gateways.close()
})

test('a caller that leaves is told so', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, 'a story')
  await using gateway = await startGateway(blocks, () => {})
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([gateway.url])
  const leaver = new AbortController()
  const fetching = fetchFile(cid, { store: temporary.store, gateways, maxBytes: 100, signal: leaver.signal })
  fetching.catch(() => {})
  await expect.poll(() => gateway.asked.length).toBe(1)
  leaver.abort()
  await expect(fetching).rejects.toMatchObject({ code: 'aborted', retryable: true })
  gateways.close()
})

test('one block is had by itself', async () => {
  const { root, blocks } = await published(randomBytes(2_000_000))
  await using gateway = await startGateway(blocks)
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([gateway.url])
  const bytes = await fetchBlock(root, { store: temporary.store, gateways })
  expect(Buffer.from(bytes)).toEqual(blocks.get(Buffer.from(root.multihash.bytes).toString('hex')))
  expect(gateway.asked).toHaveLength(1)
  gateways.close()
})
