import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import type { Kindling } from './kindling.ts'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

export interface Account {
  id: string
  username: string
  password: string
}

/** A command of the product on the database of this run, as whoever has a shell on the machine runs it. */
export async function runCommand({ databaseUrl, dataDir }: Kindling, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['server/src/bin/kindling.ts', ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: databaseUrl,
      KINDLING_DATA_DIR: dataDir,
    },
  })
  return stdout
}

let made = 0

/** Each scenario has an account of its own: what it did is told from what others did by its name. */
export async function makeAccount(kindling: Kindling, role: 'user' | 'staff' | 'admin'): Promise<Account> {
  const username = `${role}-${process.pid}-${++made}`
  const said = await runCommand(kindling, 'user', 'create', username, '--role', role, '--generate')
  const [, id] = /^Account (\d+):/m.exec(said) ?? []
  const [, password] = /^Password: (\S+)$/m.exec(said) ?? []
  if (id === undefined || password === undefined) throw new Error(`"kindling user create" said only: ${said}`)
  return { id, username, password }
}

export async function typeAccount(page: Page, { username, password }: Omit<Account, 'id'>): Promise<void> {
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs in and waits for the overview. */
export async function signIn(kindling: Kindling, page: Page, account: Account): Promise<void> {
  await page.goto(`${kindling.origin}/admin/`)
  await typeAccount(page, account)
  await heading(page, 'Overview').waitFor()
}

export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })

/** Goes to a page of the desk by its address, as a bookmark does. */
export async function goOnDesk(kindling: Kindling, page: Page, path: string): Promise<void> {
  await page.goto(`${kindling.origin}/admin/#${path}`)
  await page.locator('main h1').waitFor()
}

/** A list of the desk with filters set. */
export const listed = (list: string, filter: Record<string, string | number>): string =>
  `/${list}?filter=${encodeURIComponent(JSON.stringify(filter))}`

export const row = (page: Page, words: string | RegExp): Locator => page.getByRole('row').filter({ hasText: words })

/** Answers the dialog that an action asks in. */
export async function confirm(page: Page, button: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Looks an action up on the audit page, and opens what the newest of its kind changed. */
export async function seeInAudit(
  kindling: Kindling,
  page: Page,
  { actor, action, subject = '' }: { actor: string; action: string; subject?: string },
): Promise<Locator> {
  await goOnDesk(kindling, page, listed('audit', { actor, action, ...(subject ? { subject } : {}) }))
  const entry = row(page, action).first()
  await entry.waitFor()
  // Of a command it is "cli:" and the system's user.
  await entry.getByRole('cell', { name: new RegExp(`^${actor}(:|$)`) }).waitFor()
  const changes = entry.locator('details')
  if ((await changes.count()) > 0) await changes.locator('summary').click()
  return entry
}
