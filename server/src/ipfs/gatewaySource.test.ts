import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fetchFile } from './fetchFile.ts'
import { createGatewaySource } from './gatewaySource.ts'
import { addFile, addRaw, type BlockMap, cidOf } from './testing/dags.ts'
import { failure } from './testing/fetchFrom.ts'
import { deadUrl, honest, misbehaviours, startGateway } from './testing/hostileGateway.ts'
import { temporaryStore } from './testing/temporaryStore.ts'

/** Long enough for an honest gateway on a busy machine; a hostile one is soon asked beside. */
const QUICK = { timeoutMs: 20_000, hedgeMs: 50 }
const story = 'A well for the village school.'

test('an honest gateway is not waited for longer because a slow one was asked first', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  const held: (() => void)[] = []
  await using slow = await startGateway(blocks, (asked) => void held.push(() => honest(asked)))
  await using good = await startGateway(blocks)
  const gateways = createGatewaySource([slow.url, good.url], QUICK)
  expect((await gateways.fetchBlock(cid, AbortSignal.timeout(20_000))).gateway).toBe(good.url)
  // The slow one never answered: it was hung up on when the other had.
  expect(held).toHaveLength(1)
  await expect.poll(() => gateways.stats()[0]?.inFlight).toBe(0)
  gateways.close()
})

test('gateways that fail in different ways leave the content unavailable, to be tried again', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  await using one = await startGateway(blocks, misbehaviours['one bit flipped'])
  await using two = await startGateway(blocks, misbehaviours[404])
  const gateways = createGatewaySource([one.url, two.url], QUICK)
  expect(await failure(gateways.fetchBlock(cid, AbortSignal.timeout(20_000)))).toMatchObject({
    code: 'unavailable',
    retryable: true,
  })
  gateways.close()
})

test('a gateway that lied is not asked again while others answer', async () => {
  const blocks: BlockMap = new Map()
  const [first, second] = [addRaw(blocks, 'first'), addRaw(blocks, 'second')]
  await using liar = await startGateway(blocks, misbehaviours['one bit flipped'])
  await using good = await startGateway(blocks)
  const gateways = createGatewaySource([liar.url, good.url], { ...QUICK, hedgeMs: 10_000 })
  await gateways.fetchBlock(first, AbortSignal.timeout(20_000))
  await gateways.fetchBlock(second, AbortSignal.timeout(20_000))
  expect(liar.asked).toHaveLength(1)
  expect(gateways.stats()[0]?.restsUntil).toBeInstanceOf(Date)
  gateways.close()
})

test('a gateway that hangs is soon not waited for any more, though it never fails', async () => {
  const blocks: BlockMap = new Map()
  const cids = Array.from({ length: 8 }, (_, i) => addRaw(blocks, `block ${i}`))
  await using hanging = await startGateway(blocks, misbehaviours['a hang before the headers'])
  await using good = await startGateway(blocks)
  const gateways = createGatewaySource([hanging.url, good.url], QUICK)
  for (const cid of cids) await gateways.fetchBlock(cid, AbortSignal.timeout(20_000))
  expect(hanging.asked.length).toBeGreaterThanOrEqual(3)
  expect(hanging.asked.length).toBeLessThan(8)
  expect(gateways.stats()[0]).toMatchObject({ successes: 0, lastError: { code: 'timeout' } })
  gateways.close()
})

test('a resting gateway is asked beside one that does not answer', async () => {
  const blocks: BlockMap = new Map()
  const [first, second] = [addRaw(blocks, 'first'), addRaw(blocks, 'second')]
  let lies = true
  await using repentant = await startGateway(blocks, (asked) => (lies ? misbehaviours['another block'] : honest)(asked))
  await using other = await startGateway(blocks, (asked) => lies && honest(asked))
  const gateways = createGatewaySource([repentant.url, other.url], QUICK)
  expect((await gateways.fetchBlock(first, AbortSignal.timeout(20_000))).gateway).toBe(other.url)
  lies = false
  expect((await gateways.fetchBlock(second, AbortSignal.timeout(20_000))).gateway).toBe(repentant.url)
  gateways.close()
})

