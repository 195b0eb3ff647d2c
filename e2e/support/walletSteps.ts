import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { WALLET_NAME } from './injectWallet.ts'

const STAGE_MS = 45_000

/** Chooses a wallet in the open dialog; afterwards the header shows its address. */
export async function chooseWallet(page: Page, name: string = WALLET_NAME): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name }).click()
  await dialog.waitFor({ state: 'detached' })
}

export async function connectWallet(page: Page, name?: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Connect', exact: true }).click()
  await chooseWallet(page, name)
}

export const lastToast = (page: Page) => page.getByRole('region', { name: 'Transactions' }).getByRole('article').last()

/** The toast goes on by itself; a failure ends the waiting at once. */
export async function waitForStage(page: Page, stage: 'pending' | 'confirmed' | 'indexed' | 'failed'): Promise<void> {
  const ends = stage === 'indexed' || stage === 'failed' ? ['indexed', 'failed'] : [stage, 'indexed', 'failed']
  const toast = lastToast(page)
  await expect
    .poll(() => toast.getAttribute('data-stage'), { timeout: STAGE_MS, message: `the transaction is ${stage}` })
    .toBeOneOf(ends)
  if (stage === 'indexed' || stage === 'failed') expect(await toast.getAttribute('data-stage')).toBe(stage)
}

export const fundingPanel = (page: Page) => page.getByRole('region', { name: 'Back this campaign' })

/** The exact amount is in the title of the rounded one. */
export async function pledgedWei(page: Page): Promise<bigint> {
  const title = await fundingPanel(page).locator('strong [title]').first().getAttribute('title')
  return parseEth((title ?? '').replace(' ETH', ''))
}

export function parseEth(eth: string): bigint {
  const [whole = '0', fraction = ''] = eth.split('.')
  return BigInt(whole) * 10n ** 18n + BigInt(fraction.padEnd(18, '0'))
}

export async function waitForPledged(page: Page, wei: bigint): Promise<void> {
  await expect.poll(() => pledgedWei(page), { timeout: STAGE_MS, message: 'the amount pledged' }).toBe(wei)
}
