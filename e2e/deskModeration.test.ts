import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { findOpenCampaign } from './support/campaigns.ts'
import { give } from './support/createCampaign.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { confirm, goOnDesk, listed, makeAccount, seeInAudit, signIn } from './support/desk.ts'
import { followStream } from './support/followStream.ts'
import type { Kindling } from './support/kindling.ts'

const SLOW = { timeout: 30_000 }

describeInBrowser('Moderation at the desk', (scenario) => {
  scenario('a hidden campaign is gone, its page says why, and shown again it is back', async (visit) => {
    const { kindling, openWindow, go, expectErrors } = visit
    // What the visitor's pages are answered while it is hidden.
    expectErrors(/status of (451|404)/)
    const campaign = await findOpenCampaign(kindling, 'wood kiln')
    const other = await findOpenCampaign(kindling, 'Vanished Shorelines')
    const { name } = campaign.metadata!
    const subject = `campaign:31337:${campaign.address}`
    const staff = await makeAccount(kindling, 'staff')
    const page = await openWindow()
    const visitor = await openWindow()
    await using stream = await followStream(kindling)
    await signIn(kindling, page, staff)
    await expect.poll(() => whereItIs(kindling, campaign.address, name), SLOW).toEqual(everywhere)
    await go(visitor, `/campaigns/${campaign.address}`)
    await visitor.getByRole('heading', { level: 1, name }).waitFor()

    await goOnDesk(kindling, page, `/campaigns/${campaign.address}/show`)
    await page.getByRole('button', { name: 'Hide', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByLabel(/reason/i)
      .fill('These pictures are of another kiln.')
    await confirm(page, 'Hide')
    await page.getByText('Visitors read: “These pictures are of another kiln.”').waitFor()
    // To the staff its picture is shown as ever.
    const picture = page.getByRole('img', { name, exact: true })
    await expect
      .poll(() => picture.evaluate((image) => (image as { naturalWidth?: number }).naturalWidth), SLOW)
      .toBe(640)

    expect(await whereItIs(kindling, campaign.address, name)).toEqual([])
    await give(kindling, campaign.address, accounts.giver, 1_001n)
    await give(kindling, other.address, accounts.giver, 1_002n)
    await stream.has(other.address)
    expect(stream.text()).not.toContain(campaign.address)
    await visitor.reload()
    await visitor.getByRole('heading', { level: 1, name: 'This page is hidden' }).waitFor()
    await visitor.getByText('These pictures are of another kiln.').waitFor()
    await visitor.goto(`${kindling.origin}/explore?q=${encodeURIComponent(name)}&status=any`)
    await visitor
      .getByRole('status')
      .filter({ hasText: /campaign/ })
      .waitFor()
    expect(await visitor.getByRole('article').filter({ hasText: name }).count()).toBe(0)
    const hidden = await seeInAudit(kindling, page, { actor: staff.username, action: 'campaign.hide', subject })
    await hidden.getByText('These pictures are of another kiln.').waitFor()

    await goOnDesk(kindling, page, listed('campaigns', { hidden: 'true' }))
    await page.getByRole('link', { name }).click()
    await page.getByRole('button', { name: 'Unhide' }).click()
    await confirm(page, 'Unhide')
    await page.getByText('The campaign is visible again.').waitFor()
    expect(await whereItIs(kindling, campaign.address, name)).toEqual(everywhere)
    await give(kindling, campaign.address, accounts.giver, 1_003n)
    await stream.has(campaign.address)
    await go(visitor, `/campaigns/${campaign.address}`)
    await visitor.getByRole('heading', { level: 1, name }).waitFor()
    await seeInAudit(kindling, page, { actor: staff.username, action: 'campaign.unhide', subject })
  })
})

/** What a visitor can find it in. */
const everywhere = ['list', 'search', 'events', 'sitemap', 'page', 'embed']

async function whereItIs({ origin }: Kindling, address: string, name: string): Promise<string[]> {
  const looks: [place: string, path: string][] = [
    ['list', '/api/v1/campaigns/?page_size=100'],
    ['search', `/api/v1/campaigns/search/?q=${encodeURIComponent(name)}`],
    ['events', `/api/v1/events/?address=${address}`],
    ['sitemap', '/sitemap.xml'],
    ['page', `/campaigns/${address}`],
    ['embed', `/embed/${address}`],
  ]
  const found: string[] = []
  for (const [place, path] of looks) {
    const answer = await fetch(origin + path)
    // The page of a hidden campaign names its address, but answers 451.
    if (answer.ok && (await answer.text()).includes(address)) found.push(place)
  }
  return found
}
