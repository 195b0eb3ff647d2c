import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { readCampaign } from './support/campaigns.ts'
import { createCampaign, give } from './support/createCampaign.ts'
import { withDatabase } from './support/database.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { confirm, goOnDesk, heading, makeAccount, row, runCommand, seeInAudit, signIn } from './support/desk.ts'
import type { Kindling } from './support/kindling.ts'

const SLOW = { timeout: 60_000 }

describeInBrowser('The pipeline at the desk', (scenario) => {
  scenario('a dead letter is seen, looked into and replayed, and the books are right', async (visit) => {
    const { kindling, openWindow } = visit
    const campaign = await createCampaign(kindling, { creator: accounts.typist, cid: 'no words' })
    const admin = await makeAccount(kindling, 'admin')
    const page = await openWindow()
    await signIn(kindling, page, admin)
    const missing: string[] = []
    page.on('response', (response) => response.status() === 404 && missing.push(response.url()))

    await poison(kindling)
    await give(kindling, campaign, accounts.giver, 666n)
    let letterId: string | undefined
    try {
      const menu = page.getByRole('navigation', { name: 'Desk' })
      // The overview looks again by itself.
      await menu.getByRole('link', { name: /^Dead letters ?1$/ }).click(SLOW)
      await page.getByRole('link', { name: /^Letter \d+$/ }).click()
      await heading(page, /^Dead letter \d+$/).waitFor()
      letterId = /\d+/.exec((await heading(page, /^Dead letter/).textContent()) ?? '')?.[0]
      await page
        .getByText(/poison/)
        .first()
        .waitFor()
      await page.getByText(campaign).first().waitFor()
      expect((await readCampaign(kindling, campaign)).total_raised_wei, 'late, and not wrong').toBe('0')
    } finally {
      await heal(kindling)
    }
    await page.getByRole('button', { name: 'Replay' }).click()
    await confirm(page, 'Replay')
    await heading(page, 'Dead letters').waitFor()
    await page.getByText(`Letter ${letterId} is back in its queue.`).waitFor()
    await expect.poll(async () => (await readCampaign(kindling, campaign)).total_raised_wei, SLOW).toBe('666')
    await page.getByText('No dead letter. Every message was applied.').waitFor()
    const verified = JSON.parse(await runCommand(kindling, 'verify', '--json'))
    expect(JSON.stringify(verified)).toContain('"contract_differences":[]')

    const replay = { actor: admin.username, action: 'dead_letter.replay', subject: `dead_letter:${letterId}` }
    await (await seeInAudit(kindling, page, replay)).getByText(campaign).first().waitFor()
    expect(missing).toEqual([])
  })

  scenario(
    'a dead letter can be found and exported, and discarded by admins alone',
    async ({ kindling, openWindow }) => {
      const letter = await withDatabase(kindling, async (client) => {
        const { rows } = await client.query(
          `insert into dead_letters (queue, reason, attempts, body, identity)
         values ('kindling.31337.0of1', 'The message is no JSON.', 1, 'not json', 'e2e') returning id`,
        )
        return Number(rows[0].id)
      })
      const [staff, admin] = [await makeAccount(kindling, 'staff'), await makeAccount(kindling, 'admin')]
      const page = await openWindow()
      await signIn(kindling, page, staff)
      await goOnDesk(kindling, page, `/dead-letters/${letter}/show`)
      await page.getByText('not json').waitFor()
      expect(await page.getByRole('button', { name: /Replay|Discard/ }).count()).toBe(0)

      await goOnDesk(kindling, page, '/dead-letters')
      await page.getByLabel('Search reason or message').fill('NOT json')
      await page.waitForURL(/NOT/)
      await row(page, `Letter ${letter}`).waitFor()
      await page.getByRole('button', { name: 'Export' }).click()
      const saved = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: 'NDJSON' }).click()
      const found = JSON.parse(await readFile(await (await saved).path(), 'utf8'))
      expect(found).toMatchObject({ id: letter, body: 'not json', message: null })

      const other = await openWindow()
      await signIn(kindling, other, admin)
      await goOnDesk(kindling, other, `/dead-letters/${letter}/show`)
      await other.getByRole('button', { name: 'Discard' }).click()
      await confirm(other, 'Discard')
      await other.getByText(`Letter ${letter} is discarded.`).waitFor()
      const subject = `dead_letter:${letter}`
      const entry = { actor: admin.username, action: 'dead_letter.discard', subject }
      await (await seeInAudit(kindling, other, entry)).getByText('not json').waitFor()
    },
  )

  scenario('a verify run says that everything agrees, and what does not', async ({ kindling, openWindow }) => {
    const campaign = await createCampaign(kindling, { creator: accounts.typist, cid: 'still no words' })
    const admin = await makeAccount(kindling, 'admin')
    const page = await openWindow()
    await signIn(kindling, page, admin)
    const verify = async () => {
      await goOnDesk(kindling, page, '/verify-runs')
      await page.getByRole('button', { name: 'Start a verify run' }).click()
      await confirm(page, 'Start')
      await heading(page, /^Verify run \d+$/).waitFor()
      return /\d+/.exec((await heading(page, /^Verify run/).textContent()) ?? '')?.[0] as string
    }
    const clean = await verify()
    await page.getByText('Everything agrees.').waitFor(SLOW)

    await change(kindling, campaign, 1)
    try {
      await verify()
      const difference = row(page, 'total_raised_wei')
      await difference.getByTitle(campaign).waitFor(SLOW)
    } finally {
      await change(kindling, campaign, -1)
    }
    await seeInAudit(kindling, page, { actor: admin.username, action: 'job.verify', subject: `job:${clean}` })
  })
})

