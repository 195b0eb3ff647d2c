import type { Page } from 'playwright-core'

/** By how many pixels the page is wider than its window. */
export const overhang = (page: Page): Promise<number> =>
  page.locator('html').evaluate((element) => {
    const { scrollWidth, clientWidth } = element as unknown as { scrollWidth: number; clientWidth: number }
    return scrollWidth - clientWidth
  })
