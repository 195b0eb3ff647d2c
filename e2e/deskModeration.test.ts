import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { findOpenCampaign } from './support/campaigns.ts'
import { give } from './support/createCampaign.ts'
import { withDatabase } from './support/database.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { confirm, goOnDesk, listed, makeAccount, row, seeInAudit, signIn } from './support/desk.ts'
import { followStream } from './support/followStream.ts'
import { showAgain } from './support/hideCampaign.ts'
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

describeInBrowser('Reports and featured campaigns at the desk', (scenario) => {
  scenario('a visitor reports a campaign, the staff hides it, and another stands on the home page', async (visit) => {
    const { kindling, openWindow, go, expectErrors } = visit
    expectErrors(/status of 451/)
    const campaign = await findOpenCampaign(kindling, 'physic garden')
    const { address } = campaign
    const words = `It is the garden of somebody else, ${Date.now()}.`
    const visitor = await openWindow()
    await go(visitor, `/campaigns/${address}`)
    await visitor.getByRole('button', { name: 'Something wrong? Report this campaign' }).click()
    const form = visitor.getByRole('dialog')
    await form.getByRole('radio', { name: 'It uses words or pictures of others' }).check()
    await form.getByLabel('In your own words').fill(words)
    await form.getByRole('button', { name: 'Send the report' }).click()
    await form.getByText('Thank you. The staff will look at it.').waitFor()

    const staff = await makeAccount(kindling, 'staff')
    const page = await openWindow()
    await signIn(kindling, page, staff)
    const menu = page.getByRole('navigation', { name: 'Desk' })
    await menu.getByRole('link', { name: /^Reports ?\d+$/ }).click()
    const report = row(page, words)
    await report.getByText('copyright').waitFor()
    const reportId = await withDatabase(kindling, async (client) => {
      const { rows } = await client.query('select id from campaign_reports where details = $1', [words])
      return Number(rows[0].id)
    })
    await report.getByRole('button', { name: 'Uphold' }).click()
    const reason = 'The owner of the garden has shown that it is hers.'
    await page
      .getByRole('dialog')
      .getByLabel(/reason/i)
      .fill(reason)
    await page.getByRole('dialog').getByLabel('Note').fill('She wrote to us.')
    await confirm(page, 'Uphold')
    try {
      await report.getByText(`by ${staff.username}`).waitFor()
      // Whoever looks at it sees it go.
      await visitor.getByRole('heading', { level: 1, name: 'This page is hidden' }).waitFor()
      await visitor.getByText(reason).waitFor()
    } finally {
      await showAgain(kindling, address)
    }
    const uphold = { actor: staff.username, action: 'report.uphold', subject: `report:${reportId}` }
    await (await seeInAudit(kindling, page, uphold)).getByText('She wrote to us.').waitFor()
    const hide = { actor: staff.username, action: 'campaign.hide', subject: `campaign:31337:${address}` }
    await (await seeInAudit(kindling, page, hide)).getByText(reason).waitFor()

    // On the same desk: what stands on the home page, and in which order.
    const chosen = ['A reading room in Ember Halt station', 'Four Across', 'Nightbus']
    await goOnDesk(kindling, page, '/featured')
    for (const name of chosen) {
      await page.getByRole('combobox', { name: 'Add a campaign' }).fill(name)
      await page.getByRole('option').filter({ hasText: name }).click()
    }
    await page.getByRole('button', { name: 'Move Nightbus up' }).click()
    await page.getByText('Nightbus is now 2 of 3.').waitFor()
    await page.getByRole('button', { name: 'Move Nightbus up' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The home page has the new order.').waitFor()
    try {
      await go(visitor, '/')
      const section = visitor.getByRole('region', { name: 'Chosen by the staff' })
      await section.waitFor()
      expect(await visitor.getByRole('article').first().getByRole('heading').textContent()).toBe('Nightbus')
      const names = await section.getByRole('article').getByRole('heading').allTextContents()
      expect(names).toEqual([chosen[0], expect.stringContaining('Four Across')])
    } finally {
      await withDatabase(kindling, (client) => client.query('delete from featured_campaigns'))
    }
    await seeInAudit(kindling, page, { actor: staff.username, action: 'featured.set', subject: 'featured:31337' })
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
