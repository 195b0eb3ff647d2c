import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { addressOf, CHAIN_ID, hashOf, OTHER_CHAIN_ID } from '../testing/world.ts'

interface ChainEvent {
  id: number
  chain_id: number
  address: string
  event_name: string
  block_number: number
  log_index: number
  tx_hash: string
  removed: boolean
  event_data: string
  event_data_parsed: object
}

let api: TestApi
let all: ChainEvent[]
beforeAll(async () => {
  api = await openTestApi()
  all = await walk('')
})
afterAll(() => api.close())

async function walk(query: string, pageSize = 100): Promise<ChainEvent[]> {
  const found: ChainEvent[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await api.get(`/api/v1/events/?page_size=${pageSize}${query}${cursor && `&cursor=${cursor}`}`)
    found.push(...page.results)
    cursor = page.next_cursor
  }
  return found
}

it('every event of the chain is there once, the newest first', () => {
  const rows = api.world.filter((campaign) => campaign.chain_id === CHAIN_ID)
  const removed = rows.flatMap((campaign) => campaign.donations).filter((donation) => donation.log_index % 5 === 0)
  expect(all).toHaveLength(rows.length + rows.flatMap((campaign) => campaign.donations).length + removed.length)
  expect(new Set(all.map((event) => event.id)).size).toBe(all.length)
  const sorted = all.toSorted((a, b) => b.block_number - a.block_number || b.log_index - a.log_index || b.id - a.id)
  expect(all).toEqual(sorted)
})

it('pages and cursor walks of any size agree', async () => {
  expect(await walk('', 7)).toEqual(all)
  const byPage: ChainEvent[] = []
  for (let page = 1; byPage.length < all.length; page++) {
    byPage.push(...(await api.get(`/api/v1/events/?page_size=40&page=${page}`)).results)
  }
  expect(byPage).toEqual(all)
})

it('each filter keeps what a plain reading keeps', async () => {
  const filters: [string, (event: ChainEvent) => boolean][] = [
    ['event_name=DonationReceived', (event) => event.event_name === 'DonationReceived'],
    ['event_name=Withdrawn', () => false],
    [`address=${addressOf('fa', 1).toUpperCase().replace('X', 'x')}`, (event) => event.address === addressOf('fa', 1)],
    ['block_number_gte=50', (event) => event.block_number >= 50],
    ['block_number_lte=50', (event) => event.block_number <= 50],
    ['block_number_gte=30&block_number_lte=40', (event) => event.block_number >= 30 && event.block_number <= 40],
    [`tx_hash=${hashOf('tc', 3)}`, (event) => event.tx_hash === hashOf('tc', 3)],
    ['removed=true', (event) => event.removed],
    ['removed=false&event_name=CampaignCreated', (event) => !event.removed && event.event_name === 'CampaignCreated'],
    [`block_number_gte=${Number.MAX_SAFE_INTEGER}`, () => false],
  ]
  for (const [query, keep] of filters) expect(await walk(`&${query}`), query).toEqual(all.filter(keep))
  expect((await walk(`&chain_id=${OTHER_CHAIN_ID}`)).every((event) => event.chain_id === OTHER_CHAIN_ID)).toBe(true)
})

it('one event by its id, with its arguments as text and parsed', async () => {
  const event = all[0]!
  expect(await api.get(`/api/v1/events/${event.id}/`)).toEqual(event)
  expect(JSON.parse(event.event_data)).toEqual(event.event_data_parsed)
  const missing = await api.request('/api/v1/events/9007199254740991/')
  expect([missing.statusCode, missing.json().code]).toEqual([404, 'event_not_found'])
})
