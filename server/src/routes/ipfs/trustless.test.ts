import { randomBytes } from 'node:crypto'
import { CarReader } from '@ipld/car'
import type { CID } from 'multiformats/cid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { parseCid, RAW } from '../../ipfs/cid.ts'
import { fetchFile } from '../../ipfs/fetchFile.ts'
import { createGatewaySource } from '../../ipfs/gatewaySource.ts'
import { importCar } from '../../ipfs/importCar.ts'
import { walkBlocks } from '../../ipfs/listBlocks.ts'
import { addDirectory, addRaw, type BlockMap } from '../../ipfs/testing/dags.ts'
import { startGateway } from '../../ipfs/testing/hostileGateway.ts'
import { temporaryStore } from '../../ipfs/testing/temporaryStore.ts'
import { readConfig } from '../../lib/config.ts'
import { createLogger } from '../../lib/logger.ts'
import { type ContentApi, contentUrl, openContentApi } from './testing/openContentApi.ts'

let api: ContentApi
const picture = Buffer.concat([Buffer.from('ffd8ff', 'hex'), randomBytes(3.2 * 1024 * 1024)])

beforeAll(async () => {
  api = await openContentApi()
})
afterAll(() => api.close())

test.each([
  ['?format=raw', {}],
  ['', { accept: 'application/vnd.ipld.raw' }],
])('a block is given by %s and %j', async (query, headers) => {
  const cid = await api.published(picture)
  const response = await api.request({ method: 'GET', url: contentUrl(cid) + query, headers })
  const block = await api.store.get(parseCid(cid))
  expect(response.rawPayload.equals(block!)).toBe(true)
  expect(response.headers).toMatchObject({
    'content-type': 'application/vnd.ipld.raw',
    'content-disposition': `attachment; filename="${cid}.bin"`,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    etag: `"${cid}.raw"`,
    vary: expect.stringContaining('Accept'),
  })
})

test.each([
  ['?format=car', {}],
  ['', { accept: 'application/vnd.ipld.car; version=1' }],
])('all blocks are given as a CAR by %s and %j', async (query, headers) => {
  const cid = await api.published(picture)
  const response = await api.request({ method: 'GET', url: contentUrl(cid) + query, headers })
  expect(response.headers['content-type']).toBe('application/vnd.ipld.car; version=1; order=dfs; dups=n')
  expect(response.headers['etag']).toBe(`"${cid}.car"`)
  await using other = await temporaryStore()
  const { roots } = await importCar(other.store, response.rawPayload)
  expect(roots.map(String)).toEqual([cid])
  const { bytes } = await fetchFile(cid, { store: other.store, maxBytes: 1e7 })
  expect(Buffer.compare(bytes, picture)).toBe(0)
  const again = await api.request({
    method: 'GET',
    url: `${contentUrl(cid)}?format=car`,
    headers: { 'if-none-match': `"${cid}.car"` },
  })
  expect(again.statusCode).toBe(304)
})

test('the CAR of a path proves the way to its end', async () => {
  const blocks: BlockMap = new Map()
  const file = addRaw(blocks, 'inside')
  const sibling = addRaw(blocks, 'beside')
  const root = addDirectory(blocks, [
    ['a.txt', file],
    ['b.txt', sibling],
  ])
  for (const [cid, text] of [
    [file, 'inside'],
    [sibling, 'beside'],
  ] as const)
    await api.store.put(cid, Buffer.from(text))
  for (const bytes of blocks.values()) await api.store.put(root, bytes).catch(() => undefined)
  await api.mention(`${root}/a.txt`)
  const response = await api.request(`${contentUrl(root.toString())}/a.txt?format=car`)
  const reader = await CarReader.fromBytes(response.rawPayload)
  const cids = []
  for await (const cid of reader.cids()) cids.push(cid.toString())
  expect((await reader.getRoots()).map(String)).toEqual([root.toString()])
  expect(cids).toEqual([root.toString(), file.toString()])
  // A directory is no file, but its block and its CAR can be had.
  expect((await api.request(contentUrl(root.toString()))).statusCode).toBe(404)
  expect((await api.request(`${contentUrl(root.toString())}?format=raw`)).statusCode).toBe(200)
})

test('another Kindling fetches a picture from here block by block', async () => {
  const cid = await api.published(picture)
  const address = await api.app.listen({ host: '127.0.0.1', port: 0 })
  const gateways = createGatewaySource([`${address}/api/v1/ipfs`])
  await using other = await temporaryStore()
  const options = { store: other.store, gateways, maxBytes: 1e7 }
  const { bytes, from } = await fetchFile(cid, options)
  expect(Buffer.compare(bytes, picture)).toBe(0)
  expect(from).toContain('127.0.0.1')
  gateways.close()
})

test('parts of what is mentioned may be read after a restart without their root being asked for; others may not', async () => {
  const mentioned = await api.stored(randomBytes(2.5 * 1024 * 1024))
  const other = await api.stored(randomBytes(2.5 * 1024 * 1024))
  await api.mention(mentioned.toString())
  const leavesOf = async (root: CID) => {
    const leaves: CID[] = []
    for await (const { cid } of walkBlocks(api.store, root)) if (cid.code === RAW) leaves.push(cid)
    return leaves
  }
  expect((await leavesOf(mentioned)).length).toBe(3)
  const restarted = openRestarted()
  for (const leaf of await leavesOf(mentioned))
    expect((await restarted(`${contentUrl(leaf.toString())}?format=raw`)).statusCode).toBe(200)
  for (const leaf of await leavesOf(other)) {
    expect((await restarted(`${contentUrl(leaf.toString())}?format=raw`)).statusCode).toBe(404)
    expect((await restarted(contentUrl(leaf.toString()))).statusCode).toBe(404)
  }
  // As content of their own they are nothing anyone speaks of.
  for (const leaf of await leavesOf(mentioned))
    expect((await restarted(contentUrl(leaf.toString()))).statusCode).toBe(404)
})

/** A second app over the same database and store, which knows nothing of what the first was asked. */
function openRestarted() {
  const app = createApp({
    config: readConfig({}),
    pool: api.pool,
    logger: createLogger({ level: 'silent' }),
    version: '0',
    readiness: async () => ({ ready: true, checks: {} }),
    blockStore: api.store,
  })
  return (url: string) => app.inject({ method: 'GET', url })
}

test('blocks that are not here are fetched from the gateways for what is mentioned, and asked of nobody for the rest', async () => {
  const blocks: BlockMap = new Map()
  const mentioned = addRaw(blocks, 'elsewhere')
  const other = addRaw(blocks, 'elsewhere too')
  await using gateway = await startGateway(blocks)
  const gateways = createGatewaySource([gateway.url])
  const second = await openContentApi({ gateways })
  await second.mention(mentioned.toString())
  expect((await second.request(`${contentUrl(mentioned.toString())}?format=raw`)).body).toBe('elsewhere')
  for (const query of ['', '?format=raw', '?format=car', '?w=160'])
    expect((await second.request(contentUrl(other.toString()) + query)).statusCode).toBe(404)
  expect(gateway.asked).toHaveLength(1)
  await second.close()
  gateways.close()
})

test('blocks have no width', async () => {
  const cid = await api.published('x')
  expect((await api.request(`${contentUrl(cid)}?format=raw&w=160`)).statusCode).toBe(400)
  expect((await api.request(`${contentUrl(cid)}?format=tar`)).json().errors[0].message).toBe('must be one of raw, car')
})
