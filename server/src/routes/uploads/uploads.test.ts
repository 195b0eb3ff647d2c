import { once } from 'node:events'
import { connect } from 'node:net'
import { CID } from 'multiformats/cid'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { animation, photograph, picture, pngOf } from '../../ipfs/images/testing/pictures.ts'
import { computeCid } from '../../ipfs/importFile.ts'
import { readConfig } from '../../lib/config.ts'
import { type ContentApi, contentUrl, openContentApi } from '../ipfs/testing/openContentApi.ts'

const DAILY_BYTES = readConfig({}).uploadDailyBytes

let api: ContentApi
let person: Awaited<ReturnType<ContentApi['signIn']>>
let address: string
beforeAll(async () => {
  api = await openContentApi()
  address = await api.app.listen({ port: 0, host: '127.0.0.1' })
  person = await api.signIn()
})
afterAll(() => api.close())

interface Part {
  name?: string
  filename?: string
  type?: string
  bytes: Uint8Array | string
}

async function form(parts: Part[]) {
  const body = new FormData()
  for (const { name = 'file', filename = 'upload', type = 'application/octet-stream', bytes } of parts)
    body.append(name, new Blob([bytes as string], { type }), filename)
  const response = new Response(body)
  return {
    payload: Buffer.from(await response.arrayBuffer()),
    headers: { 'content-type': response.headers.get('content-type')! },
  }
}

async function upload(parts: Part | Part[], who = person) {
  const { payload, headers } = await form([parts].flat())
  return api.request({ method: 'POST', url: '/api/v1/uploads/', payload, headers: { ...headers, ...who.headers } })
}

const uploaded = async (part: Part, who = person) => {
  const response = await upload(part, who)
  expect(response.body).toContain('cid')
  expect(response.statusCode).toBe(201)
  return response.json() as { cid: string; size: number; type: string; url: string }
}

/** The bytes as they were stored. */
const stored = async (cid: string, who = person) => {
  const response = await api.request({ method: 'GET', url: contentUrl(cid), headers: who.headers })
  expect(response.statusCode).toBe(200)
  return response.rawPayload
}

test('an upload over a real connection, whose body ends long before the answer, is stored', async () => {
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(await picture('png'))]), 'picture.png')
  const response = await fetch(`${address}/api/v1/uploads/`, { method: 'POST', headers: person.headers, body })
  expect(response.status).toBe(201)
  expect(await response.json()).toMatchObject({ cid: expect.stringMatching(/^baf/) })
})

