import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ keptBytes: 0 })
})
afterAll(() => api.close())

test('however many searches are under way, what is not looked for by words is answered', async () => {
  const { searches } = api.app
  const held = await Promise.all(Array.from({ length: searches.options.max ?? 0 }, () => searches.connect()))
  const found = ['/api/v1/campaigns/search/?q=solar', '/api/v1/campaigns/?q=solar', '/api/v1/campaigns/facets/'].map(
    (url) => api.request(url),
  )
  try {
    const { results } = await api.get('/api/v1/campaigns/?page_size=1')
    expect((await api.get(`/api/v1/campaigns/${results[0].address}/`)).address).toBe(results[0].address)
    expect((await api.get('/api/v1/stats/platform/')).total_campaigns).toBeGreaterThan(0)
    expect(searches.waitingCount).toBeGreaterThanOrEqual(found.length)
  } finally {
    for (const client of held) client.release()
  }
  // Each in its turn.
  expect((await Promise.all(found)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
})
