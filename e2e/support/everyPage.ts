import type { Page } from 'playwright-core'
import { accounts } from './accounts.ts'
import { findCampaign, findOpenCampaign } from './campaigns.ts'
import { createCampaign } from './createCampaign.ts'
import { fillGoal, fillStory, goToReview } from './createSteps.ts'
import { hideCampaign } from './hideCampaign.ts'
import type { InjectedWallet } from './injectWallet.ts'
import type { Kindling } from './kindling.ts'
import { paintStripes } from './paintPicture.ts'
import { fundingPanel, waitForStage } from './walletSteps.ts'

/** A page in one of its states. */
export interface VisitedPage {
  title: string
  path: (kindling: Kindling) => string | Promise<string>
  /** Whose wallet is in the page, and connected. */
  wallet?: (kindling: Kindling) => string | Promise<string>
  /** The chain that the wallet is on. */
  walletChainId?: number
  /** What is done before the page is looked at. */
  prepare?: (page: Page, around: { kindling: Kindling; wallet: InjectedWallet | undefined }) => Promise<void>
  /** What is done when the window has become a phone's. */
  onPhone?: (page: Page) => Promise<void>
  /** Puts back what `prepare` did to the chain. */
  after?: (kindling: Kindling) => Promise<unknown>
  language?: 'de'
  /** The page follows no stream. */
  still?: boolean
  errors?: RegExp
}

const open = async (kindling: Kindling) => `/campaigns/${(await findOpenCampaign(kindling, 'Quill')).address}`
const inState = (status: string, tab: string) => async (kindling: Kindling) =>
  `/campaigns/${(await findCampaign(kindling, `status=${status}`)).address}${tab}`
const creatorInState = (status: string) => async (kindling: Kindling) =>
  (await findCampaign(kindling, `status=${status}`)).creator_address
const giver = () => accounts.giver

async function hidden(kindling: Kindling): Promise<string> {
  const address = await createCampaign(kindling, { creator: accounts.giver, cid: 'not-a-cid' })
  await hideCampaign(kindling, address, 'It was copied from elsewhere.')
  return address
}

async function runProof(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run the check' }).click()
  await page.getByText('All of them agree, to the last wei.').waitFor()
  await page.getByText('Every byte is what the creator sealed.').waitFor()
}

async function writeStory(page: Page): Promise<void> {
  await fillStory(page, 'A bench under the old lime')
  const buffer = await paintStripes(page, ['#c22', '#22c'])
  await page
    .getByLabel('Picture', { exact: true })
    .setInputFiles({ name: 'stripes.png', mimeType: 'image/png', buffer })
  await page.getByLabel('What the picture shows').fill('A bench')
}

const reading: VisitedPage[] = [
  { title: 'home', path: () => '/' },
  {
    title: 'home, its menu open on a phone',
    path: () => '/',
    onPhone: (page) => page.getByRole('button', { name: 'Menu' }).click(),
  },
  { title: 'explore', path: () => '/explore?status=any' },
  { title: 'explore, found', path: () => '/explore?q=lighthouse' },
  { title: 'explore, nothing found', path: () => '/explore?q=zzqxjkvw' },
  {
    title: 'explore, its filters open on a phone',
    path: () => '/explore?category=art',
    onPhone: async (page) => {
      await page.getByRole('button', { name: 'Filters' }).click()
      await page.getByRole('dialog', { name: 'Filters' }).waitFor()
    },
  },
  { title: 'a campaign', path: open },
  { title: 'its donations', path: async (kindling) => `${await open(kindling)}?tab=donations` },
  { title: 'its funding', path: async (kindling) => `${await open(kindling)}?tab=funding` },
  { title: 'its proof', path: async (kindling) => `${await open(kindling)}?tab=proof`, prepare: runProof },
  { title: 'its details', path: async (kindling) => `${await open(kindling)}?tab=details` },
  {
    title: 'its card, for other sites',
    path: async (kindling) => (await open(kindling)).replace('campaigns', 'embed'),
  },
  { title: 'a failed campaign', path: inState('FAILED', '') },
  { title: 'a campaign that was paid out', path: inState('WITHDRAWN', '') },
  {
    title: 'a campaign without words',
    path: async (kindling) =>
      `/campaigns/${await createCampaign(kindling, { creator: accounts.giver, cid: 'not-a-cid' })}`,
    prepare: (page) => page.getByText('The description could not be had from IPFS.').waitFor(),
  },
  {
    title: 'a hidden campaign',
    path: async (kindling) => `/campaigns/${await hidden(kindling)}`,
    errors: /status of 451/,
  },
  {
    title: 'a hidden campaign’s card',
    path: async (kindling) => `/embed/${await hidden(kindling)}`,
    still: true,
    errors: /status of 451/,
  },
  { title: 'an unknown campaign', path: () => `/campaigns/0x${'ab'.repeat(20)}`, errors: /status of 404/ },
  {
    title: 'a profile',
    path: async (kindling) => `/profiles/${(await findOpenCampaign(kindling, 'Quill')).creator_address}`,
  },
  { title: 'an empty profile', path: () => `/profiles/0x${'cd'.repeat(20)}` },
  { title: 'statistics', path: () => '/stats' },
  { title: 'nothing here', path: () => '/nothing-here', errors: /status of 404/ },
]

