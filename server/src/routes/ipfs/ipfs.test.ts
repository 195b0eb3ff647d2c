import { base16 } from 'multiformats/bases/base16'
import { base32upper } from 'multiformats/bases/base32'
import { base36 } from 'multiformats/bases/base36'
import { base58btc } from 'multiformats/bases/base58'
import { CID } from 'multiformats/cid'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCid } from '../../ipfs/cid.ts'
import { addDirectory, addRaw, type BlockMap } from '../../ipfs/testing/dags.ts'
import { insert } from '../testing/insertWorld.ts'
import { addressOf, CHAIN_ID } from '../testing/world.ts'
import { type ContentApi, openContentApi, contentUrl as url } from './testing/openContentApi.ts'

let api: ContentApi
let campaigns = 0
beforeAll(async () => {
  api = await openContentApi()
})
afterAll(() => api.close())

const picture = (format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif', width = 400) =>
  sharp({ create: { width, height: 200, channels: 3, background: '#c04' } })
    .toFormat(format)
    .toBuffer()

describe('content', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('a %s is shown as what it is, for ever', async (format) => {
    const bytes = await picture(format)
    const response = await api.request(url(await api.published(bytes)))
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
    const { headers, statusCode } = await api.request(url(await api.published(text)))
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
        await api.store.put(cid, bytes).catch(() => undefined)
      }
    }
    await api.mention(`${directory.toV0()}/a file.txt`)
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
    const cid = (await api.stored('private')).toString()
    const response = await api.request(url(cid))
    expect([response.statusCode, response.json().code]).toEqual([404, 'content_not_found'])
  })

  it('that no campaign speaks of is served to staff, and to nobody else', async () => {
    const cid = (await api.stored('for staff')).toString()
    for (const format of ['', '?format=raw', '?format=car']) {
      const [staff, user] = [await api.signIn('staff'), await api.signIn()]
      const answered = await api.request({ method: 'GET', url: url(cid) + format, headers: staff.headers })
      expect([answered.statusCode, answered.headers['cache-control']]).toEqual([
        200,
        'private, max-age=31536000, immutable',
      ])
      const refused = await api.request({ method: 'GET', url: url(cid) + format, headers: user.headers })
      expect(refused.json().code).toBe('content_not_found')
      expect((await api.request(url(cid) + format)).json().code).toBe('content_not_found')
    }
  })

  it('that is mentioned but nowhere to be had is a 404', async () => {
    const cid = CID.parse('bafkreicysg23kiwv34eg2d7qweipxwosdo2py4ldv42nbauguluen5v6am').toString()
    await api.mention(cid)
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

  it.each<[string, (cid: CID) => string]>([
    ['ipfs://CID', (cid) => `ipfs://${cid}`],
    ['CID/', (cid) => `${cid}/`],
    ['/ipfs/CID', (cid) => `/ipfs/${cid}`],
    ['ipfs://ipfs/CID', (cid) => `ipfs://ipfs/${cid}`],
    ['IPFS://CID?x#y', (cid) => `IPFS://${cid}?x#y`],
    ["a gateway's URL", (cid) => `https://gateway.example:8080/ipfs/${cid}?x=1`],
    ['the URL of a Kindling', (cid) => `https://kindling.example/api/v1/ipfs/${cid}`],
    ["a gateway's host name", (cid) => `https://${cid}.ipfs.gateway.example/`],
    ['base36', (cid) => cid.toString(base36)],
    ['base58', (cid) => cid.toString(base58btc)],
    ['base16', (cid) => `ipfs://${cid.toString(base16)}`],
    ['upper case', (cid) => cid.toString(base32upper)],
  ])('of a campaign document that stands on the chain as %s is served', async (name, write) => {
    const cid = parseCid((await api.stored(`{"title":"on chain","as":"${name}"}`)).toString())
    await insert(api.pool, 'campaigns', [
      {
        chain_id: CHAIN_ID,
        address: addressOf('cc', campaigns++),
        factory_address: addressOf('fa', 1),
        creator_address: addressOf('c0', 1),
        goal_wei: '1',
        deadline_ts: '1',
        cid: write(cid),
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
    for (const text of [cid.toString(), cid.toString(base36)])
      expect((await api.request(url(text))).json()).toEqual({ title: 'on chain', as: name })
  })
})