describe('an image', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)(
    'of %s is stored under its CID and pinned',
    async (format) => {
      const bytes = await picture(format)
      const answer = await uploaded({ bytes, filename: 'whatever.exe', type: 'text/html' })
      const kept = await stored(answer.cid)
      expect(answer).toEqual({
        cid: (await computeCid(kept)).toString(),
        size: kept.length,
        type: `image/${format}`,
        url: expect.stringMatching(new RegExp(`^http://.+/api/v1/ipfs/${answer.cid}$`)),
      })
      expect(CID.parse(answer.cid).version).toBe(1)
      expect((await api.store.pins()).map(String)).toContain(answer.cid)
      expect((await sharp(kept).metadata()).width).toBe(400)
    },
  )

  it('loses its EXIF and stays the way it is looked at', async () => {
    const bytes = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#08c' } })
      .composite([{ input: { create: { width: 40, height: 40, channels: 3, background: '#fff' } }, left: 0, top: 0 }])
      .jpeg({ quality: 95 })
      .withExif({ IFD0: { Artist: 'Someone Secret' }, IFD3: { GPSLatitude: '52/1 31/1 12/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect(bytes.includes('Someone Secret')).toBe(true)
    // Motion pictures, thumbnails and archives hide behind a picture's end.
    const { cid } = await uploaded({ bytes: Buffer.concat([bytes, Buffer.from('a film behind the end')]) })
    const kept = await stored(cid)
    const { width, height, exif, orientation } = await sharp(kept).metadata()
    expect({ width, height, exif, orientation }).toEqual({ width: 200, height: 400 })
    for (const secret of ['Someone Secret', 'a film behind', 'Exif']) expect(kept.includes(secret)).toBe(false)
    // Orientation 6 turns the upper left corner to the upper right.
    const { data, info } = await sharp(kept).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => data[(y * info.width + x) * info.channels]!
    expect(at(190, 10)).toBeGreaterThan(200)
    expect(at(10, 10)).toBeLessThan(60)
  })

  it('is made to fit into 2560 × 2560 pixels', async () => {
    const { cid } = await uploaded({ bytes: await picture('jpeg', 5000, 1000) })
    const { width, height } = await sharp(await stored(cid)).metadata()
    expect([width, height]).toEqual([2560, 512])
  })

  it('that moves keeps its frames', async () => {
    const { cid } = await uploaded({ bytes: await animation('gif', 4) })
    expect((await sharp(await stored(cid)).metadata()).pages).toBe(4)
  })

  it('of several blocks has the CID that the profile unixfs-v1-2025 gives', async () => {
    const { cid, size } = await uploaded({
      bytes: await sharp(await photograph(1600, 1200))
        .png()
        .toBuffer(),
    })
    expect(size).toBeGreaterThan(1024 * 1024)
    expect(cid.startsWith('bafybei')).toBe(true)
    expect((await computeCid(await stored(cid))).toString()).toBe(cid)
  })

  it.each([
    ['a PNG of 256 megapixels in 31 KB', () => pngOf(16_000, 16_000), 'content_unsuitable'],
    ['a JPEG cut off in the middle', async () => (await photograph(600, 400)).subarray(0, 9_000), 'content_unsuitable'],
    ['an AVIF of more than 16 megapixels', () => picture('avif', 4100, 4000), 'content_unsuitable'],
    ["a PNG's name and nothing behind", () => Buffer.from('89504e470d0a1a0a', 'hex'), 'content_unsuitable'],
    ['an SVG', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'media_type_unsupported'],
    ['HTML called .png', () => '<!doctype html><script>1</script>', 'media_type_unsupported'],
    ['a TIFF', () => sharp(pngOf(8, 8)).tiff().toBuffer(), 'media_type_unsupported'],
    ['nothing at all', () => '', 'media_type_unsupported'],
    ['a program', () => Buffer.from('7f454c4602010100', 'hex'), 'media_type_unsupported'],
  ])('that is %s is refused, and nothing of it is stored', async (_name, make, code) => {
    const before = await api.store.stat()
    const response = await upload({ bytes: await make(), filename: 'picture.png', type: 'image/png' })
    expect(response.json().code).toBe(code)
    expect(await api.store.stat()).toEqual(before)
  })

  it('of more than 10 MiB is refused', async () => {
    const response = await upload({ bytes: Buffer.alloc(10 * 1024 * 1024 + 1) })
    expect([response.statusCode, response.json().code]).toEqual([413, 'body_too_large'])
  })
})

describe('a document', () => {
  it('is stored as it is, to the byte', async () => {
    const bytes = '{ "name" : "A well",\n "goal": 12345678901234567890123, "extra": [1.0] }'
    const answer = await uploaded({ bytes })
    expect(answer).toMatchObject({ type: 'application/json; charset=utf-8', size: bytes.length })
    expect((await stored(answer.cid)).toString()).toBe(bytes)
  })

  it.each([
    ['JSON cut off', '{"name":', 'content_unsuitable'],
    ['a list', '[{"name":"A"}]', 'media_type_unsupported'],
    ['too deep', `{"a":${'['.repeat(100)}${']'.repeat(100)}}`, 'content_unsuitable'],
    ['not UTF-8', Buffer.from('7b226e616d65223a22ff227d', 'hex'), 'content_unsuitable'],
    ['of too many values', `{"a":[${'1,'.repeat(30_000)}1]}`, 'content_unsuitable'],
    ['of more than 256 KiB', JSON.stringify({ name: 'x'.repeat(256 * 1024) }), 'body_too_large'],
  ])('that is %s is refused', async (_name, bytes, code) => {
    expect((await upload({ bytes })).json().code).toBe(code)
  })
})

describe('a request', () => {
  it('of nobody is refused before its body is read', async () => {
    const { payload, headers } = await form([{ bytes: '{}' }])
    const response = await api.request({ method: 'POST', url: '/api/v1/uploads/', payload, headers })
    expect([response.statusCode, response.json().code]).toEqual([401, 'token_missing'])
  })

  it.each([
    ['two files', [{ bytes: '{}' }, { bytes: '{}' }]],
    ['another name', [{ bytes: '{}', name: 'avatar' }]],
    ['no part', []],
  ])('with %s is refused', async (_name, parts) => {
    const response = await upload(parts)
    expect([response.statusCode, response.json().code]).toEqual([400, 'validation_failed'])
  })

  it('with a field beside the file is refused', async () => {
    const body = 'multipart/form-data; boundary=x'
    const payload =
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n{}\r\n--x--\r\n'
    const headers = { 'content-type': body, ...person.headers }
    const response = await api.request({ method: 'POST', url: '/api/v1/uploads/', payload, headers })
    expect([response.statusCode, response.json().code]).toEqual([400, 'validation_failed'])
  })

  it.each([
    [
      'cut off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n{',
    ],
    ['without its boundary', 'multipart/form-data', 'anything'],
    ['that is none', 'multipart/form-data; boundary=x', 'anything'],
  ])('with a form %s is refused', async (_name, type, payload) => {
    const headers = { 'content-type': type, ...person.headers }
    const response = await api.request({ method: 'POST', url: '/api/v1/uploads/', payload, headers })
    expect(response.statusCode).toBe(400)
  })

  it.each(['application/json', 'text/plain', 'image/png'])('of %s is refused', async (type) => {
    const headers = { 'content-type': type, ...person.headers }
    const response = await api.request({ method: 'POST', url: '/api/v1/uploads/', payload: '{}', headers })
    expect([response.statusCode, response.json().code]).toEqual([415, 'media_type_unsupported'])
  })
})

test('what was uploaded is read by who did and by staff, and by everybody once a campaign speaks of it', async () => {
  const [other, staff] = [await api.signIn(), await api.signIn('staff')]
  const { cid } = await uploaded({ bytes: await picture('png', 333) })
  const statusFor = async (headers = {}) =>
    (await api.request({ method: 'GET', url: contentUrl(cid), headers })).statusCode
  expect(await statusFor(person.headers)).toBe(200)
  expect(await statusFor(staff.headers)).toBe(200)
  expect(await statusFor(other.headers)).toBe(404)
  expect(await statusFor()).toBe(404)
  await api.mention(cid)
  expect(await statusFor()).toBe(200)
})

test('a user may bring so much a day: the rest waits until it is free again, and the same again costs nothing', async () => {
  const [rich, other] = [await api.signIn(), await api.signIn()]
  const bytes = '{"name":"The last bytes"}'
  await uploaded({ bytes }, rich)
  await api.pool.query(
    `insert into uploads (user_id, cid, bytes, content_type, created_at) values
       ($1, 'older', 1, 'image/png', now() - interval '10 hours'), ($1, 'big', $2, 'image/png', now() - interval '9 hours'),
       ($1, 'forgotten', 1e9, 'image/png', now() - interval '2 days')`,
    [rich.id, DAILY_BYTES - bytes.length - 11],
  )
  const full = await upload({ bytes: '{"name":"One more"}' }, rich)
  expect([full.statusCode, full.json().code]).toEqual([429, 'rate_limited'])
  expect(Number(full.headers['retry-after']) / 3600).toBeCloseTo(15, 1)
  await uploaded({ bytes }, rich)
  await uploaded({ bytes: '{"a":1}' }, rich)
  await uploaded({ bytes: '{"name":"One more"}' }, other)
})

test('uploads at once never pass the amount of a day together', async () => {
  const many = await api.signIn()
  await api.pool.query(`insert into uploads (user_id, cid, bytes, content_type) values ($1, 'big', $2, 'image/png')`, [
    many.id,
    DAILY_BYTES - 30,
  ])
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => upload({ bytes: `{"n":${i}}` }, many)))
  const statuses = answers.map((answer) => answer.statusCode)
  expect(statuses.filter((status) => status === 201)).toHaveLength(4)
  expect(statuses.filter((status) => status === 429)).toHaveLength(4)
})