describeInBrowser('Reading a chain anew at the desk', (scenario) => {
  scenario('a resync from a block ends with the same figures', async ({ kindling, openWindow }) => {
    const campaign = await createCampaign(kindling, { creator: accounts.typist, cid: 'no words either' })
    await give(kindling, campaign, accounts.giver, 1_234n)
    const raised = async () => (await readCampaign(kindling, campaign)).total_raised_wei
    await expect.poll(raised, SLOW).toBe('1234')
    const fromBlock = Number(await kindling.rpc('eth_blockNumber')) - 1
    const admin = await makeAccount(kindling, 'admin')
    const page = await openWindow()
    await signIn(kindling, page, admin)
    await goOnDesk(kindling, page, '/chains/31337/show')
    await page.getByRole('button', { name: 'Resync' }).click()
    await page.getByRole('dialog').getByLabel('From block').fill(String(fromBlock))
    await page.getByRole('dialog').getByRole('button', { name: 'Resync', exact: true }).click()
    const job = page.getByRole('dialog', { name: 'Read the chain anew' })
    await job.getByRole('progressbar').waitFor()
    await job.getByText(/^All \d+ done\.$/).waitFor(SLOW)
    await job.getByRole('button', { name: 'Close' }).click()
    // It was taken back and indexed anew, and says the same.
    await expect.poll(raised, SLOW).toBe('1234')
    const entry = await seeInAudit(kindling, page, { actor: admin.username, action: 'job.resync' })
    await entry.getByText(String(fromBlock)).first().waitFor()
    // What there was to read at all was put there by a command.
    await seeInAudit(kindling, page, { actor: 'cli', action: 'demo.seed' })
  })
})

/** A database that refuses a gift of 666 wei: the lane cannot apply it, whatever it tries. */
const poison = (kindling: Kindling) => alter(kindling, 'add constraint poison check (contributed_wei <> 666) not valid')
const heal = (kindling: Kindling) => alter(kindling, 'drop constraint poison')
const alter = (kindling: Kindling, what: string) =>
  withDatabase(kindling, (client) => client.query(`alter table contributions ${what}`))

/** Behind everybody's back. */
const change = (kindling: Kindling, campaign: string, wei: number) =>
  withDatabase(kindling, (client) =>
    client.query('update campaigns set total_raised_wei = total_raised_wei + $2 where address = $1', [campaign, wei]),
  )
