import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../testing/openTestApi.ts'
import { writtenAddresses as addresses, openWrittenApi } from '../testing/openWrittenApi.ts'
import { addressOf, CHAIN_ID } from '../testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openWrittenApi()
})
afterAll(() => api.close())

test('a hidden campaign is in no list, search, or leaderboard, and its page says why', async () => {
  const [hidden] = addresses
  const count = async (path: string) => (await api.get(path)).count
  const paths = [
    '/api/v1/campaigns/?page_size=1',
    '/api/v1/campaigns/search/?q=solar',
    '/api/v1/stats/leaderboard/campaigns/',
    `/api/v1/creators/${addressOf('c5', 0)}/campaigns/`,
  ]
  const before = await Promise.all(paths.map(count))
  await api.pool.query("insert into campaign_hides (chain_id, campaign_address, reason) values ($1, $2, 'A copy.')", [
    CHAIN_ID,
    hidden,
  ])
  expect(await Promise.all(paths.map(count))).toEqual(before.map((one) => one - 1))
  for (const part of ['', 'donations/', 'contributions/', 'events/', 'metadata/', 'timeseries/']) {
    const response = await api.request(`/api/v1/campaigns/${hidden}/${part}`)
    expect([response.statusCode, response.json().code, response.json().reason]).toEqual([
      451,
      'campaign_hidden',
      'A copy.',
    ])
  }
  expect((await api.get('/api/v1/stats/platform/')).total_campaigns).toBe(5)
  await api.pool.query('delete from campaign_hides')
})
