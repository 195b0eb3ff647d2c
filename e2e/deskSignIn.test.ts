import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { createTokens } from '../server/src/accounts/tokens.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { goOnDesk, heading, makeAccount, signIn, typeAccount } from './support/desk.ts'
import { JWT_SECRET } from './support/startKindling.ts'

const SESSION = 'kindling_desk_session'
const ENDED = 'Your session has ended, here or in another tab.'

interface Held {
  access: string
  refresh: string
  expiresAt: number
}

describeInBrowser('Signing in at the desk', (scenario) => {
  scenario('a token that has expired is renewed without a word', async ({ kindling, openWindow, expectErrors }) => {
    // The server's 401, which the desk answers by renewing.
    expectErrors(/status of 401/)
    const page = await openWindow()
    await signIn(kindling, page, await makeAccount(kindling, 'staff'))
    const traffic = follow(page)

    // By the server's clock, unknown to the browser: refused once, renewed, asked again.
    const before = await held(page)
    await hold(page, { ...before, access: await expired(before.access) })
    await goOnDesk(kindling, page, '/campaigns')
    await page.getByRole('row').nth(3).waitFor()
    expect(traffic.refused).toBeGreaterThan(0)
    expect(traffic.renewed).toBe(1)
    const after = await held(page)
    expect(after.refresh).not.toBe(before.refresh)

    // By the browser's clock: renewed before anything is refused, and once for all tabs.
    const other = await page.context().newPage()
    await other.goto(`${kindling.origin}/admin/#/contributions`)
    await other.getByRole('row').nth(3).waitFor()
    const seen = follow(other)
    const refused = traffic.refused
    await hold(page, { ...after, expiresAt: Date.now() - 1 })
    await Promise.all([goOnDesk(kindling, page, '/events'), goOnDesk(kindling, other, '/reports')])
    await page.getByRole('row').nth(3).waitFor()
    await heading(other, 'Reports').waitFor()
    await expect.poll(async () => (await held(page)).refresh).not.toBe(after.refresh)
    expect(traffic.renewed - 1 + seen.renewed).toBe(1)
    expect(traffic.refused - refused + seen.refused).toBe(0)
  })

  scenario('signing out in one tab is signing out in all', async ({ kindling, openWindow }) => {
    const account = await makeAccount(kindling, 'staff')
    const page = await openWindow()
    await signIn(kindling, page, account)
    const other = await page.context().newPage()
    await other.goto(`${kindling.origin}/admin/#/contributions`)
    await other.getByRole('row').nth(3).waitFor()

    await page.getByRole('button', { name: `Account ${account.username}` }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await heading(page, 'Kindling desk').waitFor()
    await heading(other, 'Kindling desk').waitFor()
    await other.getByText(ENDED).waitFor()
    expect(await page.getByRole('alert').count(), 'who signs out knows why').toBe(0)

    // And signing in there leads back to where it was.
    await typeAccount(other, account)
    await heading(other, 'Contributions').waitFor()
  })

  scenario('an ended session leads to the sign-in, with a word why, and back', async (visit) => {
    const { kindling, openWindow, expectErrors } = visit
    expectErrors(/status of 401/)
    const account = await makeAccount(kindling, 'staff')
    const page = await openWindow()
    await signIn(kindling, page, account)
    await goOnDesk(kindling, page, '/events')
    await page.getByRole('row').nth(3).waitFor()
    let moves = 0
    page.on('framenavigated', () => moves++)
    // As a new password does, and disabling the account.
    await endAtServer(kindling.origin, (await held(page)).refresh)

    // The overview, which every page asks for again and again, is the first to be refused.
    await heading(page, 'Kindling desk').waitFor()
    await page.getByText(ENDED).waitFor()
    expect(moves, 'the address stays').toBe(0)
    await typeAccount(page, account)
    await heading(page, 'Events').waitFor()
    await page.getByRole('row').nth(3).waitFor()
  })
})

async function endAtServer(origin: string, refresh: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${origin}/api/v1/auth/logout/`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ refresh }),
  })
  expect(answer.ok).toBe(true)
}

const held = async (page: Page): Promise<Held> =>
  JSON.parse(await page.evaluate<string>(`localStorage.getItem('${SESSION}')`))

const hold = (page: Page, session: Held): Promise<void> =>
  page.evaluate(`localStorage.setItem('${SESSION}', ${JSON.stringify(JSON.stringify(session))})`)

/** The same token, run out a minute ago. */
async function expired(access: string): Promise<string> {
  const tokens = createTokens([JWT_SECRET])
  return tokens.sign(await tokens.verify(access, 'access'), -60_000)
}

function follow(page: Page): { refused: number; renewed: number } {
  const traffic = { refused: 0, renewed: 0 }
  page.on('response', (response) => {
    if (response.status() === 401) traffic.refused++
    if (response.url().endsWith('/auth/token/refresh/') && response.ok()) traffic.renewed++
  })
  return traffic
}