const writing: VisitedPage[] = [
  { title: 'starting a campaign', path: () => '/create' },
  {
    title: 'starting a campaign, with mistakes',
    path: () => '/create',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByText('Please fill this in.').first().waitFor()
    },
  },
  { title: 'its story and its picture', path: () => '/create', prepare: writeStory },
  {
    title: 'its goal',
    path: () => '/create',
    prepare: async (page) => {
      await writeStory(page)
      await fillGoal(page)
    },
  },
  {
    title: 'its review',
    path: () => '/create',
    prepare: async (page) => {
      await writeStory(page)
      await goToReview(page)
      await page.locator('.story').waitFor()
    },
  },
  { title: 'a desk without a wallet', path: () => '/desk' },
  { title: 'an empty desk', path: () => '/desk', wallet: () => accounts.typist },
  { title: 'a desk', path: () => '/desk', wallet: creatorInState('FAILED') },
  {
    title: 'the desk of an open campaign',
    path: async (kindling) => (await open(kindling)).replace('campaigns', 'desk'),
  },
  {
    title: 'one’s own desk of a funded campaign',
    path: async (kindling) => `/desk/${(await findCampaign(kindling, 'status=SUCCESS')).address}`,
    wallet: creatorInState('SUCCESS'),
  },
]

const dialogs: VisitedPage[] = [
  {
    title: 'the choice of wallets',
    path: () => '/create',
    prepare: async (page) => {
      await page.getByRole('banner').getByRole('button', { name: 'Connect', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Demo wallet' }).waitFor()
    },
  },
  {
    title: 'giving without a wallet',
    path: open,
    prepare: async (page) => {
      await fundingPanel(page).getByRole('button', { name: /^Give/ }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Demo wallet' }).waitFor()
    },
  },
  {
    title: 'a connected wallet',
    path: open,
    prepare: async (page) => {
      await page.getByRole('banner').getByRole('button', { name: 'Connect', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Demo wallet' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByRole('banner').getByRole('button', { name: /^0x/ }).click()
      await page.getByRole('dialog', { name: 'Your wallet' }).waitFor()
    },
  },
  {
    title: 'a gift that failed, and one that cannot be paid',
    path: open,
    wallet: giver,
    prepare: async (page, { wallet }) => {
      wallet?.declines.add('eth_sendTransaction')
      await fundingPanel(page).getByRole('button', { name: /^Give/ }).click()
      await waitForStage(page, 'failed')
      await fundingPanel(page).getByRole('textbox').fill('1000000')
      await fundingPanel(page).getByText('the fee for the transaction comes on top').waitFor()
    },
  },
  {
    title: 'a report',
    path: open,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Something wrong? Report this campaign' }).click()
      await page.getByRole('dialog').getByRole('radio').nth(1).check()
    },
  },
  {
    title: 'the code of the card',
    path: open,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Embed' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]

const stopMining = (kindling: Kindling) => kindling.rpc('evm_setAutomine', [false])
async function mineOn(kindling: Kindling): Promise<void> {
  await kindling.rpc('evm_setAutomine', [true])
  await kindling.rpc('evm_mine')
}

const underWay: VisitedPage[] = [
  {
    title: 'a gift on its way',
    path: async (kindling) => `${await open(kindling)}?tab=donations`,
    wallet: giver,
    prepare: async (page, { kindling }) => {
      await stopMining(kindling)
      await fundingPanel(page).getByRole('button', { name: /^Give/ }).click()
      await waitForStage(page, 'pending')
    },
    after: mineOn,
  },
  {
    title: 'a campaign on its way',
    path: () => '/create',
    wallet: giver,
    prepare: async (page, { kindling }) => {
      await writeStory(page)
      await goToReview(page)
      await stopMining(kindling)
      await page.getByRole('button', { name: 'Upload and create' }).click()
      await page.getByRole('heading', { name: 'It is on its way' }).waitFor()
    },
    after: mineOn,
  },
  {
    title: 'a campaign just created',
    path: () => '/create',
    wallet: giver,
    prepare: async (page) => {
      await writeStory(page)
      await goToReview(page)
      await page.getByRole('button', { name: 'Upload and create' }).click()
      // Its own page, once what it tells is there: before, it has the heading of another moment.
      await page.getByRole('heading', { level: 1, name: 'A bench under the old lime' }).waitFor()
      await page.getByRole('heading', { name: 'It is on the chain' }).waitFor()
      await page.locator('.story').getByRole('heading', { name: 'Why' }).waitFor()
    },
  },
  { title: 'a wallet on another network', path: open, wallet: giver, walletChainId: 1 },
  {
    title: 'a campaign whose server went away',
    path: open,
    errors: /ERR_CONNECTION_REFUSED/,
    prepare: async (page) => {
      await page.context().route('**/api/**', (route) => route.abort('connectionrefused'))
      await page.getByText(/The server cannot be reached/).waitFor()
    },
  },
]

const german: VisitedPage[] = [
  { title: 'home in German', path: () => '/', language: 'de' },
  { title: 'explore in German', path: () => '/explore?category=art', language: 'de' },
  { title: 'a campaign in German', path: open, language: 'de' },
  { title: 'a failed campaign in German', path: inState('FAILED', ''), language: 'de' },
  { title: 'its proof in German', path: async (kindling) => `${await open(kindling)}?tab=proof`, language: 'de' },
  { title: 'its details in German', path: async (kindling) => `${await open(kindling)}?tab=details`, language: 'de' },
  { title: 'statistics in German', path: () => '/stats', language: 'de' },
  { title: 'starting a campaign in German', path: () => '/create', language: 'de' },
]

/** Every page and state, and every dialog: what axe looks at, and what is photographed. */
export const everyPage: readonly VisitedPage[] = [...reading, ...writing, ...dialogs, ...underWay, ...german]
