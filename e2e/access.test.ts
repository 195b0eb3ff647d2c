import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findCampaign, findOpenCampaign } from './support/campaigns.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import type { Kindling } from './support/kindling.ts'

const PHONE = { width: 360, height: 800 }
const DESKTOP = { width: 1280, height: 900 }
/** The only rules whose answer can change with the colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

interface AccessiblePage {
  title: string
  path: (kindling: Kindling) => string | Promise<string>
  /** What is done before the page is looked at. */
  prepare?: (page: Page) => Promise<void>
  errors?: RegExp
}

const open = async (kindling: Kindling) => `/campaigns/${(await findOpenCampaign(kindling, 'Quill')).address}`
const inState = (status: string, tab: string) => async (kindling: Kindling) =>
  `/campaigns/${(await findCampaign(kindling, `status=${status}`)).address}${tab}`

const pages: AccessiblePage[] = [
  { title: 'home', path: () => '/' },
  { title: 'explore', path: () => '/explore?status=any' },
  { title: 'explore, found', path: () => '/explore?q=lighthouse' },
  { title: 'explore, nothing found', path: () => '/explore?q=zzqxjkvw' },
  { title: 'a campaign', path: open },
  { title: 'its donations', path: async (kindling) => `${await open(kindling)}?tab=donations` },
  { title: 'its funding', path: async (kindling) => `${await open(kindling)}?tab=funding` },
  {
    title: 'its proof',
    path: async (kindling) => `${await open(kindling)}?tab=proof`,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Run the check' }).click()
      await page.getByText('All of them agree, to the last wei.').waitFor()
      await page.getByText('Every byte is what the creator sealed.').waitFor()
    },
  },
  { title: 'its details', path: async (kindling) => `${await open(kindling)}?tab=details` },
  { title: 'a failed campaign', path: inState('FAILED', '') },
  { title: 'a campaign that was paid out', path: inState('WITHDRAWN', '') },
  { title: 'an unknown campaign', path: () => `/campaigns/0x${'ab'.repeat(20)}`, errors: /status of 404/ },
  {
    title: 'a profile',
    path: async (kindling) => `/profiles/${(await findOpenCampaign(kindling, 'Quill')).creator_address}`,
  },
  { title: 'statistics', path: () => '/stats' },
  { title: 'starting a campaign', path: () => '/create' },
  {
    title: 'starting a campaign, with mistakes',
    path: () => '/create',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByText('Please fill this in.').first().waitFor()
    },
  },
  { title: 'nothing here', path: () => '/nothing-here', errors: /status of 404/ },
  {
    title: 'the choice of wallets',
    path: () => '/create',
    prepare: async (page) => {
      await page.getByRole('banner').getByRole('button', { name: 'Connect', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Demo wallet' }).waitFor()
    },
  },
]

describeInBrowser('Accessible in both modes, on a phone and on a desktop', (scenario) => {
  for (const { title, path, prepare, errors } of pages) {
    scenario(title, async ({ kindling, openWindow, go, expectErrors }) => {
      if (errors) expectErrors(errors)
      const page = await openWindow({ viewport: DESKTOP })
      await go(page, await path(kindling))
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('main .skeleton').first().waitFor({ state: 'detached' })
      await prepare?.(page)
      expect(await listViolations(page)).toEqual([])
      expect(await overhang(page), 'sideways scroll').toBeLessThanOrEqual(0)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await listViolations(page, COLOUR_RULES), 'in the dark').toEqual([])
      await page.setViewportSize(PHONE)
      expect(await listViolations(page, COLOUR_RULES), 'in the dark, on a phone').toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await listViolations(page), 'on a phone').toEqual([])
      expect(await overhang(page), 'sideways scroll on a phone').toBeLessThanOrEqual(0)
    })
  }
})

async function listViolations(page: Page, rules?: string[]): Promise<string[]> {
  // Within the page itself: no frame of these pages is of interest, and joining frames needs a second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
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
