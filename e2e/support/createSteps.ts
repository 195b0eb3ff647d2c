import type { Page } from 'playwright-core'

const DAY_MS = 86_400_000

export async function fillStory(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the campaign').fill(name)
  await page.getByLabel('In one or two sentences').fill('Somewhere to sit in the shade.')
  await page.getByLabel('Category').selectOption('community')
  await page.getByLabel('Place (optional)').fill('Upper Green')
  await page.getByLabel('Tags').fill('Shade, wood')
  await page.getByLabel('The story').fill('## Why\n\nThe old one is **gone**.')
}

/** From the filled story over to goal and deadline. */
export async function fillGoal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Goal (ETH)').fill('1.5')
  await page.getByLabel('Deadline').fill(new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 16))
  await page.getByText('That is').waitFor()
}

export async function goToReview(page: Page): Promise<void> {
  await fillGoal(page)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('heading', { name: 'What can never be changed' }).waitFor()
}
