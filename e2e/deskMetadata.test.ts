import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { findOpenCampaign, readCampaign } from './support/campaigns.ts'
import { createCampaign } from './support/createCampaign.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { confirm, goOnDesk, heading, listed, makeAccount, seeInAudit, signIn } from './support/desk.ts'

const SLOW = { timeout: 60_000 }

describeInBrowser('Metadata at the desk', (scenario) => {
  scenario('documents are refreshed one by one and many at once, and cleared', async ({ kindling, openWindow }) => {
    const broken = await createCampaign(kindling, { creator: accounts.typist, cid: 'words that are nowhere' })
    const campaign = await findOpenCampaign(kindling, 'Brannoc')
    const { name } = campaign.metadata!
    const subject = `campaign:31337:${campaign.address}`
    const admin = await makeAccount(kindling, 'admin')
    const page = await openWindow()
    await signIn(kindling, page, admin)

    // A selection, with one whose document nobody has.
    await goOnDesk(kindling, page, `${listed('metadata', {})}&perPage=100`)
    for (const chosen of [name, new RegExp(broken.slice(0, 10)), 'Dark Sky Schools']) {
      await page.getByRole('checkbox', { name: typeof chosen === 'string' ? `Choose ${chosen}` : chosen }).check()
    }
    await page.getByRole('region', { name: 'Chosen rows' }).getByText('3 chosen').waitFor()
    await page.getByRole('region', { name: 'Chosen rows' }).getByRole('button', { name: 'Refresh' }).click()
    await page
      .getByRole('dialog', { name: 'Fetch 3 documents again?' })
      .getByRole('button', { name: 'Refresh' })
      .click()
    const job = page.getByRole('dialog', { name: 'Refresh metadata' })
    const progress = job.getByRole('progressbar', { name: 'Refresh metadata' })
    await progress.waitFor()
    await job.getByText('2 done, 1 failed.').waitFor(SLOW)
    expect(await progress.getAttribute('aria-valuenow')).toBe('100')
    const report = job.getByRole('table', { name: 'What failed' })
    await report.getByTitle(broken).waitFor()
    await report.getByText(/CID/).waitFor()
    expect(await report.getByRole('row').count(), 'its heading and the one').toBe(2)
    const jobId = await numberOf(job.getByRole('link', { name: 'This job’s page' }))
    await report.getByTitle(broken).getByRole('link').click()
    await heading(page, `Metadata of ${broken.slice(0, 10)}…`).waitFor()
    await seeInAudit(kindling, page, {
      actor: admin.username,
      action: 'job.refresh_metadata',
      subject: `job:${jobId}`,
    })

    // One: read again, then forgotten, and fetched anew by a worker.
    await goOnDesk(kindling, page, `/metadata/${campaign.address}/show`)
    await heading(page, name).waitFor()
    await page.getByRole('button', { name: 'Refresh', exact: true }).last().click()
    await confirm(page, 'Refresh')
    await page.getByText('The document was fetched and read again.').waitFor(SLOW)
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
    await confirm(page, 'Clear')
    await page.getByText('The stored words are gone; a worker fetches them anew.').waitFor()
    await expect.poll(async () => (await readCampaign(kindling, campaign.address)).metadata?.name, SLOW).toBe(name)
    await seeInAudit(kindling, page, { actor: admin.username, action: 'metadata.refresh', subject })
    const cleared = await seeInAudit(kindling, page, { actor: admin.username, action: 'metadata.clear', subject })
    await cleared.getByText(name).first().waitFor()
  })
})

/** The number in a link's address. */
const numberOf = async (link: ReturnType<Page['getByRole']>): Promise<string> =>
  /\d+/.exec((await link.getAttribute('href')) ?? '')?.[0] as string
