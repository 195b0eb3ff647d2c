import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { CHAIN_ID, ETH, type WorldDonation } from '../testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api.close())

const DAY_S = 86_400

describe('facets', () => {
  const given = ['', 'category=art,music', 'status=ACTIVE', 'tag=solar&min_progress=50', 'max_goal=1000000000000000000']

  it.each(given)('count what each choice would list, beside the filters %s', async (filters) => {
    const facets = await api.get(`/api/v1/campaigns/facets/?${filters}`)
    const countWith = async (change: Record<string, string | null>) => {
      const query = new URLSearchParams(filters)
      for (const [name, value] of Object.entries(change)) value === null ? query.delete(name) : query.set(name, value)
      return (await api.get(`/api/v1/campaigns/?page_size=1&${query}`)).count
    }
    for (const status of ['ACTIVE', 'SUCCESS', 'FAILED', 'WITHDRAWN']) {
      expect(facets.status[status] ?? 0, status).toBe(await countWith({ status }))
    }
    for (const category of ['technology', 'art', 'film']) {
      expect(facets.category[category] ?? 0, category).toBe(await countWith({ category }))
    }
    for (const { tag, count } of facets.tags) expect(count, tag).toBe(await countWith({ tag }))
    for (const { min_wei, max_wei, count } of facets.goal) {
      const below = max_wei === null ? null : String(BigInt(max_wei) - 1n)
      expect(count, min_wei).toBe(await countWith({ min_goal: min_wei, max_goal: below }))
    }
    for (const { min_percent, count } of facets.progress) {
      expect(count, min_percent).toBe(await countWith({ min_progress: String(min_percent), max_progress: null }))
    }
    for (const { days, count } of facets.deadline) {
      const before = String(Math.floor(Date.now() / 1000) + days * DAY_S)
      expect(count, days).toBe(await countWith({ deadline_before: before }))
    }
  })

  it('of a search are of what it found', async () => {
    const { category } = await api.get('/api/v1/campaigns/facets/?q=nobodywroteofthis')
    expect(category).toEqual({})
  })
})

describe('the gifts of a campaign', () => {
  const medianOf = (donations: WorldDonation[]) => {
    const sorted = donations.map((one) => one.amount_wei).sort((a, b) => (a < b ? -1 : 1))
    const half = sorted.length / 2
    return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2n : sorted[Math.floor(half)]!
  }

  it('are their mean, median and largest to the wei, and the people of each day', async () => {
    const given = api.world.filter((campaign) => campaign.chain_id === CHAIN_ID && campaign.donations.length > 0)
    expect(given.some(({ donations }) => donations.length % 2 === 0)).toBe(true)
    for (const { address, donations } of given) {
      const gifts = await api.get(`/api/v1/campaigns/${address}/gifts/`)
      const sum = donations.reduce((all, one) => all + one.amount_wei, 0n)
      const largest = donations.map((one) => one.amount_wei).sort((a, b) => (a < b ? 1 : -1))[0]
      expect(gifts).toMatchObject({
        donations_count: donations.length,
        average_wei: String(sum / BigInt(donations.length)),
        median_wei: String(medianOf(donations)),
        largest_wei: String(largest),
      })
      const days = Map.groupBy(donations, ({ at }) => `${at.toISOString().slice(0, 10)}T00:00:00.000Z`)
      const known = new Set<string>()
      const expected = [...days].sort().map(([start, ofDay]) => {
        const donors = new Set(ofDay.map((one) => one.donor_address))
        const fresh = [...donors].filter((donor) => !known.has(donor))
        for (const donor of donors) known.add(donor)
        return { start, donors_count: donors.size, new_donors_count: fresh.length, donations_count: ofDay.length }
      })
      expect(gifts.days).toEqual(expected)
    }
  })

  it('of a campaign without any are none', async () => {
    const { address } = api.world.find(({ donations, goal_wei }) => donations.length === 0 && goal_wei === ETH)!
    expect(await api.get(`/api/v1/campaigns/${address}/gifts/`)).toMatchObject({ median_wei: '0', days: [] })
  })
})

describe('the export of contributions', () => {
  it('can be of one campaign', async () => {
    const { address, donations } = api.world.find((one) => one.chain_id === CHAIN_ID && one.donations.length > 2)!
    const { body } = await api.request(`/api/v1/export/contributions.ndjson?campaign_address=${address}`)
    const rows = body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows).toHaveLength(new Set(donations.map((one) => one.donor_address)).size)
    expect(new Set(rows.map((row) => row.campaign_address))).toEqual(new Set([address]))
  })
})
