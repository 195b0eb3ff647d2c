import { describe, expect, it, onTestFinished } from 'vitest'
import type { CampaignAnswer } from '../askCampaign.ts'
import { ADDRESS, campaign, HIDDEN, HOSTILE, openWebApp } from '../testing/openWebApp.ts'

async function open(campaigns: CampaignAnswer[]) {
  const { app, asked } = await openWebApp({ campaigns })
  onTestFinished(() => app.close())
  return { asked, get: (url: string) => app.inject({ url, headers: { host: 'fund.example' } }) }
}

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => campaign({ address: `0x${String(i).padStart(40, '0')}` }))

describe('robots.txt', () => {
  it('names the sitemap and keeps crawlers out of the API, its pictures aside', async () => {
    const { body } = await (await open([])).get('/robots.txt')
    expect(body).toContain('Sitemap: http://fund.example/sitemap.xml')
    expect(body).toContain('Disallow: /api/')
    expect(body).toContain('Allow: /api/v1/ipfs/')
  })
})

describe('the sitemap', () => {
  it('lists every campaign once, page after page, with when it last changed', async () => {
    const { get } = await open(many(250))
    const { body, headers } = await get('/sitemap.xml')
    expect(headers['content-type']).toContain('application/xml')
    const found = [...body.matchAll(/<loc>http:\/\/fund\.example\/campaigns\/(0x\d{40})<\/loc><lastmod>2026-02-01T/g)]
    expect(new Set(found.map(([, address]) => address)).size).toBe(250)
    expect(body).toContain('<loc>http://fund.example/</loc>')
  })

  it('is walked once for all who ask within minutes', async () => {
    const { get, asked } = await open(many(120))
    await Promise.all([get('/sitemap.xml'), get('/sitemap.xml')])
    await get('/sitemap.xml')
    expect(asked.filter((url) => url.startsWith('/api/v1/campaigns/?'))).toHaveLength(2)
  })
})

describe('the feed', () => {
  it('holds the newest thirty with absolute addresses and ids of their own', async () => {
    const { get } = await open(many(40))
    const { body, headers } = await get('/feed.xml')
    expect(headers['content-type']).toContain('application/atom+xml')
    const ids = [...body.matchAll(/<id>(urn:kindling:campaign:31337:0x\d{40})<\/id>/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(30)
    expect(body).toContain('<updated>2026-02-01T00:00:00.000Z</updated>')
    expect([...body.matchAll(/href="([^"]*)"/g)].every(([, href]) => href?.startsWith('http://fund.example/'))).toBe(
      true,
    )
  })

  it('stays readable whatever a creator wrote', async () => {
    const metadata = { name: HOSTILE, short_description: '\u0008]]>\ud800', image_url: null, category: null }
    const { body } = await (await open([campaign({ metadata })])).get('/feed.xml')
    expect(body).not.toContain('<img')
    expect(body).not.toContain(']]>')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(body).not.toMatch(/[\u0000-\u0008\ud800]/)
  })

  it('of nothing is a feed all the same', async () => {
    const { body } = await (await open([])).get('/feed.xml')
    expect(body).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
  })
})

describe('oEmbed', () => {
  const ask = (url: string, more = '') => `/oembed?url=${encodeURIComponent(url)}${more}`

  it('gives the frame of a campaign, by either address', async () => {
    const { get } = await open([campaign()])
    for (const path of ['campaigns', 'embed']) {
      const answer = (await get(ask(`https://fund.example/${path}/${ADDRESS}`, '&format=json'))).json()
      expect(answer).toMatchObject({ version: '1.0', type: 'rich', title: 'A library on wheels', width: 360 })
      expect(answer.html).toContain(`<iframe src="http://fund.example/embed/${ADDRESS}"`)
    }
  })

  it('keeps within the size that is asked for and escapes the title', async () => {
    const { get } = await open([campaign({ metadata: { ...campaign().metadata!, name: HOSTILE } })])
    const answer = (await get(ask(`http://fund.example/campaigns/${ADDRESS}`, '&maxwidth=300&maxheight=x'))).json()
    expect(answer).toMatchObject({ width: 300, height: 420 })
    expect(answer.html).not.toContain('<img')
  })

  it.each([
    [ask(`http://other.example/campaigns/${ADDRESS}`), 404],
    [ask(`javascript:alert(1)`), 404],
    [ask(`http://fund.example/campaigns/0x1`), 404],
    [ask(`http://fund.example/campaigns/0x${'1'.repeat(40)}`), 404],
    [ask(`http://fund.example/campaigns/${HIDDEN}`), 451],
    ['/oembed', 404],
    [ask(`http://fund.example/campaigns/${ADDRESS}`, '&format=xml'), 501],
  ])('%s is refused with %i', async (url, status) => {
    expect((await (await open([campaign()])).get(url)).statusCode).toBe(status)
  })
})