test('one who sends slowly, on however many connections, keeps nobody else from uploading', async () => {
  const [slow, other] = [await api.signIn(), await api.signIn()]
  const { payload, headers } = await form([{ bytes: '{"name":"Slow"}' }])
  const head = `POST /api/v1/uploads/ HTTP/1.1\r\nhost: a\r\nauthorization: ${slow.headers.authorization}\r\n`
  const sockets = Array.from({ length: 6 }, () => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.write(`${head}content-type: ${headers['content-type']}\r\ncontent-length: ${payload.length}\r\n\r\n`)
    socket.write(payload.subarray(0, -10))
    return socket
  })
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  for (let i = 0; i < 5; i++) await uploaded({ bytes: `{"name":"Meanwhile ${i}"}` }, other)
  const answer = once(sockets[0]!, 'data')
  for (const socket of sockets) socket.write(payload.subarray(-10))
  expect(String(await answer)).toMatch(/^HTTP\/1\.1 201 /)
  for (const socket of sockets) socket.destroy()
})

test('the JSON Schema of documents is published', async () => {
  const response = await api.request('/api/v1/schemas/metadata.json')
  expect(response.headers['content-type']).toContain('application/schema+json')
  expect(response.json()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' })
})

test('the amount of a day is a setting; what is larger than all of it is too large for ever', async () => {
  const small = await openContentApi({ env: { UPLOAD_DAILY_QUOTA: '1KiB' } })
  const who = await small.signIn()
  const bring = async (bytes: string) => {
    const { payload, headers } = await form([{ bytes }])
    return small.request({ method: 'POST', url: '/api/v1/uploads/', payload, headers: { ...headers, ...who.headers } })
  }
  const document = (letters: number) => JSON.stringify({ name: 'x'.repeat(letters) })
  const large = await bring(document(2000))
  expect([large.statusCode, large.json().code]).toEqual([413, 'body_too_large'])
  expect(large.json().detail).toContain('1 KiB a day')
  expect((await bring(document(700))).statusCode).toBe(201)
  expect((await bring(document(600))).statusCode).toBe(429)
  await small.close()
})
