import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findCampaign } from './support/campaigns.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'

describeInBrowser('Access', (scenario) => {
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      scenario(`pages are accessible, ${colorScheme}, ${width} px`, async ({ kindling, openWindow, go }) => {
        const campaign = await findCampaign(kindling, 'status=ACTIVE')
        const page = await openWindow({ viewport: { width, height: 900 }, colorScheme })
        for (const path of ['/', '/explore', `/campaigns/${campaign.address}`]) {
          await go(page, path)
          await page.getByRole('heading', { level: 1 }).waitFor()
          expect(await listViolations(page), path).toEqual([])
          expect(await overhang(page), `sideways scroll of ${path}`).toBeLessThanOrEqual(0)
        }
      })
    }
  }

  scenario('the other pages open without an error and fit a phone', async ({ kindling, openWindow, go }) => {
    const campaign = await findCampaign(kindling, 'status=SUCCESS')
    const page = await openWindow({ viewport: { width: 360, height: 800 } })
    const tabs = ['donations', 'funding', 'proof', 'details'].map((tab) => `/campaigns/${campaign.address}?tab=${tab}`)
    for (const path of ['/stats', '/create', `/profiles/${campaign.creator_address}`, ...tabs]) {
      await go(page, path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('main .skeleton').first().waitFor({ state: 'detached' })
      expect(await overhang(page), `sideways scroll of ${path}`).toBeLessThanOrEqual(0)
    }
  })
})

async function listViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}

/** By how many pixels the page is wider than its window. */
const overhang = (page: Page): Promise<number> =>
  page.locator('html').evaluate((element) => {
    const { scrollWidth, clientWidth } = element as unknown as { scrollWidth: number; clientWidth: number }
    return scrollWidth - clientWidth
  })
