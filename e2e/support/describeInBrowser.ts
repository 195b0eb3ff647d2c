import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import { type Kindling, reach } from './kindling.ts'
import { findChromium, launchBrowser } from './launchBrowser.ts'
import type { RunningKindling } from './startKindling.ts'

const ACTION_MS = 30_000

export interface Visit {
  kindling: Kindling
  /** A window of a visitor of their own: nothing is shared with other windows. */
  openWindow(options?: BrowserContextOptions): Promise<Page>
  /** Goes to a path and waits until the page is alive, so that buttons do something. */
  go(page: Page, path: string): Promise<void>
  /** Messages on the console that belong to the scenario; any other error fails it. */
  expectErrors(pattern: RegExp): void
}

/** A test in windows of its own. Errors on the console fail it, and a failure tells what the pages said. */
export type Scenario = (title: string, run: (visit: Visit) => Promise<void>) => void

/** Scenarios in one browser, on the running product that all files share. Without Chromium they are skipped. */
export function describeInBrowser(subject: string, add: (scenario: Scenario) => void): void {
  const missing = findChromium() === undefined
  describe.skipIf(missing)(`${subject}${missing ? ' (Chromium is not installed)' : ''}`, () => {
    let browser: Browser
    let kindling: Kindling
    beforeAll(async () => {
      kindling = await kindlingOfRun()
      browser = await launchBrowser()
    })
    afterAll(() => browser?.close())
    add((title, run) => test(title, () => visit(browser, kindling, run)))
  })
}

/** The product of this run of vitest; waits until it is ready. */
async function kindlingOfRun(): Promise<Kindling> {
  const answer = await fetch(inject('kindlingUrl'))
  if (!answer.ok) throw new Error(await answer.text())
  return reach((await answer.json()) as RunningKindling)
}

async function visit(browser: Browser, kindling: Kindling, run: (visit: Visit) => Promise<void>): Promise<void> {
  const pages: Page[] = []
  const errors: string[] = []
  const expected: RegExp[] = []
  try {
    await run({
      kindling,
      async openWindow(options = {}) {
        const context = await browser.newContext({
          viewport: { width: 1280, height: 900 },
          locale: 'en-US',
          timezoneId: 'UTC',
          // What fades in has no contrast yet.
          reducedMotion: 'reduce',
          ...options,
        })
        context.setDefaultTimeout(ACTION_MS)
        const page = await context.newPage()
        // Violations of the content security policy are among them.
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
        page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
        pages.push(page)
        return page
      },
      async go(page, path) {
        // The page follows the stream as soon as its code runs.
        const alive = page.waitForRequest(/\/api\/v1\/stream\//)
        await Promise.all([alive, page.goto(kindling.origin + path, { waitUntil: 'domcontentloaded' })])
      },
      expectErrors: (pattern) => void expected.push(pattern),
    })
    const unexpected = errors.filter((text) => !expected.some((pattern) => pattern.test(text)))
    if (unexpected.length > 0) throw new Error(`On the console of the page:\n${unexpected.join('\n')}`)
  } catch (error) {
    const said = (await Promise.all(pages.map(describePage))).join('\n')
    throw new Error(`${(error as Error).message}\n\n${said}\nconsole: ${errors.join('\n') || 'no errors'}`, {
      cause: error,
    })
  } finally {
    await Promise.all(pages.map((page) => page.context().close()))
  }
}

/** Where a window is, and what it announces: toasts, alerts, results. */
async function describePage(page: Page): Promise<string> {
  const announced = await page
    .locator('[aria-live], [role=status], [role=alert], h1')
    .allInnerTexts()
    .catch(() => ['(the page is gone)'])
  const lines = announced.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
  return `${page.url()}\n${lines.map((line) => `  | ${line}`).join('\n')}`
}
