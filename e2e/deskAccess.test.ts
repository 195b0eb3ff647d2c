import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { heading, makeAccount, typeAccount } from './support/desk.ts'
import { type DeskPage, fillDesk, openDeskPage } from './support/deskPages.ts'
import { COLOUR_RULES, listViolations } from './support/listViolations.ts'
import { overhang } from './support/overhang.ts'

const PHONE = { width: 360, height: 800 }
const DESKTOP = { width: 1280, height: 900 }

type Look = (what: string, rules?: readonly string[]) => Promise<void>

describeInBrowser('The desk is accessible in both modes, on a phone and on a desktop', (scenario) => {
  for (const group of ['what the chain says', 'moderation and pipeline', 'its words, and the desk itself'] as const) {
    scenario(group, async ({ kindling, openWindow }) => {
      const page = await openWindow({ viewport: DESKTOP })
      const found: string[] = []
      const look: Look = async (what, rules) => {
        found.push(...(await listViolations(page, rules)).map((violation) => `${what}: ${violation}`))
        const wider = await overhang(page)
        if (wider > 0) found.push(`${what}: ${wider} pixels to scroll sideways`)
      }
      const account = await makeAccount(kindling, 'admin')
      await page.goto(`${kindling.origin}/admin/`)
      await page.getByLabel('Username').waitFor()
      if (group === 'what the chain says') await inAllViews(page, look, 'sign-in')
      await typeAccount(page, account)
      await heading(page, 'Overview').waitFor()
      const access = await page.evaluate<string>(`JSON.parse(localStorage.getItem('kindling_desk_session')).access`)
      const { pages, empty } = await fillDesk(kindling, access)
      try {
        for (const visited of pages[group]) {
          await openDeskPage(page, kindling, visited)
          await inAllViews(page, look, visited.path, visited)
        }
      } finally {
        await empty()
      }
      expect(found).toEqual([])
    })
  }
})

async function inAllViews(
  page: Page,
  look: Look,
  what: string,
  { prepare, onPhone, dialog }: Omit<DeskPage, 'path' | 'title'> = {},
): Promise<void> {
  await prepare?.(page)
  await look(what)
  await page.emulateMedia({ colorScheme: 'dark' })
  await look(`${what} in the dark`, COLOUR_RULES)
  await page.setViewportSize(PHONE)
  await onPhone?.(page)
  await look(`${what} in the dark on a phone`, COLOUR_RULES)
  await page.emulateMedia({ colorScheme: 'light' })
  await look(`${what} on a phone`)
  if (dialog) {
    await dialog(page)
    await look(`what lies over ${what}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await look(`what lies over ${what} in the dark`, COLOUR_RULES)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.keyboard.press('Escape')
  }
  await page.setViewportSize(DESKTOP)
}
