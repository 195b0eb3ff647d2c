import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { findCampaign, findOpenCampaign, findRefundable, readCampaign } from './support/campaigns.ts'
import { give } from './support/createCampaign.ts'
import { withDatabase, withoutDatabase } from './support/database.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { injectWallet } from './support/injectWallet.ts'
import {
  connectWallet,
  fundingPanel,
  lastToast,
  parseEth,
  waitForPledged,
  waitForStage,
} from './support/walletSteps.ts'

const SLOW = { timeout: 60_000 }

describeInBrowser('When something is wrong', (scenario) => {
  scenario('an indexer that lags is told, and the figures stay', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Dark Sky')
    const page = await openWindow()
    // Whoever was silent for long counts as stopped, so the consumer is heard of first.
    await kindling.rpc('evm_mine')
    const head = Number(await kindling.rpc<string>('eth_blockNumber'))
    await expect.poll(async () => (await syncState(kindling)).last_block, SLOW).toBe(head)
    const banner = page.getByText(/The indexer is catching up: [\d,]+ blocks to go/)
    await withDatabase(kindling, async (client) => {
      // The consumer waits for its own position, as it would behind a slow statement.
      await client.query('begin')
      await client.query('select from consumer_state for update')
      await kindling.rpc('anvil_mine', ['0x28'])
      await expect.poll(async () => (await syncState(kindling)).state, SLOW).toBe('backfilling')
      await go(page, `/campaigns/${campaign.address}`)
      await banner.waitFor()
      await waitForPledged(page, BigInt(campaign.total_raised_wei))
      await client.query('rollback')
    })
    await banner.waitFor({ state: 'detached' })
  })

  scenario('a reorg takes back what it must, in every window', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Fieldcoat')
    const before = BigInt(campaign.total_raised_wei)
    const page = await openWindow()
    const other = await openWindow()
    await injectWallet(page, kindling, { account: accounts.giver })
    await go(other, '/')
    const raised = other.getByRole('region', { name: 'Totals of the platform' }).locator('[title$=" ETH"]').first()
    const total = await raised.getAttribute('title')
    await go(page, `/campaigns/${campaign.address}?tab=donations`)
    await connectWallet(page)
    await fundingPanel(page).getByRole('textbox').fill('0.321')
    await fundingPanel(page).getByRole('button', { name: 'Give 0.321 ETH' }).click()
    await waitForStage(page, 'indexed')
    await waitForPledged(page, before + parseEth('0.321'))
    const row = page.locator('main ol > li').filter({ has: page.getByTitle('0.321 ETH') })
    await row.waitFor()
    await expect.poll(() => raised.getAttribute('title'), SLOW).not.toBe(total)

    await kindling.rpc('anvil_reorg', [1, []])
    await waitForPledged(page, before)
    await row.waitFor({ state: 'detached' })
    await expect.poll(() => raised.getAttribute('title'), SLOW).toBe(total)
    expect(await readCampaign(kindling, campaign.address)).toMatchObject({ total_raised_wei: String(before) })
  })

  scenario(
    'a page whose server went away says so, and still gives money back',
    async ({ kindling, openWindow, go, expectErrors }) => {
      expectErrors(/ERR_CONNECTION_REFUSED/)
      const { campaign, donor } = await findRefundable(kindling)
      const page = await openWindow()
      await injectWallet(page, kindling, { account: donor })
      await go(page, `/campaigns/${campaign.address}`)
      await connectWallet(page)
      await page.context().route(`${kindling.origin}/api/**`, (route) => route.abort('connectionrefused'))
      await page.getByText(/The server cannot be reached/).waitFor()
      await fundingPanel(page).getByRole('button', { name: 'Take it back' }).click()
      await expect.poll(() => lastToast(page).getAttribute('data-stage'), SLOW).toBe('confirmed')
      await page.context().unroute(`${kindling.origin}/api/**`)
      await waitForStage(page, 'indexed')
      await fundingPanel(page).getByText('You have had your refund.').waitFor()
      await page.getByText(/The server cannot be reached/).waitFor({ state: 'detached' })
    },
  )

  scenario(
    'without its database the server still leads to the contract',
    async ({ kindling, openWindow, expectErrors }) => {
      expectErrors(/status of 503|ERR_INCOMPLETE_CHUNKED_ENCODING/)
      const refund = await findRefundable(kindling)
      const funded = await findCampaign(kindling, 'status=SUCCESS', ({ accepts_donations }) => !accepts_donations)
      const donor = await openWindow()
      const creator = await openWindow()
      await injectWallet(donor, kindling, { account: refund.donor })
      await injectWallet(creator, kindling, { account: funded.creator_address })
      await withoutDatabase(kindling, async () => {
        expect((await fetch(`${kindling.origin}/campaigns/${refund.campaign.address}`)).status).toBe(503)
        await donor.goto(`${kindling.origin}/campaigns/${refund.campaign.address}`)
        await creator.goto(`${kindling.origin}/campaigns/${funded.address}`)
        for (const page of [donor, creator]) {
          await page.getByText('This could not be loaded').waitFor()
          await page.getByRole('heading', { name: 'The contract itself' }).waitFor()
          await connectWallet(page)
        }
        await donor.getByRole('button', { name: /^Take it back: / }).click()
        await creator.getByRole('button', { name: /^Withdraw: / }).click()
        for (const page of [donor, creator]) {
          await expect.poll(() => lastToast(page).getAttribute('data-stage'), SLOW).toBe('confirmed')
        }
      })
      for (const page of [donor, creator]) await waitForStage(page, 'indexed')
      await creator.getByText('The creator has withdrawn, so the contract takes no more donations.').waitFor()
      await fundingPanel(donor).getByText('You have had your refund.').waitFor()
    },
  )

  scenario(
    'a window whose first stream broke off catches up with the next',
    async ({ kindling, openWindow, go, expectErrors }) => {
      expectErrors(/ERR_INTERNET_DISCONNECTED/)
      const campaign = await findOpenCampaign(kindling, 'Hut to Hut')
      const page = await openWindow()
      const wei = BigInt(campaign.total_raised_wei) + parseEth('0.112')
      await page.route(
        '**/api/v1/stream/*',
        async (route) => {
          await give(kindling, campaign.address, accounts.giver, parseEth('0.112'))
          await expect
            .poll(async () => (await readCampaign(kindling, campaign.address)).total_raised_wei, SLOW)
            .toBe(String(wei))
          await route.abort('internetdisconnected')
        },
        { times: 1 },
      )
      await go(page, `/campaigns/${campaign.address}`)
      await waitForPledged(page, wei)
    },
  )

  scenario('a window that slept catches up', async ({ kindling, openWindow, go, expectErrors }) => {
    expectErrors(/ERR_INTERNET_DISCONNECTED/)
    const campaign = await findOpenCampaign(kindling, 'Hut to Hut')
    const page = await openWindow()
    await go(page, `/campaigns/${campaign.address}`)
    await page.context().setOffline(true)
    await give(kindling, campaign.address, accounts.giver, parseEth('0.111'))
    await expect
      .poll(async () => (await readCampaign(kindling, campaign.address)).total_raised_wei, SLOW)
      .toBe(String(BigInt(campaign.total_raised_wei) + parseEth('0.111')))
    await page.context().setOffline(false)
    await waitForPledged(page, BigInt(campaign.total_raised_wei) + parseEth('0.111'))
  })

  scenario('what was given while the page was on its way is told', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Hut to Hut')
    const raised = BigInt(campaign.total_raised_wei) + parseEth('0.112')
    const page = await openWindow()
    // After the server rendered the page, before its stream is open.
    await page.route(
      '**/api/v1/stream/*',
      async (route) => {
        await give(kindling, campaign.address, accounts.giver, parseEth('0.112'))
        await expect
          .poll(async () => (await readCampaign(kindling, campaign.address)).total_raised_wei, SLOW)
          .toBe(String(raised))
        await route.continue()
      },
      { times: 1 },
    )
    await go(page, `/campaigns/${campaign.address}`)
    await waitForPledged(page, raised)
  })
})

const syncState = ({ ask }: Parameters<typeof readCampaign>[0]) =>
  ask<{ state: string; last_block: number }>('chains/31337/sync-state/')
