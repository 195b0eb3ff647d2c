import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { findCampaign, findOpenCampaign, findRefundable, readCampaign } from './support/campaigns.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { injectWallet } from './support/injectWallet.ts'
import {
  chooseWallet,
  connectWallet,
  fundingPanel,
  lastToast,
  parseEth,
  waitForPledged,
  waitForStage,
} from './support/walletSteps.ts'

describeInBrowser('Money', (scenario) => {
  scenario('a donation moves the total, in a second window too', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Keepers')
    const page = await openWindow()
    const other = await openWindow()
    await injectWallet(page, kindling, { account: accounts.giver })
    await go(other, `/campaigns/${campaign.address}?tab=donations`)
    await go(page, `/campaigns/${campaign.address}`)
    const panel = fundingPanel(page)
    await panel.getByRole('textbox').fill('1.234567')
    await panel.getByRole('button', { name: 'Give 1.23 ETH' }).click()
    await chooseWallet(page)
    await waitForStage(page, 'indexed')
    await lastToast(page).getByText('Done, and on the page').waitFor()

    const total = BigInt(campaign.total_raised_wei) + parseEth('1.234567')
    await waitForPledged(page, total)
    await waitForPledged(other, total)
    await other.locator('main ol > li').getByTitle('1.234567 ETH').waitFor()
    await panel.getByText('You have given 1.23 ETH so far.').waitFor()
    await page
      .getByRole('navigation', { name: 'Parts of this campaign' })
      .getByRole('link', { name: /^Donations/ })
      .click()
    await page.locator('main ol > li').first().getByText('you', { exact: true }).waitFor()
  })

  scenario('the demo wallet gives without anything installed', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Saltmarsh')
    const page = await openWindow()
    await go(page, `/campaigns/${campaign.address}`)
    await connectWallet(page, 'Demo wallet')
    await fundingPanel(page).getByRole('textbox').fill('0.5')
    await fundingPanel(page).getByRole('button', { name: 'Give 0.5 ETH' }).click()
    await waitForStage(page, 'indexed')
    await waitForPledged(page, BigInt(campaign.total_raised_wei) + parseEth('0.5'))
  })

  scenario('a donation that waits for its block survives a reload', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Aldermoor')
    const page = await openWindow()
    await go(page, `/campaigns/${campaign.address}?tab=donations`)
    await connectWallet(page, 'Demo wallet')
    await fundingPanel(page).getByRole('textbox').fill('0.75')
    await kindling.rpc('evm_setAutomine', [false])
    try {
      await fundingPanel(page).getByRole('button', { name: 'Give 0.75 ETH' }).click()
      await waitForStage(page, 'pending')
      const pending = page.locator('main ol > li').filter({ hasText: 'pending' })
      await pending.getByTitle('0.75 ETH').waitFor()
      await go(page, `/campaigns/${campaign.address}?tab=donations`)
      await pending.getByTitle('0.75 ETH').waitFor()
      expect(await lastToast(page).getAttribute('data-stage')).toBe('pending')
      await kindling.rpc('evm_mine')
      await waitForStage(page, 'indexed')
      await pending.waitFor({ state: 'detached' })
      await waitForPledged(page, BigInt(campaign.total_raised_wei) + parseEth('0.75'))
    } finally {
      await kindling.rpc('evm_setAutomine', [true])
    }
  })

  scenario('a donor of a failed campaign takes the money back', async ({ kindling, openWindow, go }) => {
    const { campaign, donor } = await findRefundable(kindling)
    const page = await openWindow()
    await injectWallet(page, kindling, { account: donor })
    await go(page, `/campaigns/${campaign.address}`)
    const panel = fundingPanel(page)
    await panel.getByText('Connect a wallet to see whether you can take money back.').waitFor()
    await connectWallet(page)
    await panel.getByRole('button', { name: 'Take it back' }).click()
    await waitForStage(page, 'indexed')
    await panel.getByText('You have had your refund.').waitFor()
  })

  scenario('the creator of a funded campaign withdraws once', async ({ kindling, openWindow, go }) => {
    const campaign = await findCampaign(kindling, 'status=SUCCESS', (found) => !found.accepts_donations)
    const page = await openWindow()
    await injectWallet(page, kindling, { account: campaign.creator_address })
    await go(page, `/campaigns/${campaign.address}`)
    await connectWallet(page)
    await fundingPanel(page).getByRole('button', { name: 'Withdraw' }).click()
    await waitForStage(page, 'indexed')
    await page.getByText('The creator has withdrawn, so the contract takes no more donations.').waitFor()
    expect(await readCampaign(kindling, campaign.address)).toMatchObject({ status: 'WITHDRAWN' })
  })

  scenario('one can give with the keyboard alone', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'stone mill')
    const page = await openWindow()
    await injectWallet(page, kindling, { account: accounts.typist })
    await go(page, `/campaigns/${campaign.address}`)
    const focused = page.locator(':focus')
    const tabTo = async (name: RegExp) => {
      for (let steps = 0; steps < 80; steps++) {
        await page.keyboard.press('Tab')
        const label = (await focused.getAttribute('aria-label')) ?? (await focused.textContent())
        if (name.test(label?.trim() ?? '')) return
      }
      throw new Error(`The Tab key does not reach ${name}.`)
    }
    await tabTo(/^Skip to content/)
    await page.keyboard.press('Enter')
    await tabTo(/^Amount/)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('0.4')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).waitFor()
    await tabTo(/^Test Wallet/)
    await page.keyboard.press('Enter')
    await waitForStage(page, 'indexed')
    await waitForPledged(page, BigInt(campaign.total_raised_wei) + parseEth('0.4'))
  })
})
