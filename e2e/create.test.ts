import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accounts } from './support/accounts.ts'
import { fillStory, goToReview } from './support/createSteps.ts'
import { describeInBrowser } from './support/describeInBrowser.ts'
import { injectWallet, WALLET_NAME } from './support/injectWallet.ts'
import type { Kindling } from './support/kindling.ts'
import { examinePicture, paintStripes } from './support/paintPicture.ts'
import { chooseWallet, lastToast, waitForStage } from './support/walletSteps.ts'

const SLOW = { timeout: 60_000 }
const CREATED = /\/campaigns\/0x[0-9a-f]{40}$/

describeInBrowser('Starting a campaign', (scenario) => {
  scenario(
    'story, cropped picture, goal, review, signature and transaction lead to the page',
    async ({ kindling, openWindow, go }) => {
      const page = await openWindow()
      const wallet = await injectWallet(page, kindling, { account: accounts.giver })
      await go(page, '/create')
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByText('Please fill this in.').first().waitFor()
      expect(await page.getByLabel('Name of the campaign').evaluate(isFocused)).toBe(true)
      await fillStory(page, 'A bench under the old lime')

      const field = page.getByLabel('Picture', { exact: true })
      await field.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') })
      await page.getByText('That is no JPEG, PNG, WebP or AVIF').waitFor()
      await field.setInputFiles(await stripes(page))
      await page.getByLabel('What the picture shows').fill('A bench')
      // Half of it fits the frame: all the way to the left, that is the red half.
      await page.getByLabel('Across').fill('0')

      await page.getByRole('button', { name: 'Preview' }).click()
      await page.locator('.story').getByRole('heading', { name: 'Why' }).waitFor()
      await goToReview(page)
      expect(wallet.asked).toEqual([])

      wallet.declines.add('personal_sign')
      await page.getByRole('button', { name: 'Connect a wallet to go on' }).click()
      await chooseWallet(page)
      await page.getByRole('alert').filter({ hasText: 'You declined in the wallet.' }).waitFor()
      expect(wallet.asked).not.toContain('eth_sendTransaction')

      wallet.declines.clear()
      await page.getByRole('button', { name: 'Upload and create' }).click()
      await page.waitForURL(CREATED, SLOW)
      await page.getByRole('heading', { level: 1, name: 'A bench under the old lime' }).waitFor()
      await page.getByRole('heading', { name: 'It is on the chain' }).waitFor()
      await page.locator('.story').getByRole('heading', { name: 'Why' }).waitFor()
      const { metadata } = await readCreated(kindling, page)
      expect(metadata).toMatchObject({ category: 'community', location: 'Upper Green', tags: ['shade', 'wood'] })
      expect(await examinePicture(page, metadata.image_url)).toEqual({ size: [1600, 1067], edges: ['red', 'red'] })

      await page
        .getByRole('navigation', { name: 'Parts of this campaign' })
        .getByRole('link', { name: 'Proof' })
        .click()
      await page.getByRole('button', { name: 'Run the check' }).click()
      await page.getByText('Every byte is what the creator sealed.').waitFor()
      await page.getByText('The API names the same').waitFor()

      await go(page, '/create')
      expect(await page.getByLabel('Name of the campaign').inputValue(), 'an empty sheet').toBe('')
    },
  )

  scenario(
    'words and picture survive a reload, and so does a creation that waits for its block',
    async ({ kindling, openWindow, go }) => {
      const page = await openWindow()
      const wallet = await injectWallet(page, kindling, { account: accounts.giver })
      await go(page, '/create')
      await fillStory(page, 'A second bench')
      await dropPicture(page)
      await page.getByLabel('Across').fill('1')
      await go(page, '/create')
      await expect.poll(() => page.getByLabel('Name of the campaign').inputValue(), SLOW).toBe('A second bench')
      await expect.poll(() => page.getByLabel('Across').inputValue(), SLOW).toBe('1')
      await dragFrame(page)
      expect(Number(await page.getByLabel('Across').inputValue()), 'after dragging').toBeLessThan(0.9)
      await page.getByLabel('Across').fill('1')
      await goToReview(page)
      await kindling.rpc('evm_setAutomine', [false])
      try {
        await page.getByRole('button', { name: 'Connect a wallet to go on' }).click()
        await chooseWallet(page, WALLET_NAME)
        await waitForStage(page, 'pending')
        await go(page, '/create')
        await page.getByRole('heading', { name: 'It is on its way' }).waitFor()
        expect(await lastToast(page).getAttribute('data-stage')).toBe('pending')
        await kindling.rpc('evm_mine')
        await page.waitForURL(CREATED, SLOW)
      } finally {
        await kindling.rpc('evm_setAutomine', [true])
      }
      await page.getByRole('heading', { level: 1, name: 'A second bench' }).waitFor()
      expect(wallet.asked.filter((method) => method === 'eth_sendTransaction')).toHaveLength(1)
      const { metadata } = await readCreated(kindling, page)
      expect((await examinePicture(page, metadata.image_url)).edges).toEqual(['blue', 'blue'])
    },
  )

  scenario('what the wallet refuses can be sent again, without writing again', async ({ kindling, openWindow, go }) => {
    const page = await openWindow()
    const wallet = await injectWallet(page, kindling, { account: accounts.giver })
    wallet.declines.add('eth_sendTransaction')
    await go(page, '/create')
    await fillStory(page, 'A third bench')
    await goToReview(page)
    await page.getByRole('button', { name: 'Connect a wallet to go on' }).click()
    await chooseWallet(page)
    await waitForStage(page, 'failed')
    await lastToast(page).getByText('You declined it in the wallet. Nothing was sent.').waitFor()
    wallet.declines.clear()
    await page.getByRole('button', { name: 'Upload and create' }).click()
    await page.waitForURL(CREATED, SLOW)
    await page.getByRole('heading', { level: 1, name: 'A third bench' }).waitFor()
    expect(
      wallet.asked.filter((method) => method === 'personal_sign'),
      'signs in once',
    ).toHaveLength(1)
  })
})

const stripes = async (page: Page) => ({
  name: 'stripes.png',
  mimeType: 'image/png',
  buffer: await paintStripes(page, ['#c22', '#22c']),
})

declare global {
  // Of the browser; e2e code itself runs without a DOM.
  var DataTransfer: new () => { items: { add(file: File): void } }
}

async function dropPicture(page: Page): Promise<void> {
  const { name, mimeType, buffer } = await stripes(page)
  const dataTransfer = await page.evaluateHandle(
    ({ bytes, name, type }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))], name, { type }))
      return transfer
    },
    { bytes: buffer.toString('base64'), name, type: mimeType },
  )
  await page.getByText('Drop a picture here').dispatchEvent('drop', { dataTransfer })
}

/** Pulls the picture to the right in its frame, which shows more of its left. */
async function dragFrame(page: Page): Promise<void> {
  const frame = page.locator('img[src^="blob:"]')
  await frame.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await frame.locator('..').boundingBox())!
  await page.mouse.move(x + width / 3, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 })
  await page.mouse.up()
}

const isFocused = (element: unknown) => (element as { matches(selector: string): boolean }).matches(':focus')

/** What the API says of the campaign whose page is open. */
const readCreated = (kindling: Kindling, page: Page) =>
  kindling.ask<{ metadata: { image_url: string; category: string } }>(
    `campaigns/${new URL(page.url()).pathname.split('/')[2]}/?include_metadata=true`,
  )
