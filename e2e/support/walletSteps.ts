import type { Page } from 'playwright-core'
import { waitFor } from '../../server/test/support/waitFor.ts'
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
  let reached: string | null = null
  const hasEnded = async () => {
    reached = await toast.getAttribute('data-stage')
    return reached !== null && ends.includes(reached)
  }
  await waitFor(`the transaction is ${stage}`, hasEnded, STAGE_MS)
  if ((stage === 'indexed' || stage === 'failed') && reached !== stage) {
    throw new Error(`The transaction is ${reached}, not ${stage}.`)
  }
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

export const waitForPledged = (page: Page, wei: bigint): Promise<void> =>
  waitFor(`${wei} wei are shown as pledged`, async () => (await pledgedWei(page)) === wei, STAGE_MS)
