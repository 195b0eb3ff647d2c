import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { readRange } from './readRange.ts'
import { type ContentApi, contentUrl, openContentApi } from './testing/openContentApi.ts'

let api: ContentApi
/** Five blocks of it, so that it is streamed, and a short text. */
const long = Buffer.concat([Buffer.from('ffd8ff', 'hex'), randomBytes(4.5 * 1024 * 1024)])
const short = Buffer.from('0123456789')
let longCid: string
let shortCid: string

beforeAll(async () => {
  api = await openContentApi()
  longCid = await api.published(long)
  shortCid = await api.published(short)
})
afterAll(() => api.close())

const get = (cid: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  method === 'GET'
    ? api.request({ method, url: contentUrl(cid), headers })
    : api.app.inject({ method, url: contentUrl(cid), headers })

test.each([
  ['bytes=0-0', 0, 1],
  ['bytes=2-5', 2, 6],
  ['bytes=7-', 7, 10],
  ['bytes=7-100', 7, 10],
  ['bytes=-3', 7, 10],
  ['bytes=-100', 0, 10],
  ['Bytes = 0 - 9', 0, 10],
])('%s is the bytes %i up to %i', async (range, start, end) => {
  const response = await get(shortCid, { range })
  expect(response.statusCode).toBe(206)
  expect(response.body).toBe(short.toString().slice(start, end))
  expect(response.headers).toMatchObject({
    'content-range': `bytes ${start}-${end - 1}/10`,
    'content-length': String(end - start),
    'content-type': 'text/plain; charset=utf-8',
    etag: `"${shortCid}"`,
  })
})

test.each([
  '',
  'bytes=',
  'bytes=-',
  'bytes=5-2',
  'bytes=a-b',
  'bytes=0-1,3-4',
  'lines=1-2',
  'bytes=0x1-2',
  'bytes=1.5-2',
])('%j is no range, so the whole is sent', async (range) => {
  const response = await get(shortCid, { range })
  expect([response.statusCode, response.body]).toEqual([200, short.toString()])
})

test.each(['bytes=10-', 'bytes=10-12', 'bytes=999999999999999999999-', 'bytes=-0'])(
  'of %s there is nothing, and the answer says how much there is',
  async (range) => {
    const response = await get(shortCid, { range })
    expect([response.statusCode, response.headers['content-range']]).toEqual([416, 'bytes */10'])
    expect(response.json()).toMatchObject({ status: 416, code: 'range_not_satisfiable' })
  },
)

test('ranges of an empty file are unsatisfiable', () => {
  expect(readRange('bytes=0-', 0)).toBe('unsatisfiable')
  expect(readRange('bytes=-1', 0)).toBe('unsatisfiable')
})

test('an empty file is served', async () => {
  const response = await get(await api.published(''))
  expect([response.statusCode, response.body, response.headers['content-length']]).toEqual([200, '', '0'])
})

describe('a file of several blocks', () => {
  it('is streamed whole', async () => {
    const response = await get(longCid)
    expect(response.rawPayload.equals(long)).toBe(true)
    expect(response.headers).toMatchObject({ 'content-length': String(long.length), 'accept-ranges': 'bytes' })
  })

  it.each([
    [0, 1_000_000],
    [1_048_570, 1_048_590],
    [1_000_000, 3_333_333],
    [4_000_000, long.length],
  ])('gives its bytes from %i to %i', async (start, end) => {
    const response = await get(longCid, { range: `bytes=${start}-${end - 1}` })
    expect(response.statusCode).toBe(206)
    expect(response.rawPayload.equals(long.subarray(start, end))).toBe(true)
  })
})

test('HEAD tells the length and type without the bytes', async () => {
  for (const [cid, bytes, type] of [
    [shortCid, short, 'text/plain; charset=utf-8'],
    [longCid, long, 'image/jpeg'],
  ] as const) {
    const response = await get(cid, {}, 'HEAD')
    expect([response.statusCode, response.body]).toEqual([200, ''])
    expect(response.headers).toMatchObject({
      'content-length': String(bytes.length),
      'content-type': type,
      etag: `"${cid}"`,
    })
  }
  const part = await get(longCid, { range: 'bytes=5-9' }, 'HEAD')
  expect([part.statusCode, part.headers['content-length']]).toEqual([206, '5'])
})

test('If-Range makes a range count for the same content alone', async () => {
  const range = 'bytes=0-1'
  expect((await get(shortCid, { range, 'if-range': `"${shortCid}"` })).statusCode).toBe(206)
  expect((await get(shortCid, { range, 'if-range': '"another"' })).statusCode).toBe(200)
  expect((await get(shortCid, { range, 'if-range': 'Wed, 21 Oct 2026 07:28:00 GMT' })).statusCode).toBe(200)
})

test('who has it already is told so, before any range', async () => {
  for (const tag of [`"${longCid}"`, `W/"${longCid}"`, '*', `"x", "${longCid}"`]) {
    const response = await get(longCid, { 'if-none-match': tag, range: 'bytes=0-1' })
    expect([tag, response.statusCode, response.body]).toEqual([tag, 304, ''])
    // A Content-Length of 0 would say that the whole answer is empty.
    expect(response.headers['content-length']).toBeUndefined()
  }
  expect((await get(longCid, { 'if-none-match': '"another"' })).statusCode).toBe(200)
})
