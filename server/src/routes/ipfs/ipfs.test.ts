import { crc32, deflateSync } from 'node:zlib'
import { CID } from 'multiformats/cid'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BlockStore } from '../../ipfs/blockStore.ts'
import { parseCid } from '../../ipfs/cid.ts'
import { importFile } from '../../ipfs/importFile.ts'
import { addDirectory, addRaw, type BlockMap } from '../../ipfs/testing/dags.ts'
import { temporaryStore } from '../../ipfs/testing/temporaryStore.ts'
import { insert } from '../testing/insertWorld.ts'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { addressOf, CHAIN_ID } from '../testing/world.ts'

let api: TestApi
let store: BlockStore
let removeStore: () => Promise<void>
let mentioned = 0

beforeAll(async () => {
  const temporary = await temporaryStore()
  store = temporary.store
  removeStore = async () => temporary[Symbol.asyncDispose]()
  api = await openTestApi({ world: [], blockStore: store })
})
afterAll(async () => {
  await api.close()
  await removeStore()
})

/** Makes a campaign's metadata speak of a CID. */
async function mention(cid: string): Promise<void> {
  await insert(api.pool, 'campaign_metadata', [
    {
      chain_id: CHAIN_ID,
      campaign_address: addressOf('ca', mentioned++),
      cid: 'bafkreidocument',
      image_cid: cid,
      state: 'resolved',
      tags: [],
      verified: true,
      attempts: 1,
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
    },
  ])
}

async function published(bytes: Uint8Array | string): Promise<string> {
  const cid = (await importFile(store, Buffer.from(bytes as string))).toString()
  await mention(cid)
  return cid
}

const picture = (format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif', width = 400) =>
  sharp({ create: { width, height: 200, channels: 3, background: '#c04' } })
    .toFormat(format)
    .toBuffer()
const url = (cid: string) => `/api/v1/ipfs/${cid}`

describe('content', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('a %s is shown as what it is, for ever', async (format) => {
    const bytes = await picture(format)
    const response = await api.request(url(await published(bytes)))
    expect(response.statusCode).toBe(200)
    expect(response.rawPayload.equals(bytes)).toBe(true)
    expect(response.headers).toMatchObject({
      'content-type': `image/${format}`,
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
    })
    const again = await api.request({
      method: 'GET',
      url: response.raw.req.url!,
      headers: { 'if-none-match': String(response.headers['etag']) },
    })
    expect(again.statusCode).toBe(304)
  })

  it.each([
    ['JSON', '{"name":"A"}', 'application/json; charset=utf-8', 'inline'],
    ['plain text', 'Grüße', 'text/plain; charset=utf-8', 'inline'],
    ['text that begins like JSON', '{"name":', 'text/plain; charset=utf-8', 'inline'],
    [
      'SVG',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'application/octet-stream',
      'attachment',
    ],
    ['SVG behind blanks', '\n  <?xml version="1.0"?><svg/>', 'application/octet-stream', 'attachment'],
    ['HTML', '<!doctype html><script>alert(1)</script>', 'application/octet-stream', 'attachment'],
    ['HTML behind a byte order mark', '\ufeff<html>', 'application/octet-stream', 'attachment'],
    ['PDF', '%PDF-1.7\n\0', 'application/octet-stream', 'attachment'],
    ['TIFF', 'II*\0', 'application/octet-stream', 'attachment'],
  ])('%s is not taken for anything else', async (_name, text, type, disposition) => {
    const { headers, statusCode } = await api.request(url(await published(text)))
    expect([statusCode, headers['content-type'], headers['content-disposition']]).toEqual([200, type, disposition])
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  })

  it('under every spelling of its CID', async () => {
    const blocks: BlockMap = new Map()
    const file = addRaw(blocks, 'inside')
    const directory = addDirectory(blocks, [['a file.txt', file]])
    for (const bytes of blocks.values()) {
      for (const codec of [0x55, 0x70]) {
        const cid = [file, directory].find((one) => one.code === codec)!
        await store.put(cid, bytes).catch(() => undefined)
      }
    }
    await mention(`${directory.toV0()}/a file.txt`)
    for (const spelling of [directory.toV0().toString(), directory.toString()]) {
      const response = await api.request(`${url(spelling)}/a%20file.txt`)
      expect([response.statusCode, response.body]).toEqual([200, 'inside'])
    }
    for (const path of ['', '/', '/missing.txt', '/a%20file.txt/extra', '/__proto__']) {
      const response = await api.request(url(directory.toString()) + path)
      expect([path, response.statusCode, response.json().code]).toEqual([path, 404, 'content_not_found'])
    }
    for (const path of ['/..%2Fx', '/a//b', '/a%2F..%2Fb', '/a%00b', `/${'x'.repeat(2000)}`]) {
      expect((await api.request(url(directory.toString()) + path)).statusCode, path).toBe(400)
    }
  })

  it('that no campaign speaks of is not served, though it is stored', async () => {
    const cid = (await importFile(store, Buffer.from('private'))).toString()
    const response = await api.request(url(cid))
    expect([response.statusCode, response.json().code]).toEqual([404, 'content_not_found'])
  })

  it('that is mentioned but nowhere to be had is a 404', async () => {
    const cid = CID.parse('bafkreicysg23kiwv34eg2d7qweipxwosdo2py4ldv42nbauguluen5v6am').toString()
    await mention(cid)
    expect((await api.request(url(cid))).json().code).toBe('content_not_found')
  })

  it.each([
    'x',
    'bafk',
    'Qm',
    'k51qzi5uqu5dlvj2baxnqndepeb86cbk3ng7n3i46uzyxzyqj2xjonzllnv0v8',
    'a'.repeat(10_000),
    '%00',
  ])('of no CID that can be proved (%j) is refused', async (text) => {
    const response = await api.request(url(text))
    expect([response.statusCode, response.json().errors[0].path]).toEqual([400, 'cid'])
  })

  it('of a campaign document on the chain itself is served', async () => {
    const cid = parseCid((await importFile(store, Buffer.from('{"title":"on chain"}'))).toString())
    await insert(api.pool, 'campaigns', [
      {
        chain_id: CHAIN_ID,
        address: addressOf('cc', 1),
        factory_address: addressOf('fa', 1),
        creator_address: addressOf('c0', 1),
        goal_wei: '1',
        deadline_ts: '1',
        cid: `ipfs://${cid}`,
        total_raised_wei: 0,
        total_refunded_wei: 0,
        withdrawn: false,
        withdrawn_amount_wei: 0,
        donors_count: 0,
        donations_count: 0,
        events_count: 1,
        created_block: 1,
        created_log_index: 1,
        created_at: '2026-01-01T00:00:00Z',
        updated_at: '2026-01-01T00:00:00Z',
      },
    ])
    expect((await api.request(url(cid.toString()))).json()).toEqual({ title: 'on chain' })
  })
})

