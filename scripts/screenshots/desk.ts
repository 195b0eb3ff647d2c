// Photographs every page of the desk in both modes, on a phone and on a wide screen, from a running deployment:
//   node scripts/screenshots/desk.ts USERNAME [http://127.0.0.1:8000] [folder] < password
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../../e2e/support/launchBrowser.ts'

const root = join(import.meta.dirname, '../..')
const [username, origin = 'http://127.0.0.1:8000', folder = join(root, 'admin/screenshots')] = process.argv.slice(2)
if (username === undefined) throw new Error('Say who signs in: node scripts/screenshots/desk.ts USERNAME < password')
const password = readFileSync(0, 'utf8').trim()
const VIEWS = { phone: { width: 360, height: 800 }, wide: { width: 1280, height: 900 } }

const signedIn = await ask<{ access: string }>('auth/token/', { username, password })

async function ask<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(`${origin}/api/v1/${path}`, {
    headers: {
      ...(body ? { 'content-type': 'application/json' } : { authorization: `Bearer ${signedIn.access}` }),
    },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`/api/v1/${path} answered ${answer.status}.`)
  return answer.json() as Promise<T>
}

/** The newest record of a list; its page is left out where there is none. */
const newest = async (list: string, query = ''): Promise<Record<string, unknown> | undefined> =>
  (await ask<{ results: Record<string, unknown>[] }>(`admin/${list}/?${query}`)).results[0]

const campaign = (await newest('campaigns', 'ordering=-total_raised_wei'))?.['address']
const hidden = (await newest('campaigns', 'hidden=true'))?.['address']
const failed = (await newest('metadata', 'state=failed'))?.['campaign_address'] ?? campaign
const pages: Record<string, string | undefined> = {
  overview: '/',
  campaigns: '/campaigns',
  campaign: `/campaigns/${campaign}/show`,
  'campaign-hidden': hidden ? `/campaigns/${hidden}/show` : undefined,
  contributions: '/contributions',
  events: '/events',
  metadata: '/metadata',
  'metadata-record': `/metadata/${failed}/show`,
  'metadata-document': `/metadata/${campaign}/show`,
  reports: '/reports',
  'blocked-creators': '/blocked-creators',
  featured: '/featured',
  chains: '/chains',
  chain: `/chains/${(await newest('chains'))?.['id']}/show`,
  queues: '/queues',
  'dead-letters': '/dead-letters',
  'dead-letter': showOf('dead-letters', await newest('dead-letters')),
  'verify-runs': '/verify-runs',
  'verify-run': showOf('verify-runs', await newest('verify-runs')),
  jobs: '/jobs',
  job: showOf('jobs', await newest('jobs')),
  users: '/users',
  audit: '/audit',
  'nothing-here': '/nothing-here',
}

function showOf(list: string, record: Record<string, unknown> | undefined): string | undefined {
  return record && `/${list}/${record['id']}/show`
}

mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
let pictures = 0
for (const colorScheme of ['light', 'dark'] as const) {
  for (const [view, viewport] of Object.entries(VIEWS)) {
    const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`))
    const photograph = async (name: string, fullPage: boolean) => {
      await page.screenshot({ path: join(folder, `${name}-${view}-${colorScheme}.png`), fullPage })
      pictures++
    }
    await page.goto(`${origin}/admin/`)
    await page.getByLabel('Username').waitFor()
    await photograph('sign-in', false)
    await page.getByLabel('Username').fill(username)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('banner').waitFor()
    for (const [name, path] of Object.entries(pages)) {
      if (path === undefined) continue
      await page.goto(`${origin}/admin/#${path}`)
      await page.locator('main h1').waitFor()
      await page.locator('main .MuiSkeleton-root').first().waitFor({ state: 'detached' })
      // As tall as pages are interesting; pictures load when they come near.
      await page.setViewportSize({ ...viewport, height: view === 'phone' ? 2000 : 1400 })
      await page.waitForLoadState('networkidle')
      await photograph(name, false)
      await page.setViewportSize(viewport)
    }
    if (view === 'phone') {
      await page.getByRole('button', { name: 'Open the menu' }).click()
      await page.getByRole('navigation', { name: 'Desk' }).waitFor()
      await photograph('menu', false)
    }
    await context.close()
  }
}
await browser.close()
console.log(`${pictures} pictures in ${folder}`)
