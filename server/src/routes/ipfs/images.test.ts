import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { animation, photograph, picture, pngOf } from '../../ipfs/images/testing/pictures.ts'
import { type ContentApi, openContentApi, contentUrl as url } from './testing/openContentApi.ts'

let api: ContentApi
beforeAll(async () => {
  api = await openContentApi()
})
afterAll(() => api.close())

const AVIF = { accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8' }
const resized = (cid: string, w: number | string, headers: Record<string, string> = {}) =>
  api.request({ method: 'GET', url: `${url(cid)}?w=${w}`, headers })

describe('w', () => {
  it('gives a picture as WebP of that width, never wider than it is', async () => {
    const cid = await api.published(await picture('png', 1000))
    for (const [w, width] of [
      [160, 160],
      [640, 640],
      [1920, 1000],
    ] as const) {
      const response = await resized(cid, w)
      expect(response.headers).toMatchObject({
        'content-type': 'image/webp',
        'content-disposition': 'inline',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
        vary: expect.stringContaining('Accept'),
      })
      expect((await sharp(response.rawPayload).metadata()).width).toBe(width)
      const again = await resized(cid, w, { 'if-none-match': String(response.headers['etag']) })
      expect([again.statusCode, again.body, again.headers['content-length']]).toEqual([304, '', undefined])
    }
  })

  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('is for a %s', async (format) => {
    const response = await resized(await api.published(await picture(format, 500)), 320)
    expect((await sharp(response.rawPayload).metadata()).width).toBe(320)
  })

  it.each(['', '0', '161', '1e3', '-160', 'auto', '160.0', '9'.repeat(10_000)])(
    '%j is refused with the widths there are',
    async (w) => {
      const response = await resized(await api.published(await picture('png')), w)
      expect(response.statusCode).toBe(400)
      expect(response.json().errors[0].message).toBe('must be one of 160, 320, 640, 960, 1280, 1920')
    },
  )

  it('gives AVIF to who takes it, where it is smaller by a tenth, under an ETag of its own', async () => {
    const cid = await api.published(await photograph(1400, 900))
    const avif = await resized(cid, 640, AVIF)
    const webp = await resized(cid, 640)
    expect([avif.headers['content-type'], webp.headers['content-type']]).toEqual(['image/avif', 'image/webp'])
    expect(avif.rawPayload.length).toBeLessThan(webp.rawPayload.length * 0.9)
    expect(avif.headers['etag']).not.toBe(webp.headers['etag'])
    expect((await resized(cid, 640, { accept: 'image/avif;q=0, image/webp' })).headers['content-type']).toBe(
      'image/webp',
    )
  })

  it('gives WebP also to who takes AVIF, where AVIF does not pay', async () => {
    const cid = await api.published(await picture('png', 700))
    expect((await resized(cid, 640, AVIF)).headers['content-type']).toBe('image/webp')
  })

  it('turns a picture upright and drops its EXIF, and who took it where', async () => {
    const sideways = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#08c' } })
      .jpeg()
      .withExif({ IFD0: { Artist: 'Someone' }, IFD3: { GPSLatitude: '52/1 31/1 12/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const cid = await api.published(sideways)
    for (const headers of [{}, AVIF]) {
      const { rawPayload } = await resized(cid, 320, headers)
      const { width, height, exif, orientation, icc, xmp } = await sharp(rawPayload).metadata()
      expect({ width, height, exif, orientation, icc, xmp }).toEqual({ width: 200, height: 400 })
    }
    // As it is, it is what its CID names, to the byte.
    expect((await api.request(url(cid))).rawPayload.equals(sideways)).toBe(true)
  })

  it.each(['gif', 'webp'] as const)('keeps a moving %s from 640 on, and stills it below', async (format) => {
    const cid = await api.published(await animation(format, 5))
    const pages = async (w: number, headers = {}) =>
      (await sharp((await resized(cid, w, headers)).rawPayload).metadata()).pages ?? 1
    expect([await pages(160), await pages(320), await pages(640), await pages(640, AVIF)]).toEqual([1, 1, 5, 5])
  })

  it('stills an animation of more than 20 megapixels in all its frames', async () => {
    const cid = await api.published(await animation('gif', 30, 1000, 1000))
    const response = await resized(cid, 640)
    expect((await sharp(response.rawPayload).metadata()).pages ?? 1).toBe(1)
  })

  it('of one picture asked for by many at once is the same for all', async () => {
    const cid = await api.published(await photograph(1200, 800))
    const answers = await Promise.all(Array.from({ length: 20 }, () => resized(cid, 960)))
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]))
    expect(new Set(answers.map((answer) => answer.headers['etag'])).size).toBe(1)
  })
})

const broken = 422
const noImage = 400
test.each([
  ['a PNG of 256 megapixels in 31 KB', () => pngOf(16_000, 16_000), 'image/png', broken],
  ['an SVG', () => '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'application/octet-stream', noImage],
  ['a JPEG cut off in its header', () => Buffer.from('ffd8ffe000104a46494600010100', 'hex'), 'image/jpeg', broken],
  ['a JPEG cut off in the middle', async () => (await photograph(600, 400)).subarray(0, 9_000), 'image/jpeg', broken],
  ['HTML called .png', () => '<!doctype html><script>alert(1)</script>', 'application/octet-stream', noImage],
  ['a TIFF', () => sharp(pngOf(8, 8)).tiff().toBuffer(), 'application/octet-stream', noImage],
  ['nothing at all', () => '', 'text/plain; charset=utf-8', noImage],
  ["a PNG's name and nothing behind", () => Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png', broken],
  ['a GIF with HTML behind its name', () => 'GIF89a<script>alert(1)</script>', 'image/gif', broken],
  ['an ICO', () => Buffer.from('00000100010010100000010020006804', 'hex'), 'application/octet-stream', noImage],
])('%s is neither rendered nor taken for what it is not', async (_name, make, type, status) => {
  const cid = await api.published(await make())
  for (const w of [160, 1920]) {
    const response = await resized(cid, w, AVIF)
    expect([response.statusCode, response.json().code]).toEqual([
      status,
      status === broken ? 'content_unsuitable' : 'validation_failed',
    ])
  }
  const plain = await api.request(`${url(cid)}`)
  expect(plain.headers).toMatchObject({
    'content-type': type,
    'content-disposition': type === 'application/octet-stream' ? 'attachment' : 'inline',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
})
