import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { findOpenCampaign } from './support/campaigns.ts'
import { createCampaign } from './support/createCampaign.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { whileHidden } from './support/hideCampaign.ts'
import type { Kindling } from './support/kindling.ts'
import { fundingPanel } from './support/walletSteps.ts'

const SLOW = { timeout: 60_000 }
/** Of a document that nobody has. */
const LOST_CID = 'bafkreiac2b6hmgpypymfrmdq3qvlbjqvnbawzcnb3ydpxyshdv5nsm7dnu'

describeInBrowser('States of a page', (scenario) => {
  scenario(
    'a hidden campaign shows the reason instead of its words, and is in no list',
    async ({ kindling, openWindow, go, expectErrors }) => {
      expectErrors(/status of 451/)
      const campaign = await findOpenCampaign(kindling, 'Slow Train')
      const path = `/campaigns/${campaign.address}`
      const page = await openWindow()
      await go(page, path)
      await page.getByRole('heading', { level: 1, name: 'The Slow Train Atlas' }).waitFor()
      await whileHidden(kindling, campaign.address, 'Copied from elsewhere.', async () => {
        // Whoever is there sees it go.
        await page.getByRole('heading', { level: 1, name: 'This page is hidden' }).waitFor()
        expect((await fetch(kindling.origin + path)).status).toBe(451)
        await go(page, path)
        await page.getByText('Their reason: Copied from elsewhere.').waitFor()
        await page.getByRole('heading', { name: 'The contract itself' }).waitFor()
        expect(await page.content()).not.toContain('Slow Train')
        await go(page, '/explore?q=slow+train+atlas')
        await page.getByRole('heading', { level: 1, name: 'Explore campaigns' }).waitFor()
        await page.locator('main .skeleton').first().waitFor({ state: 'detached' })
        expect(await page.getByRole('article').filter({ hasText: 'The Slow Train Atlas' }).count()).toBe(0)
        for (const list of ['/sitemap.xml', '/feed.xml']) {
          expect(await textAt(kindling, list), list).not.toContain('Slow Train')
        }
        await page.goto(`${kindling.origin}/embed/${campaign.address}`)
        await page.getByText('This campaign is hidden here by moderation.').waitFor()
        expect(await page.content()).not.toContain('Slow Train')
      })
      await go(page, path)
      await page.getByRole('heading', { level: 1, name: 'The Slow Train Atlas' }).waitFor()
    },
  )

  scenario('a campaign whose words are still sought takes money all the same', async ({ kindling, openWindow, go }) => {
    const address = await createCampaign(kindling, { creator: accounts.giver, cid: LOST_CID })
    const page = await openWindow()
    await go(page, `/campaigns/${address}`)
    await page.getByRole('heading', { level: 1, name: /^Campaign 0x/ }).waitFor()
    await page.getByText('The description is being fetched from IPFS').waitFor()
    await fundingPanel(page).getByRole('button', { name: /^Give/ }).waitFor()
    await go(page, `/campaigns/${address}?tab=donations`)
    await page.getByText('Nobody has given yet.').waitFor()
    await go(page, `/campaigns/${address}?tab=funding`)
    await page.getByText('There is nothing to draw before the first donation.').waitFor()
    await page.goto(`${kindling.origin}/embed/${address}`)
    await page.getByRole('heading', { level: 1, name: /^Campaign 0x/ }).waitFor()
    await page.getByText('0 ETH of 10 ETH').waitFor()
  })

  scenario('a campaign whose CID is none tells the reason', async ({ kindling, openWindow, go }) => {
    const address = await createCampaign(kindling, { creator: accounts.giver, cid: 'not-a-cid' })
    const read = async () =>
      (
        await kindling.ask<{ metadata: { state: string; last_error: string } | null }>(
          `campaigns/${address}/?include_metadata=true`,
        )
      ).metadata
    await expect.poll(async () => (await read())?.state, SLOW).toBe('failed')
    const page = await openWindow()
    await go(page, `/campaigns/${address}`)
    await page.getByText('The description could not be had from IPFS.').waitFor()
    await page.getByText((await read())!.last_error).waitFor()
    await fundingPanel(page).getByRole('button', { name: /^Give/ }).waitFor()
    await page.goto(`${kindling.origin}/embed/${address}`)
    await page.getByRole('heading', { level: 1, name: /^Campaign 0x/ }).waitFor()
  })

  scenario(
    'a campaign that a reorg took back is gone from its page, and its old address says why',
    async ({ kindling, openWindow, go, expectErrors }) => {
      expectErrors(/status of 404/)
      const address = await createCampaign(kindling, { creator: accounts.giver, cid: LOST_CID })
      const page = await openWindow()
      await go(page, `/campaigns/${address}`)
      await page.getByRole('heading', { level: 1, name: /^Campaign 0x/ }).waitFor()
      await kindling.rpc('anvil_reorg', [1, []])
      await page.getByRole('heading', { level: 1, name: 'No campaign is known at this address' }).waitFor(SLOW)
      await page.getByText('a reorganisation of the chain may have taken it back').waitFor()
      expect((await fetch(`${kindling.origin}/campaigns/${address}`)).status).toBe(404)
    },
  )

  scenario('an address that did nothing has an empty profile and an empty desk', async ({ openWindow, go }) => {
    const page = await openWindow()
    await go(page, `/profiles/0x${'cd'.repeat(20)}`)
    await page.getByText('This address has created no campaign.').waitFor()
    await page.getByText('This address has backed no campaign.').waitFor()
    await page.getByText('Nothing has happened here yet.').waitFor()
  })

  scenario(
    'a slow answer shows its outline, a broken one what is wrong, and one can try again',
    async ({ kindling, openWindow, go, expectErrors }) => {
      expectErrors(/status of 500/)
      const page = await openWindow()
      await go(page, '/stats')
      const list = `${kindling.origin}/api/v1/campaigns/?**`
      let answer = () => {}
      const held = new Promise<void>((resolve) => {
        answer = resolve
      })
      await page.route(list, async (route) => {
        await held
        await route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({ title: 'Internal error', status: 500, detail: 'Something broke.', code: 'internal' }),
        })
      })
      await page.getByRole('banner').getByRole('link', { name: 'Explore' }).click()
      await page.getByRole('heading', { level: 1, name: 'Explore campaigns' }).waitFor()
      await page.locator('main .skeleton').first().waitFor()
      answer()
      const problem = page.getByRole('alert').filter({ hasText: 'This could not be loaded' })
      await problem.first().waitFor(SLOW)
      await page.unroute(list)
      await problem.first().getByRole('button', { name: 'Try again' }).click()
      await page.getByRole('article').first().waitFor()
      await problem.first().waitFor({ state: 'detached' })
    },
  )

  scenario(
    'a page whose code does not arrive leaves the others alone, and can be tried again',
    async ({ openWindow, go, expectErrors }) => {
      expectErrors(/ERR_FAILED|dynamically imported module/)
      const page = await openWindow()
      await go(page, '/explore')
      await page.route('**/StatsPage-*.js', (route) => route.abort())
      await page.getByRole('banner').getByRole('link', { name: 'Statistics' }).click()
      await page.getByRole('heading', { level: 1, name: 'This page broke' }).waitFor()
      await page.getByRole('banner').getByRole('link', { name: 'Explore' }).click()
      await page.getByRole('heading', { level: 1, name: 'Explore campaigns' }).waitFor()
      await page.getByRole('banner').getByRole('link', { name: 'Statistics' }).click()
      await page.getByRole('heading', { level: 1, name: 'This page broke' }).waitFor()
      await page.unroute('**/StatsPage-*.js')
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByRole('heading', { level: 1, name: 'Statistics' }).waitFor()
    },
  )

  scenario('Back returns to the place on the page that one left', async ({ openWindow, go }) => {
    const page = await openWindow()
    await go(page, '/explore?status=any')
    const card = page.getByRole('article').nth(7).getByRole('link')
    const name = (await card.textContent()) ?? ''
    await card.scrollIntoViewIfNeeded()
    const scrolled = () => page.evaluate(() => (globalThis as unknown as { scrollY: number }).scrollY)
    const before = await scrolled()
    expect(before).toBeGreaterThan(300)
    await card.click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await expect.poll(scrolled).toBe(0)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Explore campaigns' }).waitFor()
    await expect.poll(scrolled).toBe(before)
    // From another document, too: a reload stays where it was.
    await page.reload()
    await expect.poll(scrolled).toBe(before)
    // A visit begun anew starts at the top, and a link may end in anything.
    await page.goto('about:blank')
    await go(page, '/explore?status=any#%')
    await page.getByRole('heading', { level: 1, name: 'Explore campaigns' }).waitFor()
    expect(await scrolled()).toBe(0)
  })
})

const textAt = async ({ origin }: Kindling, path: string): Promise<string> => (await fetch(origin + path)).text()
