import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The only rules whose answer can change with the colours. */
export const COLOUR_RULES: readonly string[] = ['color-contrast', 'link-in-text-block']

interface Violation {
  id: string
  nodes: { target: unknown; failureSummary?: string }[]
}
/** The page, with what axe-core adds to it. */
interface InPage {
  axe: { run(options: object): Promise<{ violations: Violation[] }> }
  document: { getAnimations(): { finished: Promise<unknown> }[] }
  CSSTransition: new () => object
  requestAnimationFrame(run: () => void): void
}

/**
 * What axe-core finds wrong with a page as it is shown now, a line each.
 *
 * axe-core itself rather than a builder around it: that one puts half a megabyte of script into the page before every look
 * and carries all that passed out again, which took four times as long as looking.
 */
export async function listViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (only) => {
    // A colour on its way to another has no contrast yet.
    const inPage = globalThis as unknown as InPage
    const nextFrame = () => new Promise<void>((resolve) => inPage.requestAnimationFrame(() => resolve()))
    const transitions = () => inPage.document.getAnimations().filter((one) => one instanceof inPage.CSSTransition)
    do {
      // What was changed last shows, and begins its transitions, with the next frame.
      await nextFrame().then(nextFrame)
      await Promise.allSettled(transitions().map(({ finished }) => finished))
    } while (transitions().length > 0)
    const found = await inPage.axe.run({
      resultTypes: ['violations'],
      // No frame of these pages is of interest.
      iframes: false,
      ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
    })
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({ target: String(target), failureSummary })),
    }))
  }, rules)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}
