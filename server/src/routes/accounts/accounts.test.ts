import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { addressOf, CHAIN_ID, resolvedMetadata, statusOf } from '../testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api.close())

const here = () => api.world.filter((campaign) => campaign.chain_id === CHAIN_ID)

it("a creator's campaigns are those of the list with that creator, under the same filters", async () => {
  const creator = addressOf('c0', 2)
  const own = await api.get(`/api/v1/creators/${creator}/campaigns/?ordering=goal_wei&page_size=100`)
  expect(own.results).toEqual(
    (await api.get(`/api/v1/campaigns/?creator_address=${creator}&ordering=goal_wei&page_size=100`)).results,
  )
  expect(own.count).toBe(here().filter((campaign) => campaign.creator_address === creator).length)
  const failed = await api.get(`/api/v1/creators/${creator}/campaigns/?status=failed`)
  expect(failed.count).toBe(
    here().filter((one) => one.creator_address === creator && statusOf(one) === 'FAILED').length,
  )
  expect((await api.request(`/api/v1/creators/${creator}/campaigns/?creator_address=${creator}`)).statusCode).toBe(400)
})

it('a donor sees one row a campaign, with the campaign', async () => {
  for (let i = 0; i < 9; i++) {
    const donor = addressOf('d0', i)
    const given = here().filter((campaign) => campaign.donations.some((one) => one.donor_address === donor))
    const { count, results } = await api.get(
      `/api/v1/donors/${donor}/contributions/?page_size=100&include_metadata=true`,
    )
    expect(count).toBe(given.length)
    expect(new Set(results.map((row: { campaign_address: string }) => row.campaign_address))).toEqual(
      new Set(given.map((campaign) => campaign.address)),
    )
    for (const { campaign, campaign_address, donations_count } of results) {
      const want = given.find((one) => one.address === campaign_address)!
      expect(campaign).toMatchObject({
        address: campaign_address,
        status: statusOf(want),
        created_at: want.created_at.toISOString(),
      })
      expect(campaign.metadata?.name ?? null).toBe(resolvedMetadata(want)?.name ?? null)
      expect(donations_count).toBe(want.donations.filter((one) => one.donor_address === donor).length)
    }
  }
})

it('an address that did nothing has empty lists', async () => {
  for (const url of ['creators', 'donors'].map((who) => `/api/v1/${who}/${addressOf('ff', 9)}`)) {
    const part = url.includes('donors') ? 'contributions' : 'campaigns'
    expect(await api.get(`${url}/${part}/`)).toEqual({
      count: 0,
      next: null,
      previous: null,
      next_cursor: null,
      results: [],
    })
  }
})
