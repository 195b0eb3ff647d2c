import type { Page } from 'playwright-core'
import type { VisitedPage } from './everyPage.ts'
import { injectWallet } from './injectWallet.ts'
import type { Kindling } from './kindling.ts'
import { connectWallet } from './walletSteps.ts'

/** Brings a window to a page in its state; `go` waits until the page is alive. */
export async function openVisited(
  page: Page,
  kindling: Kindling,
  { path, wallet, walletChainId = 31_337, prepare, still = false }: VisitedPage,
  go: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  const account = await wallet?.(kindling)
  const injected = account && (await injectWallet(page, kindling, { account, chainId: walletChainId }))
  const at = await path(kindling)
  if (still) await page.goto(kindling.origin + at)
  else await go(page, at)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' })
  if (injected) await connectWallet(page)
  await prepare?.(page, { kindling, wallet: injected || undefined })
}