test('a resting gateway is asked when all others fail', async () => {
  const blocks: BlockMap = new Map()
  const cids = ['a', 'b', 'c', 'd'].map((text) => addRaw(blocks, text))
  let down = true
  await using flaky = await startGateway(blocks, (asked) => (down ? misbehaviours[500](asked) : honest(asked)))
  await using empty = await startGateway(new Map())
  const gateways = createGatewaySource([flaky.url, empty.url], QUICK)
  for (const cid of cids.slice(0, 3)) await failure(gateways.fetchBlock(cid, AbortSignal.timeout(20_000)))
  expect(gateways.stats()[0]?.restsUntil).not.toBeNull()
  down = false
  expect((await gateways.fetchBlock(cids[3]!, AbortSignal.timeout(20_000))).gateway).toBe(flaky.url)
  expect(gateways.stats()[0]?.restsUntil).toBeNull()
  gateways.close()
})

test.each([500, 'a reset'] as const)(
  'a fault that is soon over (%s) is asked about again within the same fetch',
  async (fault) => {
    const blocks: BlockMap = new Map()
    const cid = addRaw(blocks, story)
    let faults = 2
    await using busy = await startGateway(blocks, (asked) => (faults-- > 0 ? misbehaviours[fault] : honest)(asked))
    const gateways = createGatewaySource([await deadUrl(), busy.url], QUICK)
    expect((await gateways.fetchBlock(cid, AbortSignal.timeout(20_000))).gateway).toBe(busy.url)
    expect(busy.asked).toHaveLength(3)
    gateways.close()
  },
)

test('what a gateway says it does not have is not asked for twice, though another gateway be dead', async () => {
  await using empty = await startGateway(new Map())
  const gateways = createGatewaySource([await deadUrl(), empty.url], QUICK)
  await failure(gateways.fetchBlock(addRaw(new Map(), story), AbortSignal.timeout(20_000)))
  expect(empty.asked).toHaveLength(1)
  gateways.close()
})

test('Retry-After is honoured even by whoever has no other gateway', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  await using busy = await startGateway(blocks, misbehaviours['429 with Retry-After'])
  const gateways = createGatewaySource([busy.url], QUICK)
  expect((await failure(gateways.fetchBlock(cid, AbortSignal.timeout(20_000)))).code).toBe('rate_limited')
  expect((await failure(gateways.fetchBlock(cid, AbortSignal.timeout(20_000)))).code).toBe('rate_limited')
  expect(busy.asked).toHaveLength(1)
  gateways.close()
})

test('one CID asked for many times at once is fetched once, whoever gives up meanwhile', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  const held: (() => void)[] = []
  await using slow = await startGateway(blocks, (asked) => void held.push(() => honest(asked)))
  const gateways = createGatewaySource([slow.url])
  const leaver = new AbortController()
  const given = failure(gateways.fetchBlock(cid, leaver.signal))
  const kept = Array.from({ length: 20 }, () => gateways.fetchBlock(cid, AbortSignal.timeout(20_000)))
  leaver.abort()
  expect((await given).code).toBe('aborted')
  await expect.poll(() => held.length).toBe(1)
  for (const answer of held) answer()
  expect((await Promise.all(kept)).every(({ bytes }) => Buffer.from(bytes).toString() === story)).toBe(true)
  expect(slow.asked).toHaveLength(1)
  gateways.close()
})

test('no gateway is sent more requests at once than its limit', async () => {
  const blocks: BlockMap = new Map()
  const cids = Array.from({ length: 50 }, (_, i) => addRaw(blocks, `block ${i}`))
  let running = 0
  let most = 0
  await using gateway = await startGateway(blocks, (asked) => {
    running += 1
    most = Math.max(most, running)
    asked.response.on('finish', () => {
      running -= 1
    })
    setImmediate(() => honest(asked))
  })
  const gateways = createGatewaySource([gateway.url], { concurrency: 3 })
  await Promise.all(cids.map((cid) => gateways.fetchBlock(cid, AbortSignal.timeout(20_000))))
  expect(most).toBeLessThanOrEqual(3)
  expect(gateways.stats()[0]).toMatchObject({ successes: 50, inFlight: 0, waiting: 0 })
  gateways.close()
})

