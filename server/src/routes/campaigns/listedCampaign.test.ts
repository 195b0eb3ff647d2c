import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { IMAGE_CID, MAX, resolvedMetadata } from '../testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api.close())

const urlOf = (query: Record<string, string>) => `/api/v1/campaigns/?${new URLSearchParams(query)}`

describe('a listed campaign', () => {
  it('carries metadata only when asked for, and only what is resolved', async () => {
    const plain = await api.get(urlOf({ page_size: '100' }))
    expect(plain.results.some((campaign: object) => 'metadata' in campaign)).toBe(false)
    const nested = await api.get(urlOf({ page_size: '100', include_metadata: 'true' }))
    for (const campaign of nested.results) {
      const metadata = resolvedMetadata(api.world.find((one) => one.address === campaign.address)!)
      if (metadata === null) expect(campaign.metadata).toBeNull()
      else {
        expect(campaign.metadata).toMatchObject({ name: metadata.name, category: metadata.category })
        const path = metadata.image_cid?.replaceAll(' ', '%20')
        expect(campaign.metadata.image_url).toBe(path ? `http://localhost/api/v1/ipfs/${path}` : null)
      }
    }
    expect(
      nested.results.some((one: { metadata: { image_url: string } | null }) =>
        one.metadata?.image_url?.includes(IMAGE_CID),
      ),
    ).toBe(true)
  })

  it('with a goal and a deadline of 2^256 - 1 is shown exactly', async () => {
    for (const query of [
      { min_goal: MAX },
      { deadline_after: MAX },
      { min_goal: MAX, max_goal: MAX, deadline_before: MAX },
    ]) {
      const params = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
      const response = await api.request(urlOf({ ...params, ordering: '-goal_wei' }))
      expect(response.body).toContain(`"deadline_ts":${MAX}`)
      const { results } = response.json()
      expect(results).toHaveLength(1)
      expect(results[0]).toMatchObject({
        goal_wei: String(MAX),
        deadline_iso: null,
        status: 'ACTIVE',
        progress_percent: 0,
      })
      expect(results[0].goal_eth).toBe(
        '115792089237316195423570985008687907853269984665640564039457.584007913129639935',
      )
    }
    expect((await api.get(urlOf({ ordering: '-deadline_ts', page_size: '1' }))).results[0].goal_wei).toBe(String(MAX))
  })

  it('at 99.999 % of its goal does not show 100', async () => {
    const { results } = await api.get(urlOf({ min_goal: '100000', max_goal: '100000', ordering: 'progress_percent' }))
    expect(results.map((one: { progress_percent: number }) => one.progress_percent)).toEqual([99.99, 100])
    expect(results.map((one: { status: string }) => one.status)).toEqual(['ACTIVE', 'SUCCESS'])
  })
})
