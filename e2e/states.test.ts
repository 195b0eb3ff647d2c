import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { findOpenCampaign } from './support/campaigns.ts'
import { createCampaign } from './support/createCampaign.ts'
import { withDatabase } from './support/database.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { fundingPanel } from './support/walletSteps.ts'

/** Of a document that nobody has. */
const LOST_CID = 'bafkreiac2b6hmgpypymfrmdq3qvlbjqvnbawzcnb3ydpxyshdv5nsm7dnu'

describeInBrowser('States of a campaign', (scenario) => {
  scenario(
    'a hidden campaign shows the reason instead of its words, and is in no list',
    async ({ kindling, openWindow, go, expectErrors }) => {
      expectErrors(/status of 451/)
      const campaign = await findOpenCampaign(kindling, 'Slow Train')
      const path = `/campaigns/${campaign.address}`
      const page = await openWindow()
      await go(page, path)
      await page.getByRole('heading', { level: 1, name: 'The Slow Train Atlas' }).waitFor()
      await withDatabase(kindling, (client) =>
        client.query(
          "insert into hidden_campaigns (chain_id, campaign_address, reason) values (31337, $1, 'Copied from elsewhere.')",
          [campaign.address],
        ),
      )
      try {
        // Whoever is there sees it go.
        await page.getByRole('heading', { level: 1, name: 'This page is hidden' }).waitFor()
        expect((await fetch(kindling.origin + path)).status).toBe(451)
        await go(page, path)
        await page.getByText('Copied from elsewhere.').waitFor()
        await page.getByRole('heading', { name: 'The contract itself' }).waitFor()
        expect(await page.content()).not.toContain('Slow Train')
        await go(page, '/explore?q=slow+train+atlas')
        await page.getByRole('heading', { level: 1, name: 'Explore campaigns' }).waitFor()
        await page.locator('main .skeleton').first().waitFor({ state: 'detached' })
        expect(await page.getByRole('article').filter({ hasText: 'The Slow Train Atlas' }).count()).toBe(0)
        for (const list of ['/sitemap.xml', '/feed.xml']) {
          expect(await (await fetch(kindling.origin + list)).text(), list).not.toContain('Slow Train')
        }
      } finally {
        await withDatabase(kindling, (client) => client.query('delete from hidden_campaigns'))
      }
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
  })

  scenario('a campaign whose CID is none tells the reason', async ({ kindling, openWindow, go }) => {
    const address = await createCampaign(kindling, { creator: accounts.giver, cid: 'not-a-cid' })
    await expect
      .poll(
        async () =>
          (await kindling.ask<{ metadata: { state: string } | null }>(`campaigns/${address}/?include_metadata=true`))
            .metadata?.state,
        {
          timeout: 60_000,
        },
      )
      .toBe('failed')
    const { last_error } = await kindling
      .ask<{ metadata: { last_error: string } }>(`campaigns/${address}/?include_metadata=true`)
      .then(({ metadata }) => metadata)
    const page = await openWindow()
    await go(page, `/campaigns/${address}`)
    await page.getByText('The description could not be had from IPFS.').waitFor()
    await page.getByText(last_error).waitFor()
    await fundingPanel(page).getByRole('button', { name: /^Give/ }).waitFor()
  })
})
