import { describe, expect, it } from 'vitest'
import { scriptJson } from './escapeHtml.ts'
import { headTags } from './headTags.ts'
import type { SiteConfig } from './renderer.ts'

const config = { origin: 'https://fund.example', siteName: 'Kindling', language: 'en' } as SiteConfig

describe('the head of a page', () => {
  it('escapes what a creator wrote', () => {
    const tags = headTags({ title: '"><script>alert(1)</script>', description: `'"><b>` }, config, '/')
    expect(tags).not.toContain('<script>alert')
    expect(tags).not.toContain('<b>')
  })

  it('has an absolute canonical address and share image', () => {
    const tags = headTags(
      { title: 'a', canonical: '/campaigns/0x1', image: '/api/v1/ipfs/x?w=1280' },
      config,
      '/ignored',
    )
    expect(tags).toContain('<link rel="canonical" href="https://fund.example/campaigns/0x1">')
    expect(tags).toContain('content="https://fund.example/api/v1/ipfs/x?w=1280"')
    expect(tags).toContain('summary_large_image')
  })

  it("has a campaign's generated image, of another address when its title changes, and its oEmbed", () => {
    const canonical = `/campaigns/0x${'ab'.repeat(20)}`
    const imageOf = (title: string) =>
      /og:image" content="([^"]+)"/.exec(
        headTags({ title, canonical, image: '/api/v1/ipfs/x' }, config, canonical),
      )?.[1]
    expect(imageOf('a: 1% funded')).toMatch(/^https:\/\/fund\.example\/og\/0x[ab]{40}\.jpg\?v=/)
    expect(imageOf('a: 2% funded')).not.toBe(imageOf('a: 1% funded'))
    const tags = headTags({ title: 'a', canonical }, config, canonical)
    expect(tags).toContain('type="application/json+oembed"')
    expect(tags).toContain(`/oembed?url=${encodeURIComponent(`https://fund.example${canonical}`)}&amp;format=json`)
    expect(headTags({ title: 'a' }, config, '/')).not.toContain('oembed')
    expect(headTags({ title: 'a' }, config, '/')).toContain('type="application/atom+xml"')
  })

  it('keeps pages that are no content out of search engines', () => {
    expect(headTags({ title: 'a', noIndex: true }, config, '/x')).toContain('noindex')
  })
})

describe('JSON in a script element', () => {
  it('cannot end the element', () => {
    const text = scriptJson({ story: '</script><!--\u2028' })
    expect(text).not.toContain('<')
    expect(text).not.toContain('\u2028')
    expect(JSON.parse(text)).toEqual({ story: '</script><!--\u2028' })
  })
})
