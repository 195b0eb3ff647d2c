import { expect, test } from 'vitest'
import { fetchFile } from './fetchFile.ts'
import { createGatewaySource } from './gatewaySource.ts'
import { IPFS_ERRORS, type IpfsErrorCode } from './IpfsError.ts'
import { addRaw, type BlockMap } from './testing/dags.ts'
import { failure } from './testing/fetchFrom.ts'
import { deadUrl, misbehaviours, startGateway } from './testing/hostileGateway.ts'
import { temporaryStore } from './testing/temporaryStore.ts'

/** Long enough for an honest gateway on a busy machine; a hostile one is soon asked beside. */
const QUICK = { timeoutMs: 20_000, hedgeMs: 50 }
/** For those that would never answer. */
const IMPATIENT = { timeoutMs: 250, hedgeMs: 50 }
const story = 'A well for the village school.'

const rows: [name: keyof typeof misbehaviours, code: IpfsErrorCode][] = [
  ['one bit flipped', 'hash_mismatch'],
  ['another block', 'hash_mismatch'],
  ['a short block', 'hash_mismatch'],
  ['an empty body', 'hash_mismatch'],
  ['HTML with 200', 'not_a_block'],
  ['HTML that says it is a block', 'hash_mismatch'],
  ['a CAR of the block', 'hash_mismatch'],
  ['a CAR cut off in the middle of a block', 'hash_mismatch'],
  ['a CAR cut off at a block’s edge', 'hash_mismatch'],
  ['a CAR with a foreign block', 'hash_mismatch'],
  ['a CAR of another root', 'hash_mismatch'],
  ['a CAR with a section of length 2^40', 'hash_mismatch'],
  ['a CAR called a block', 'hash_mismatch'],
  ['JSON that is not an object', 'hash_mismatch'],
  ['deep JSON', 'hash_mismatch'],
  ['huge JSON', 'block_too_large'],
  ['invalid UTF-8', 'hash_mismatch'],
  ['fewer bytes than its Content-Length', 'connection'],
  ['an endless body', 'block_too_large'],
  ['a huge Content-Length', 'block_too_large'],
  ['a gzip bomb', 'content_encoding'],
  ['one byte at a time', 'timeout'],
  ['a hang before the headers', 'timeout'],
  ['a hang after the headers', 'timeout'],
  ['a reset', 'connection'],
  ['a reset in the body', 'connection'],
  ['something that is not HTTP', 'connection'],
  ['headers without end', 'connection'],
  ['a redirect to another host', 'redirect'],
  ['a redirect to a private address', 'redirect'],
  ['a redirect to itself', 'redirect'],
  [404, 'not_found'],
  [410, 'not_found'],
  ['429 with Retry-After', 'rate_limited'],
  ['503 with Retry-After as a date', 'rate_limited'],
  [500, 'http_status'],
  [204, 'http_status'],
]

test.each(rows)('a gateway that answers with %s fails the fetch when alone (%s)', async (name, code) => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  await using hostile = await startGateway(blocks, misbehaviours[name])
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([hostile.url], code === 'timeout' ? IMPATIENT : QUICK)

  const error = await failure(fetchFile(cid, { store: temporary.store, gateways, maxBytes: 1000, deadlineMs: 20_000 }))

  expect(error).toMatchObject({ name: 'IpfsError', code, retryable: IPFS_ERRORS[code].retryable })
  expect(error.message).toContain(String(cid))
  expect(error.faults).toMatchObject([{ gateway: hostile.url, code }])
  expect(gateways.stats()[0]).toMatchObject({ successes: 0, lies: code === 'hash_mismatch' ? 1 : 0 })
  expect((await temporary.store.stat()).blocks).toBe(0)
  // Its budget: asked at most three times, and hung up on at the largest block (what is more is in the network's buffers).
  expect(hostile.asked.length).toBeLessThanOrEqual(3)
  expect(hostile.sentBytes()).toBeLessThan(64 * 1024 * 1024)
  gateways.close()
})

test.each(rows)('a gateway that answers with %s does no harm beside an honest one', async (name) => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  await using hostile = await startGateway(blocks, misbehaviours[name])
  await using good = await startGateway(blocks)
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([hostile.url, good.url], QUICK)

  const file = await fetchFile(String(cid), { store: temporary.store, gateways, maxBytes: 1000, deadlineMs: 20_000 })

  expect(Buffer.from(file.bytes).toString()).toBe(story)
  expect(file).toMatchObject({ from: good.url, verified: true })
  expect(hostile.asked).toHaveLength(1)
  gateways.close()
})

test('every kind of misbehaving gateway is a row above, and no gateway misbehaves in no row', () => {
  expect(new Set(rows.map(([name]) => String(name)))).toEqual(new Set(Object.keys(misbehaviours)))
})

test('beside every kind of liar and failure at once, the one honest gateway is found', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  const hostile = await Promise.all(Object.values(misbehaviours).map((behaviour) => startGateway(blocks, behaviour)))
  await using good = await startGateway(blocks)
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([...hostile.map(({ url }) => url), good.url], { ...QUICK, hedgeMs: 5 })
  const file = await fetchFile(cid, { store: temporary.store, gateways, maxBytes: 1000, deadlineMs: 20_000 })
  expect(file).toMatchObject({ from: good.url, verified: true })
  gateways.close()
  for (const one of hostile) await one[Symbol.asyncDispose]()
})

test.each([
  ['a dead port', deadUrl, ['connection']],
  // A resolver may also not answer at all.
  ['a name that cannot be resolved', async () => 'http://gateway.invalid', ['connection', 'timeout']],
])('%s fails alone and does no harm beside an honest gateway', async (_, url, codes) => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  await using good = await startGateway(blocks)
  const alone = createGatewaySource([await url()], { timeoutMs: 2000 })
  expect(codes).toContain((await failure(alone.fetchBlock(cid, AbortSignal.timeout(20_000)))).code)
  const beside = createGatewaySource([await url(), good.url], QUICK)
  expect((await beside.fetchBlock(cid, AbortSignal.timeout(20_000))).gateway).toBe(good.url)
  beside.close()
})

test('a redirect to another host is not followed', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  await using target = await startGateway(blocks)
  await using hostile = await startGateway(blocks, ({ response, request }) => {
    response.writeHead(307, { location: `${target.url}${request.url}` })
    response.end()
  })
  const gateways = createGatewaySource([hostile.url], QUICK)
  expect((await failure(gateways.fetchBlock(cid, AbortSignal.timeout(20_000)))).code).toBe('redirect')
  expect(target.asked).toEqual([])
  gateways.close()
})

test('when all gateways lie the fault is named for each and is not retried', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  await using one = await startGateway(blocks, misbehaviours['one bit flipped'])
  await using two = await startGateway(blocks, misbehaviours['another block'])
  const gateways = createGatewaySource([one.url, two.url], QUICK)
  const error = await failure(gateways.fetchBlock(cid, AbortSignal.timeout(20_000)))
  expect(error).toMatchObject({ code: 'hash_mismatch', retryable: false })
  expect(error.faults.map((fault) => fault.gateway)).toEqual([one.url, two.url])
  gateways.close()
})
