import { expect } from 'vitest'
import { type Campaign, findCampaign, findOpenCampaign } from './support/campaigns.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'

const WAIT = { timeout: 30_000 }

describeInBrowser('Reading', (scenario) => {
  scenario('the first page shows campaigns and the totals that the API tells', async ({ kindling, openWindow, go }) => {
    const totals = await kindling.ask<{ total_donations: number; unique_donors: number; total_raised_eth: string }>(
      'stats/platform/',
    )
    const page = await openWindow()
    await go(page, '/')
    const figures = page.getByRole('region', { name: 'Totals of the platform' })
    await figures.getByTitle(`${totals.total_raised_eth} ETH`).waitFor()
    await figures.getByText(String(totals.total_donations), { exact: true }).waitFor()
    await figures.getByText(String(totals.unique_donors), { exact: true }).waitFor()
    await expect.poll(() => page.getByRole('article').count(), WAIT).toBeGreaterThan(5)

    const lead = page.getByRole('article').first().getByRole('link')
    const name = (await lead.textContent()) ?? ''
    await lead.click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    expect(page.url()).toMatch(/\/campaigns\/0x[0-9a-f]{40}$/)
  })

  scenario('a search and a filter are part of the address, and Back takes them back', async ({ openWindow, go }) => {
    const page = await openWindow()
    await go(page, '/explore')
    const count = page.getByRole('status').filter({ hasText: /^\d+ campaigns?$/ })
    const all = await count.textContent()
    const box = page.getByRole('searchbox', { name: 'Search' })
    const query = () => new URL(page.url()).searchParams

    await box.fill('the')
    await expect.poll(() => query().get('q'), WAIT).toBe('the')
    await expect.poll(() => count.textContent(), WAIT).not.toBe(all)
    const found = await count.textContent()

    await page
      .getByRole('complementary', { name: 'Filters' })
      .getByRole('link', { name: /^Community/ })
      .click()
    await expect.poll(() => query().get('category'), WAIT).toBe('community')
    await page.getByRole('link', { name: 'Remove filter Community' }).waitFor()

    await page.goBack()
    await expect.poll(() => query().get('category'), WAIT).toBeNull()
    await expect.poll(() => count.textContent(), WAIT).toBe(found)
    expect(await box.inputValue()).toBe('the')

    await page.goBack()
    await expect.poll(() => query().get('q'), WAIT).toBeNull()
    await expect.poll(() => count.textContent(), WAIT).toBe(all)
    await expect.poll(() => box.inputValue(), WAIT).toBe('')
  })

  scenario('a search that finds nothing suggests a way on', async ({ openWindow, go }) => {
    const page = await openWindow()
    await go(page, '/explore?q=zzqxjkvw')
    await page.getByText('No campaign fits.').waitFor()
    await page
      .getByRole('link', { name: /Clear all filters/ })
      .first()
      .waitFor()
  })

  scenario('an address typed into the search leads to its campaign', async ({ kindling, openWindow, go }) => {
    const campaign = await findCampaign(kindling, 'status=WITHDRAWN')
    const page = await openWindow()
    await go(page, '/explore')
    await page.getByRole('searchbox', { name: 'Search' }).fill(campaign.address)
    await page.waitForURL(`**/campaigns/${campaign.address}`)
    await page.getByRole('heading', { level: 1, name: nameOf(campaign) }).waitFor()
  })

  scenario('every part of a campaign has its address, and the proof agrees', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Quill')
    const page = await openWindow()
    await go(page, `/campaigns/${campaign.address}`)
    await page.getByRole('heading', { level: 1, name: nameOf(campaign) }).waitFor()
    const tabs = page.getByRole('navigation', { name: 'Parts of this campaign' })

    await tabs.getByRole('link', { name: /^Donations/ }).click()
    await page.waitForURL('**?tab=donations')
    await expect.poll(() => page.locator('main ol > li').count(), WAIT).toBeGreaterThan(5)

    await tabs.getByRole('link', { name: 'Funding' }).click()
    await page.getByRole('heading', { name: 'Pledged over time' }).waitFor()

    await tabs.getByRole('link', { name: 'Details' }).click()
    await page.getByText('CID of the description').waitFor()

    await tabs.getByRole('link', { name: 'Proof' }).click()
    await page.getByRole('button', { name: 'Run the check' }).click()
    await page.getByText('All of them agree, to the last wei.').waitFor()
    await page.getByText('Every byte is what the creator sealed.').waitFor()
    await page.getByText('The API names the same').waitFor()
  })

  scenario('the proof of a campaign with refunds agrees too', async ({ kindling, openWindow, go }) => {
    const campaign = await findCampaign(kindling, 'status=FAILED', ({ metadata }) => metadata?.name === 'Nightbus')
    const page = await openWindow()
    await go(page, `/campaigns/${campaign.address}?tab=proof`)
    await page.getByRole('button', { name: 'Run the check' }).click()
    await page.getByText('All of them agree, to the last wei.').waitFor()
  })

  scenario('a page that is not there says so and leads on', async ({ kindling, openWindow, go, expectErrors }) => {
    expectErrors(/status of 404/)
    expect((await fetch(`${kindling.origin}/no/such/page`)).status).toBe(404)
    const page = await openWindow()
    await go(page, '/no/such/page')
    await page.getByRole('heading', { level: 1, name: 'Nothing is at this address' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Explore' }).click()
    await page.getByRole('heading', { level: 1, name: 'Explore campaigns' }).waitFor()
  })

  scenario('an address without a campaign says so', async ({ openWindow, go, expectErrors }) => {
    expectErrors(/status of 404/)
    const page = await openWindow()
    await go(page, `/campaigns/0x${'ab'.repeat(20)}`)
    await page.getByRole('heading', { name: 'No campaign is known at this address' }).waitFor()
  })
})

const nameOf = ({ metadata }: Campaign): string => metadata?.name ?? ''