describe('w', () => {
  it('gives a picture as WebP of that width, never wider than it is', async () => {
    const cid = await published(await picture('png', 1000))
    for (const [w, width] of [
      [160, 160],
      [640, 640],
      [1920, 1000],
    ]) {
      const response = await api.request(`${url(cid)}?w=${w}`)
      expect(response.headers['content-type']).toBe('image/webp')
      expect((await sharp(response.rawPayload).metadata()).width).toBe(width)
    }
    const [a, b] = await Promise.all([api.request(`${url(cid)}?w=320`), api.request(`${url(cid)}?w=320`)])
    expect(a.headers['etag']).toBe(b.headers['etag'])
  })

  it.each(['', '0', '161', '1e3', '-160', 'auto', '160.0', '9'.repeat(10_000)])(
    '%j is refused with the widths there are',
    async (w) => {
      const response = await api.request(`${url(await published(await picture('png')))}?w=${w}`)
      expect(response.statusCode).toBe(400)
      expect(response.json().errors[0].message).toBe('must be one of 160, 320, 640, 960, 1280, 1920')
    },
  )

  it('is refused for what is no image', async () => {
    const response = await api.request(`${url(await published('{"a":1}'))}?w=160`)
    expect([response.statusCode, response.json().errors[0].path]).toEqual([400, 'w'])
  })

  it.each([
    ['of 256 megapixels in a few KB', pngOf(16_000, 16_000)],
    ['cut off', Buffer.from('ffd8ffe000104a46494600010100', 'hex')],
    ['with nothing behind its name', Buffer.from('89504e470d0a1a0a', 'hex')],
  ])('a picture %s is not resized', async (_name, bytes) => {
    const response = await api.request(`${url(await published(bytes))}?w=160`)
    expect([response.statusCode, response.json().code]).toEqual([422, 'content_unsuitable'])
  })
})

/** A PNG that claims this size; one bit a pixel, all black. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(body.length + 8)
    frame.writeUInt32BE(data.length, 0)
    body.copy(frame, 4)
    frame.writeUInt32BE(crc32(body), body.length + 4)
    return frame
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width / 8 + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
