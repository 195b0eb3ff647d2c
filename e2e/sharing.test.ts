import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { findOpenCampaign } from './support/campaigns.ts'
import { give } from './support/createCampaign.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { serveFrame } from './support/serveFrame.ts'
import { parseEth } from './support/walletSteps.ts'

/** A sitemap is so old at most. */
const SITEMAP_MS = 10 * 60_000

describeInBrowser('Sharing', (scenario) => {
  scenario(
    'the card lives in the page of another origin; other pages refuse to be framed',
    async ({ kindling, openWindow, expectErrors }) => {
      expectErrors(/frame-ancestors|ERR_BLOCKED_BY_RESPONSE/)
      const campaign = await findOpenCampaign(kindling, 'Skerry')
      const frame = await serveFrame(`${kindling.origin}/embed/${campaign.address}`)
      const refused = await serveFrame(`${kindling.origin}/campaigns/${campaign.address}`)
      try {
        const page = await openWindow()
        await page.goto(frame.url)
        const card = page.frameLocator('iframe')
        await card.getByRole('heading', { name: campaign.metadata!.name }).waitFor()
        const raised = card.locator('.raised')
        const before = await raised.textContent()
        await give(kindling, campaign.address, accounts.giver, parseEth('40'))
        await expect.poll(() => raised.textContent(), { timeout: 30_000 }).not.toBe(before)
        expect(await card.getByRole('progressbar').getAttribute('value')).not.toBe('0')

        await page.goto(refused.url)
        await page.getByRole('heading', { name: 'Elsewhere' }).waitFor()
        expect(await page.frameLocator('iframe').getByRole('heading', { name: campaign.metadata!.name }).count()).toBe(
          0,
        )
      } finally {
        frame.close()
        refused.close()
      }
    },
  )

  scenario(
    'a shared link has title, picture, structured data and an address of its own',
    async ({ kindling, openWindow, go }) => {
      const campaign = await findOpenCampaign(kindling, 'Keepers')
      const page = await openWindow()
      await go(page, `/campaigns/${campaign.address}?tab=proof`)
      const url = `${kindling.origin}/campaigns/${campaign.address}`
      expect(await attributeOf(page, 'link[rel=canonical]', 'href')).toBe(url)
      expect(await attributeOf(page, 'meta[property="og:url"]', 'content')).toBe(url)
      expect(await attributeOf(page, 'meta[property="og:title"]', 'content')).toContain('Keepers of the Light')
      expect(await attributeOf(page, 'meta[name="description"]', 'content')).not.toBe('')
      expect(await attributeOf(page, 'meta[name="twitter:card"]', 'content')).toBe('summary_large_image')

      const image = (await attributeOf(page, 'meta[property="og:image"]', 'content')) ?? ''
      const answer = await fetch(image)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(20_000)

      const facts = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '')
      expect(facts).toMatchObject({ '@context': 'https://schema.org', name: 'Keepers of the Light', url })

      const discovered = (await attributeOf(page, 'link[type="application/json+oembed"]', 'href')) ?? ''
      const oembed = (await (await fetch(discovered)).json()) as { type: string; html: string; title: string }
      expect(oembed).toMatchObject({ version: '1.0', type: 'rich', title: 'Keepers of the Light' })
      expect(oembed.html).toContain(`src="${kindling.origin}/embed/${campaign.address}"`)
    },
  )

  scenario(
    'crawlers and feed readers find every campaign in documents that are well-formed',
    async ({ kindling, openWindow, go }) => {
      const page = await openWindow()
      await go(page, '/')
      const robots = await (await fetch(`${kindling.origin}/robots.txt`)).text()
      const sitemap = /^Sitemap: (.*)$/m.exec(robots)?.[1] ?? ''
      const { results } = await kindling.ask<{ results: { address: string; created_at: string }[] }>(
        'campaigns/?page_size=100',
      )
      const places = await readXml(page, sitemap, 'loc')
      // What other scenarios created just now comes with the next sitemap.
      const settled = results.filter(({ created_at }) => Date.parse(created_at) < Date.now() - SITEMAP_MS)
      expect(settled.length).toBeGreaterThanOrEqual(30)
      for (const { address } of settled) expect(places).toContain(`${kindling.origin}/campaigns/${address}`)

      const feed = (await attributeOf(page, 'link[type="application/atom+xml"]', 'href')) ?? ''
      expect(await readXml(page, new URL(feed, kindling.origin).href, 'id')).toContain(`${kindling.origin}/feed.xml`)
      expect((await readXml(page, new URL(feed, kindling.origin).href, 'entry')).length).toBeGreaterThanOrEqual(30)
    },
  )

  scenario('no page runs a script that stands in it', async ({ kindling }) => {
    const campaign = await findOpenCampaign(kindling, 'Keepers')
    for (const path of [
      '/',
      '/explore',
      `/campaigns/${campaign.address}`,
      '/stats',
      '/create',
      '/nothing',
      `/embed/${campaign.address}`,
    ]) {
      const answer = await fetch(kindling.origin + path, { headers: { accept: 'text/html' } })
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(/script-src ([^;]*)/.exec(policy)?.[1], path).toBe("'self'")
      const scripts = (await answer.text()).match(/<script(?![^>]*(\ssrc=|type="application\/(ld\+)?json"))[^>]*>/g)
      expect(scripts, path).toBeNull()
    }
  })
})

const attributeOf = (page: Page, selector: string, name: string): Promise<string | null> =>
  page.locator(selector).first().getAttribute(name)

declare global {
  // Of the browser; e2e code itself runs without a DOM.
  var DOMParser: new () => {
    parseFromString(
      text: string,
      type: string,
    ): {
      querySelector(selector: string): { textContent: string } | null
      getElementsByTagName(name: string): Iterable<{ textContent: string }>
    }
  }
}

/** The texts of all elements of a name. @throws when the browser finds the document not well-formed */
const readXml = (page: Page, url: string, name: string): Promise<string[]> =>
  page.evaluate(
    async ({ url, name }) => {
      const answer = await fetch(url)
      const document = new DOMParser().parseFromString(await answer.text(), 'application/xml')
      const fault = document.querySelector('parsererror')?.textContent
      if (fault) throw new Error(`${url} is not well-formed: ${fault}`)
      return [...document.getElementsByTagName(name)].map((element) => element.textContent)
    },
    { url, name },
  )
