import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { findOpenCampaign } from './support/campaigns.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { injectWallet, WALLET_NAME } from './support/injectWallet.ts'
import { connectWallet, fundingPanel, lastToast, waitForPledged, waitForStage } from './support/walletSteps.ts'

describeInBrowser('Wallets', (scenario) => {
  scenario('a wallet is asked for nothing before the visitor wants it', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Hollow Tide')
    const page = await openWindow()
    const wallet = await injectWallet(page, kindling, { account: accounts.giver })
    await go(page, `/campaigns/${campaign.address}`)
    await fundingPanel(page).getByRole('button', { name: /^Give/ }).waitFor()
    expect(wallet.asked).toEqual([])
  })

  scenario('declining in the wallet is told in words, and one can try again', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Hollow Tide')
    const page = await openWindow()
    const wallet = await injectWallet(page, kindling, { account: accounts.decliner })
    await go(page, `/campaigns/${campaign.address}`)

    wallet.declines.add('eth_requestAccounts').add('wallet_requestPermissions')
    await page.getByRole('banner').getByRole('button', { name: 'Connect', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: WALLET_NAME }).click()
    await dialog.getByRole('alert').filter({ hasText: 'You declined in the wallet.' }).waitFor()

    wallet.declines.clear()
    await dialog.getByRole('button', { name: WALLET_NAME }).click()
    await dialog.waitFor({ state: 'detached' })

    wallet.declines.add('eth_sendTransaction')
    await fundingPanel(page).getByRole('button', { name: /^Give/ }).click()
    await waitForStage(page, 'failed')
    await lastToast(page).getByText('You declined it in the wallet. Nothing was sent.').waitFor()
    await lastToast(page).getByRole('button', { name: 'Dismiss' }).click()
    await lastToast(page).waitFor({ state: 'detached' })
    await waitForPledged(page, BigInt(campaign.total_raised_wei))
  })

  scenario('more than the wallet holds cannot be given', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Hollow Tide')
    const page = await openWindow()
    await injectWallet(page, kindling, { account: accounts.decliner })
    await go(page, `/campaigns/${campaign.address}`)
    await connectWallet(page)
    const panel = fundingPanel(page)
    await panel.getByRole('textbox').fill('1000000')
    await panel.getByText('the fee for the transaction comes on top').waitFor()
    expect(await panel.getByRole('button', { name: /^Give/ }).isDisabled()).toBe(true)
  })

  scenario('a wallet on another network is offered a switch', async ({ kindling, openWindow, go }) => {
    const campaign = await findOpenCampaign(kindling, 'Iris')
    const page = await openWindow()
    const wallet = await injectWallet(page, kindling, { account: accounts.traveller, chainId: 1 })
    await go(page, `/campaigns/${campaign.address}`)
    await connectWallet(page)
    const panel = fundingPanel(page)
    await panel.getByText(/Your wallet is on another network/).waitFor()
    await panel.getByRole('textbox').fill('0.25')

    wallet.declines.add('wallet_switchEthereumChain')
    await panel.getByRole('button', { name: 'Switch to Local chain' }).click()
    await waitForStage(page, 'failed')
    expect(wallet.asked).not.toContain('eth_sendTransaction')

    wallet.declines.clear()
    await panel.getByRole('button', { name: 'Switch to Local chain' }).click()
    // The declined one stays beside it, and was the last until the new one is there.
    await page.getByRole('region', { name: 'Transactions' }).getByRole('article').nth(1).waitFor()
    await waitForStage(page, 'indexed')
    expect(wallet.chainId).toBe(31_337)
    await waitForPledged(page, BigInt(campaign.total_raised_wei) + 25n * 10n ** 16n)
  })
})
