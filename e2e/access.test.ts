import { expect } from 'vitest'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { everyPage } from './support/everyPage.ts'
import { COLOUR_RULES, listViolations } from './support/listViolations.ts'
import { openVisited } from './support/openVisited.ts'
import { overhang } from './support/overhang.ts'

const PHONE = { width: 360, height: 800 }
const DESKTOP = { width: 1280, height: 900 }

describeInBrowser('Accessible in both modes, on a phone and on a desktop', (scenario) => {
  for (const visited of everyPage) {
    scenario(visited.title, async ({ kindling, openWindow, go, expectErrors }) => {
      if (visited.errors) expectErrors(visited.errors)
      const page = await openWindow({ viewport: DESKTOP, locale: visited.language ?? 'en-US' })
      try {
        await openVisited(page, kindling, visited, go)
        expect(await listViolations(page)).toEqual([])
        expect(await overhang(page), 'sideways scroll').toBeLessThanOrEqual(0)
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await listViolations(page, COLOUR_RULES), 'in the dark').toEqual([])
        await page.setViewportSize(PHONE)
        await visited.onPhone?.(page)
        expect(await listViolations(page, COLOUR_RULES), 'in the dark, on a phone').toEqual([])
        await page.emulateMedia({ colorScheme: 'light' })
        expect(await listViolations(page), 'on a phone').toEqual([])
        expect(await overhang(page), 'sideways scroll on a phone').toBeLessThanOrEqual(0)
      } finally {
        await visited.after?.(kindling)
      }
    })
  }
})
