import type { Page } from 'playwright-core'
import { findOpenCampaign } from './campaigns.ts'
import { withDatabase } from './database.ts'
import { heading } from './desk.ts'
import type { Kindling } from './kindling.ts'

export interface DeskPage {
  path: string
  /** Of its heading. */
  title: string | RegExp
  /** Brings out what does not show by itself, in a wide window. */
  prepare?: (page: Page) => Promise<void>
  /** The same in a narrow one. */
  onPhone?: (page: Page) => Promise<void>
  /** Opens what lies over the page, looked at by itself: what is below it is hidden from axe. */
  dialog?: (page: Page) => Promise<void>
}

/** Every page of the desk with something on it, and each kind of dialog. */
export async function fillDesk(kindling: Kindling, access: string) {
  const { address } = await findOpenCampaign(kindling, 'Saltmarsh')
  const { address: other } = await findOpenCampaign(kindling, 'Skerry')
  const post = (path: string, body: object, method = 'POST') => send(kindling, access, path, body, method)
  const letter = await withDatabase(kindling, async (client) => {
    const { rows } = await client.query(
      `insert into dead_letters (queue, reason, attempts, body, identity)
       values ('kindling.31337.0of1', 'The message is no JSON.', 1, 'not json', 'e2e desk') returning id`,
    )
    return Number(rows[0].id)
  })
  await post(`campaigns/${other}/reports/`, { reason: 'spam', details: 'It is an advertisement. '.repeat(20) })
  const { id: verify } = await post('admin/verify-runs/', { chain_id: 31_337 })
  // It fails: the campaign is not featured.
  const { id: job } = await post('admin/campaigns/bulk/', { action: 'unfeature', addresses: [address] })
  await post('admin/featured/', { addresses: [address, other] }, 'PUT')
  await post('admin/blocked-creators/', { address: `0x${'5'.repeat(40)}`, reason: 'Every campaign was a copy.' })
  await post(`admin/campaigns/${other}/hide/`, { reason: 'Copied from elsewhere.' })

  const pages = {
    'what the chain says': [
      { path: '/', title: 'Overview', dialog: openMenu },
      { path: '/campaigns?perPage=10', title: 'Campaigns', prepare: chooseRow, onPhone: openFilters },
      { path: `/campaigns/${address}/show`, title: /Saltmarsh/, dialog: press('Hide') },
      { path: `/campaigns/${other}/show`, title: /Skerry/ },
      { path: '/contributions?perPage=10', title: 'Contributions' },
      { path: '/events?perPage=10', title: 'Events' },
    ],
    'moderation and pipeline': [
      { path: '/reports', title: 'Reports', dialog: press('Uphold') },
      { path: '/blocked-creators', title: 'Blocked creators', dialog: press('Block a creator') },
      { path: '/featured', title: 'Featured' },
      { path: '/chains', title: 'Chains' },
      { path: '/chains/31337/show', title: /^Chain|Local/, dialog: press('Resync') },
      { path: '/queues', title: 'Queues and RPC' },
      { path: '/dead-letters', title: 'Dead letters' },
      { path: `/dead-letters/${letter}/show`, title: `Dead letter ${letter}` },
      { path: '/verify-runs', title: 'Verify runs' },
      { path: `/verify-runs/${verify}/show`, title: `Verify run ${verify}` },
    ],
    'its words, and the desk itself': [
      { path: '/metadata?perPage=10', title: 'Metadata', prepare: chooseRow },
      { path: `/metadata/${address}/show`, title: /Saltmarsh/ },
      { path: '/jobs', title: 'Jobs' },
      { path: `/jobs/${job}/show`, title: /\(job \d+\)$/ },
      { path: '/users', title: 'Users', dialog: press('Add an account') },
      { path: '/audit?perPage=10', title: 'Audit log', prepare: openChanges, onPhone: openChanges },
      { path: '/nothing-here', title: 'There is no such page', dialog: openAccount },
    ],
  } satisfies Record<string, DeskPage[]>
  const empty = async () => {
    await post(`admin/campaigns/${other}/unhide/`, {})
    await withDatabase(kindling, async (client) => {
      await client.query('delete from dead_letters where id = $1', [letter])
      await client.query('delete from featured_campaigns')
    })
  }
  return { pages, empty }
}

async function send({ origin }: Kindling, access: string, path: string, body: object, method: string) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${access}` }
  const answer = await fetch(`${origin}/api/v1/${path}`, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`/api/v1/${path} answered ${answer.status}: ${await answer.text()}`)
  const text = await answer.text()
  return (text === '' ? {} : JSON.parse(text)) as { id?: number }
}

/** Goes there within the page, and waits for what it shows. */
export async function openDeskPage(page: Page, { origin }: Kindling, { path, title }: DeskPage): Promise<void> {
  await page.goto(`${origin}/admin/#${path}`)
  await heading(page, title).waitFor()
  await page.locator('main .MuiSkeleton-root').first().waitFor({ state: 'detached' })
}

const press = (name: string) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name, exact: true }).first().click()
  await page.getByRole('dialog').waitFor()
}

async function chooseRow(page: Page): Promise<void> {
  await page
    .getByRole('checkbox', { name: /^Choose (?!all)/ })
    .first()
    .check()
  await page.getByRole('region', { name: 'Chosen rows' }).waitFor()
}

async function openChanges(page: Page): Promise<void> {
  await page.locator('details:not([open]) > summary').first().click()
}

async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account / }).click()
  await page.getByRole('dialog', { name: 'Account' }).waitFor()
}

const openFilters = (page: Page): Promise<void> => page.getByRole('button', { name: 'Filters' }).click()

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the menu' }).click()
  await page.getByRole('navigation', { name: 'Desk' }).waitFor()
}
