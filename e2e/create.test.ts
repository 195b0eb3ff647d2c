import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { injectWallet, WALLET_NAME } from './support/injectWallet.ts'
import { lastToast, waitForStage } from './support/walletSteps.ts'

const PICTURE = join(import.meta.dirname, '../docs/pictures/home.webp')
const SLOW = { timeout: 30_000 }
const DAY_MS = 86_400_000

describeInBrowser('Starting a campaign', (scenario) => {
  scenario(
    'story, picture, goal, review, signature and transaction lead to the page',
    async ({ kindling, openWindow, go }) => {
      const page = await openWindow()
      const wallet = await injectWallet(page, kindling, { account: accounts.giver })
      await go(page, '/create')
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByText('Please fill this in.').first().waitFor()
      await fillStory(page, 'A bench under the old lime')
      await page.getByLabel('Picture', { exact: true }).setInputFiles(PICTURE)
      await page.getByLabel('What the picture shows').fill('A bench')
      await page.getByRole('button', { name: 'Preview' }).click()
      await page.locator('.story').getByRole('heading', { name: 'Why' }).waitFor()
      await goToReview(page)
      await page.getByRole('heading', { name: 'What can never be changed' }).waitFor()
      expect(wallet.asked).toEqual([])

      wallet.declines.add('personal_sign')
      await page.getByRole('button', { name: 'Connect a wallet to go on' }).click()
      await page.getByRole('dialog').getByRole('button', { name: WALLET_NAME }).click()
      await page.getByRole('alert').filter({ hasText: 'You declined in the wallet.' }).waitFor()
      expect(wallet.asked).not.toContain('eth_sendTransaction')

      wallet.declines.clear()
      await page.getByRole('button', { name: 'Upload and create' }).click()
      await page.waitForURL(/\/campaigns\/0x[0-9a-f]{40}$/, { timeout: 60_000 })
      await page.getByRole('heading', { level: 1, name: 'A bench under the old lime' }).waitFor()
      await page.locator('.story').getByRole('heading', { name: 'Why' }).waitFor()
      const hero = page.getByRole('main').getByRole('img', { name: 'A bench under the old lime' }).first()
      await expect
        .poll(() => hero.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth), SLOW)
        .toBeGreaterThan(300)

      await page
        .getByRole('navigation', { name: 'Parts of this campaign' })
        .getByRole('link', { name: 'Proof' })
        .click()
      await page.getByRole('button', { name: 'Run the check' }).click()
      await page.getByText('Every byte is what the creator sealed.').waitFor()
      await page.getByText('The API names the same').waitFor()
    },
  )

  scenario(
    'the draft survives a reload, and so does a creation that waits for its block',
    async ({ kindling, openWindow, go }) => {
      const page = await openWindow()
      await injectWallet(page, kindling, { account: accounts.giver })
      await go(page, '/create')
      await fillStory(page, 'A second bench')
      await go(page, '/create')
      await expect.poll(() => page.getByLabel('Name of the campaign').inputValue(), SLOW).toBe('A second bench')
      await goToReview(page)
      await kindling.rpc('evm_setAutomine', [false])
      try {
        await page.getByRole('button', { name: 'Connect a wallet to go on' }).click()
        await page.getByRole('dialog').getByRole('button', { name: WALLET_NAME }).click()
        await waitForStage(page, 'pending')
        await go(page, '/create')
        expect(await lastToast(page).getAttribute('data-stage')).toBe('pending')
        await page.getByRole('heading', { name: 'It is on its way' }).waitFor()
        await kindling.rpc('evm_mine')
        await page.waitForURL(/\/campaigns\/0x[0-9a-f]{40}$/, { timeout: 60_000 })
        await page.getByRole('heading', { level: 1, name: 'A second bench' }).waitFor()
      } finally {
        await kindling.rpc('evm_setAutomine', [true])
      }
    },
  )
})

async function fillStory(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the campaign').fill(name)
  await page.getByLabel('In one or two sentences').fill('Somewhere to sit in the shade.')
  await page.getByLabel('Category').selectOption('community')
  await page.getByLabel('The story').fill('## Why\n\nThe old one is **gone**.')
}

async function goToReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Goal (ETH)').fill('1.5')
  await page.getByLabel('Deadline').fill(new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 16))
  await page.getByText('That is').waitFor()
  await page.getByRole('button', { name: 'Next' }).click()
}
