import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { type ImporterOptions, importBytes } from 'ipfs-unixfs-importer'
import { fixedSize } from 'ipfs-unixfs-importer/chunker'
import { balanced } from 'ipfs-unixfs-importer/layout'
import type { CID } from 'multiformats/cid'
import { expect, test } from 'vitest'
import { fetchFile } from './fetchFile.ts'
import { createGatewaySource } from './gatewaySource.ts'
import { importAsRoot } from './importAsRoot.ts'
import { addDirectory, addRaw, type BlockMap } from './testing/dags.ts'
import { type Behaviour, startGateway } from './testing/hostileGateway.ts'
import { temporaryStore } from './testing/temporaryStore.ts'

const nowhere = { put: async (cid: CID) => cid }
const rootOf = async (bytes: Uint8Array, options: ImporterOptions) =>
  (await importBytes(bytes, nowhere as never, { ...options })).cid
const kib = (chunk: number, links: number) => ({
  chunker: fixedSize({ chunkSize: chunk * 1024 }),
  layout: balanced({ maxChildrenPerNode: links }),
})

/** Knows files, but no blocks. */
const plain =
  (bytes: Uint8Array, type = 'application/octet-stream'): Behaviour =>
  ({ response }) => {
    response.writeHead(200, { 'content-type': type })
    response.end(bytes)
  }

const deterministicBytes = (length: number, seed: string): Buffer =>
  createCipheriv('chacha20', createHash('sha256').update(seed).digest(), Buffer.alloc(16)).update(Buffer.alloc(length))

async function fetchPlain(cid: CID, behaviour: Behaviour, path?: string) {
  await using gateway = await startGateway(new Map(), behaviour)
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([gateway.url], { timeoutMs: 20_000 })
  try {
    const file = await fetchFile(cid, { store: temporary.store, gateways, path, maxBytes: 4_000_000 })
    const again = await fetchFile(cid, { store: temporary.store, path, maxBytes: 4_000_000 })
    return { bytes: Buffer.from(file.bytes), from: file.from, url: gateway.url, again: again.from }
  } finally {
    gateways.close()
  }
}

test.each<[string, ImporterOptions]>([
  ['unixfs-v1-2025', { profile: 'unixfs-v1-2025' }],
  ['unixfs-v0-2015', { profile: 'unixfs-v0-2015' }],
  ['CIDv1 in 256 KiB', { cidVersion: 1, rawLeaves: true, ...kib(256, 174) }],
  ['CIDv0 with raw leaves', { cidVersion: 0, rawLeaves: true, ...kib(256, 174) }],
  ['CIDv1 without raw leaves', { cidVersion: 1, rawLeaves: false, ...kib(256, 174) }],
])('plain bytes chunked as %s are proved and stored', async (_, options) => {
  const bytes = randomBytes(1_500_000)
  const answer = await fetchPlain(await rootOf(bytes, options), plain(bytes))
  expect(answer.bytes.equals(bytes)).toBe(true)
  expect(answer.from).toBe(answer.url)
  expect(answer.again).toBe('store')
})

test('plain bytes chunked in an unknown way are unverifiable and not used', async () => {
  const bytes = randomBytes(100_000)
  const root = await rootOf(bytes, { cidVersion: 1, rawLeaves: true, ...kib(7, 3) })
  await expect(fetchPlain(root, plain(bytes))).rejects.toMatchObject({ code: 'unverifiable', retryable: false })
})

test('plain bytes that are not the content are unverifiable', async () => {
  const root = await rootOf(randomBytes(1_500_000), { profile: 'unixfs-v1-2025' })
  await expect(fetchPlain(root, plain(randomBytes(1_500_000)))).rejects.toMatchObject({ code: 'unverifiable' })
})

test('a sign-in page in place of a file is to be tried again', async () => {
  const root = await rootOf(randomBytes(1_500_000), { profile: 'unixfs-v1-2025' })
  await expect(fetchPlain(root, plain(Buffer.from('<html>'), 'text/html'))).rejects.toMatchObject({
    code: 'not_a_block',
    retryable: true,
  })
})

test('a raw CID is proved by the plain bytes themselves, also where the gateway refuses to know formats', async () => {
  const cid = addRaw(new Map(), 'a story')
  expect((await fetchPlain(cid, plain(Buffer.from('a story'), 'text/plain'))).bytes.toString()).toBe('a story')
  const refusing: Behaviour = (asked) => {
    if (!asked.request.url?.includes('format=')) return plain(Buffer.from('a story'))(asked)
    asked.response.writeHead(406)
    asked.response.end()
  }
  expect((await fetchPlain(cid, refusing)).bytes.toString()).toBe('a story')
})

test('a path cannot be proved by plain bytes', async () => {
  const blocks: BlockMap = new Map()
  const root = addDirectory(blocks, [['story.txt', addRaw(blocks, 'a story')]])
  await expect(fetchPlain(root, plain(Buffer.from('a story')), 'story.txt')).rejects.toMatchObject({
    code: 'not_a_block',
  })
})

/** Vectors of IPIP-499 for the older profile, of the same source as those in importFile.test.ts. */
test.each([
  [11, 'Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD', Buffer.from('hello world')],
  [262_144, 'QmWmRj3dFDZdb6ABvbmKhEL6TmPbAfBZ1t5BxsEyJrcZhE', deterministicBytes(262_144, 'chunk-v0-seed')],
  [262_145, 'QmYyLxtzZyW22zpoVAtKANLRHpDjZtNeDjQdJrcQNWoRkJ', deterministicBytes(262_145, 'chunk-v0-seed')],
  [45_613_056, 'QmUbBALi174SnogsUzLpYbD4xPiBSFANF4iztWCsHbMKh2', deterministicBytes(45_613_056, 'v0-seed')],
  [45_875_200, 'QmepeWtdmS1hHXx1oZXsPUv6bMrfRRKfZcoPPU4eEfjnbf', deterministicBytes(45_875_200, 'v0-seed')],
])('a file of %i bytes has the CID published for the profile unixfs-v0-2015', async (_, text, bytes) => {
  const { parseCid } = await import('./cid.ts')
  expect(await importAsRoot(parseCid(text), bytes)).toBeDefined()
})