test('a caller whose time is over says deadline and keeps the gateway’s slot for the next', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  await using hostile = await startGateway(blocks, misbehaviours['a hang before the headers'])
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([hostile.url], { timeoutMs: 60_000, concurrency: 1 })
  const error = await failure(fetchFile(cid, { store: temporary.store, gateways, maxBytes: 1000, deadlineMs: 100 }))
  expect(error).toMatchObject({ code: 'deadline', retryable: true })
  await expect.poll(() => gateways.stats()[0]?.inFlight).toBe(0)
  gateways.close()
})

test('an endless body is cut off soon after the largest block', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  await using hostile = await startGateway(blocks, misbehaviours['an endless body'])
  const gateways = createGatewaySource([hostile.url])
  const before = process.memoryUsage().rss
  for (let i = 0; i < 10; i += 1) await failure(gateways.fetchBlock(cid, AbortSignal.timeout(20_000)))
  // The stated bound for one block in flight is 4 MiB; the rest is room for the collector, far below what was poured.
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  await expect.poll(() => hostile.sentBytes()).toBeGreaterThan(0)
  gateways.close()
})

test('an address with a password shows it nowhere', async () => {
  const gateways = createGatewaySource([(await deadUrl()).replace('//', '//user:hunter2@')], QUICK)
  const error = await failure(gateways.fetchBlock(addRaw(new Map(), story), AbortSignal.timeout(20_000)))
  expect(JSON.stringify([error.message, error.faults, gateways.stats()])).not.toContain('hunter2')
})

test.each(['', 'not a url', 'ftp://gateway.example', 'file:///etc/passwd'])('%j is no gateway', (url) => {
  expect(() => createGatewaySource([url])).toThrow(expect.objectContaining({ code: 'invalid_gateway' }))
})

test('a gateway address may end in /ipfs/ or carry a path', async () => {
  const blocks: BlockMap = new Map()
  const cid = addRaw(blocks, story)
  await using gateway = await startGateway(blocks)
  const gateways = createGatewaySource([`${gateway.url}/ipfs/`])
  await gateways.fetchBlock(cid, AbortSignal.timeout(20_000))
  expect(gateway.asked).toEqual([`/ipfs/${cid}?format=raw`])
  gateways.close()
})

test('sha2-512 is proved as well', async () => {
  const bytes = Buffer.from(story)
  const cid = cidOf(0x55, 0x13, createHash('sha512').update(bytes).digest())
  await using gateway = await startGateway(new Map([[Buffer.from(cid.multihash.bytes).toString('hex'), bytes]]))
  const gateways = createGatewaySource([gateway.url])
  expect(Buffer.from((await gateways.fetchBlock(cid, AbortSignal.timeout(20_000))).bytes).toString()).toBe(story)
  gateways.close()
})

test('a file of several blocks is put together from gateways that each have some of it', async () => {
  const all: BlockMap = new Map()
  const parts = ['one ', 'two ', 'three'].map((text) => ({ cid: addRaw(all, text), size: text.length }))
  const root = addFile(all, parts)
  const half = new Map([...all].filter((_, i) => i % 2 === 0))
  const rest = new Map([...all].filter((_, i) => i % 2 === 1))
  await using one = await startGateway(half)
  await using two = await startGateway(rest)
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([one.url, two.url], QUICK)
  const file = await fetchFile(root, { store: temporary.store, gateways, maxBytes: 100 })
  expect(Buffer.from(file.bytes).toString()).toBe('one two three')
  expect((await fetchFile(root, { store: temporary.store, maxBytes: 100 })).from).toBe('store')
  gateways.close()
})
