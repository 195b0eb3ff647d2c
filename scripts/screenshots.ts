// Photographs every page in both modes, on a phone and on a desktop, from a running deployment:
//   node scripts/screenshots.ts [http://127.0.0.1:8000] [folder]
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { chromium } = createRequire(join(import.meta.dirname, '../e2e/package.json'))(
  'playwright-core',
) as typeof import('playwright-core')

const origin = process.argv[2] ?? 'http://127.0.0.1:8000'
const folder = process.argv[3] ?? join(import.meta.dirname, '../web/screenshots')
const VIEWS = { phone: { width: 360, height: 800 }, desktop: { width: 1280, height: 900 } }

interface Listed {
  address: string
  creator_address: string
}

async function firstWith(query: string): Promise<Listed | undefined> {
  const answer = await fetch(`${origin}/api/v1/campaigns/?page_size=1&${query}`)
  return ((await answer.json()) as { results: Listed[] }).results[0]
}

const open = await firstWith('status=ACTIVE&ordering=-donors_count')
const failed = await firstWith('status=FAILED')
const funded = await firstWith('status=SUCCESS')
if (!open || !failed || !funded) throw new Error(`${origin} has no campaign in each state: photograph the demo.`)

const pages: Record<string, string> = {
  home: '/',
  explore: '/explore',
  'explore-found': '/explore?q=lighthouse',
  'explore-nothing': '/explore?q=zzzzzz',
  campaign: `/campaigns/${open.address}`,
  'campaign-donations': `/campaigns/${open.address}?tab=donations`,
  'campaign-funding': `/campaigns/${open.address}?tab=funding`,
  'campaign-proof': `/campaigns/${open.address}?tab=proof`,
  'campaign-details': `/campaigns/${open.address}?tab=details`,
  'campaign-failed': `/campaigns/${failed.address}`,
  'campaign-funded': `/campaigns/${funded.address}`,
  'campaign-unknown': '/campaigns/0x0000000000000000000000000000000000000001',
  profile: `/profiles/${open.creator_address}`,
  stats: '/stats',
  create: '/create',
  'not-found': '/nothing-here',
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
})
for (const colorScheme of ['light', 'dark'] as const) {
  for (const [view, viewport] of Object.entries(VIEWS)) {
    const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`))
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(origin + path, { waitUntil: 'load' })
      if (name === 'campaign-proof') {
        await page.click('main form button[type=submit]:has(svg)')
        await page.waitForSelector('section [role=status]')
      }
      // Lazy pictures load when they come near.
      await page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 500) {
          scrollTo(0, y)
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
        scrollTo(0, 0)
        await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
      })
      await page.screenshot({ path: join(folder, `${name}-${view}-${colorScheme}.png`), fullPage: true })
    }
    await context.close()
  }
}
await browser.close()
console.log(`${Object.keys(pages).length * 4} pictures in ${folder}`)
