// Photographs every page and state in both modes, on a phone and on a desktop, into web/screenshots/ (which git ignores):
//   npm run screenshots [-- --only TEXT] [--folder DIR]
//   npm run screenshots -- --url http://127.0.0.1:8000 --data-dir .kindling     what runs there, instead of starting it
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { everyPage, type VisitedPage } from '../e2e/support/everyPage.ts'
import { type Kindling, reach } from '../e2e/support/kindling.ts'
import { launchBrowser } from '../e2e/support/launchBrowser.ts'
import { openVisited } from '../e2e/support/openVisited.ts'
import { readRunning, startKindling } from '../e2e/support/startKindling.ts'

const PHONE = { width: 360, height: 780 }
const DESKTOP = { width: 1280, height: 900 }

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    folder: { type: 'string', default: join(import.meta.dirname, '../web/screenshots') },
    url: { type: 'string' },
    'data-dir': { type: 'string', default: '.kindling' },
  },
})

const started = values.url === undefined ? await startKindling() : undefined
const kindling = reach(started ?? (await readRunning(values.url ?? '', values['data-dir'])))
const browser = await launchBrowser()
mkdirSync(values.folder, { recursive: true })
let failures = 0
try {
  for (const visited of everyPage.filter(({ title }) => title.includes(values.only))) {
    try {
      await photograph(browser, kindling, visited)
    } catch (error) {
      failures++
      console.error(`${visited.title}: ${(error as Error).message}`)
    }
  }
} finally {
  await browser.close()
  await started?.close()
}
console.log(`Pictures are in ${values.folder}`)
if (failures > 0) process.exitCode = 1

async function photograph(browser: Browser, kindling: Kindling, visited: VisitedPage): Promise<void> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: visited.language ?? 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`${visited.title}: ${error.message}`))
  try {
    await openVisited(page, kindling, visited, async (page, path) => {
      const alive = page.waitForRequest(/\/api\/v1\/stream\//)
      await Promise.all([alive, page.goto(kindling.origin + path)])
    })
    await shoot(page, visited.title, 'desktop-light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await shoot(page, visited.title, 'desktop-dark')
    await page.setViewportSize(PHONE)
    await visited.onPhone?.(page)
    await shoot(page, visited.title, 'phone-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await shoot(page, visited.title, 'phone-light')
  } finally {
    await visited.after?.(kindling)
    await context.close()
  }
}

async function shoot(page: Page, title: string, view: string): Promise<void> {
  // A dialog belongs to the window, not to the whole page.
  const fullPage = (await page.locator('dialog:open, [popover]:popover-open').count()) === 0
  if (fullPage) await page.evaluate(loadPictures)
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  await page.screenshot({ path: join(values.folder, `${name}-${view}.png`), fullPage })
}

/** Runs in the page: lazy pictures load when they come near. */
async function loadPictures(): Promise<void> {
  const { document, scrollTo, requestAnimationFrame } = globalThis as unknown as {
    document: { body: { scrollHeight: number }; images: Iterable<{ loading: string; decode(): Promise<void> }> }
    scrollTo(x: number, y: number): void
    requestAnimationFrame(run: () => void): void
  }
  for (let y = 0; y < document.body.scrollHeight; y += 500) {
    scrollTo(0, y)
    await new Promise<void>((resolve) => requestAnimationFrame(resolve))
  }
  scrollTo(0, 0)
  for (const image of document.images) image.loading = 'eager'
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
}
