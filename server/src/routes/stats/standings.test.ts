import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giftEvent, insert } from '../testing/insertWorld.ts'
import type { TestApi } from '../testing/openTestApi.ts'
import { writtenAddresses as addresses, openWrittenApi } from '../testing/openWrittenApi.ts'
import { addressOf } from '../testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openWrittenApi()
})
afterAll(() => api.close())

describe('trending and leaderboards', () => {
  const HOUR = 3_600_000
  const giving = (i: number, donor: number, wei: bigint, hoursAgo: number, n: number, name = 'DonationReceived') =>
    giftEvent(addresses[i]!, 300 + n, {
      log_index: n,
      event_name: name,
      account_address: donor < 0 ? addressOf('c5', i) : addressOf('d5', donor),
      amount_wei: wei,
      created_at: new Date(Date.now() - hoursAgo * HOUR),
    })
  const ETH = 10n ** 18n

  beforeAll(async () => {
    let n = 0
    const events = [
      // One big donor; nine small ones; the creator alone, with most.
      giving(0, 1, 9n * ETH, 2, n++),
      ...Array.from({ length: 9 }, (_, k) => giving(1, 10 + k, ETH / 2n + ETH / 2n, 3, n++)),
      giving(2, -1, 500n * ETH, 1, n++),
      giving(3, 1, 4n * ETH, 100, n++),
      giving(3, 1, 2n * ETH, 1, n++, 'Refunded'),
      giving(4, 2, ETH, 24 * 20, n++),
      { ...giving(4, 3, 99n * ETH, 1, n++), removed: true },
    ]
    await insert(api.pool, 'events', events)
  })

  const trending = async (query: string) => (await api.get(`/api/v1/stats/trending/?${query}`)).results
  const order = (results: { address: string }[]) => results.map((one) => addresses.indexOf(one.address))

  it('many donors are ahead of one big one, and a creator giving to the own campaign is not there', async () => {
    expect(order(await trending('period=24h'))).toEqual([1, 0])
    expect(order(await trending('period=7d'))).toEqual([1, 0, 3])
    expect(order(await trending('period=30d'))).toEqual([1, 0, 3, 4])
    expect(order(await trending('period=30d&limit=1'))).toEqual([1])
    const [first] = await trending('period=24h')
    expect(first).toMatchObject({
      recent_contributions_count: 9,
      recent_donors_count: 9,
      recent_raised_wei: String(9n * ETH),
      recent_raised_eth: '9',
      distance_to_goal_percent: 100,
      why: '9 donors gave 9 ETH within 24 hours.',
    })
  })

  it('campaigns near their goal come by what is missing, and say so', async () => {
    await api.pool.query('update campaigns set total_raised_wei = goal_wei * 9 / 10 where address = $1', [addresses[3]])
    await api.pool.query('update campaigns set total_raised_wei = goal_wei / 2 where address = $1', [addresses[4]])
    await api.pool.query('update campaigns set total_raised_wei = goal_wei where address = $1', [addresses[0]])
    const results = await trending('type=close_to_goal')
    expect(order(results)).toEqual([3, 4])
    expect(results[0]).toMatchObject({ distance_to_goal_percent: 10, progress_percent: 90 })
    expect(results[0].why).toMatch(/^90\.00 % funded: 0\.1 ETH to go, \d+ days left\.$/)
    await api.pool.query('update campaigns set total_raised_wei = 0')
  })

  it('the ranks of campaigns go on from page to page', async () => {
    const board = (query: string) => api.get(`/api/v1/stats/leaderboard/campaigns/?${query}`)
    const all = await board('period=30d')
    // Equal ones by address.
    expect([all.count, order(all.results)]).toEqual([5, [2, 1, 0, 3, 4]])
    const pages = [
      await board('period=30d&limit=2'),
      await board('period=30d&limit=2&offset=2'),
      await board('period=30d&limit=2&offset=4'),
    ]
    expect(pages.flatMap((page) => page.results)).toEqual(all.results)
    expect(all.results.map((one: { rank: number }) => one.rank)).toEqual([1, 2, 3, 4, 5])
    expect((await board('period=24h&status=FAILED')).results).toEqual([])
    expect((await board('period=all&limit=100')).count).toBe(5)
  })

  it('donors have what they gave, took back and supported within the period', async () => {
    const board = (query: string) => api.get(`/api/v1/stats/leaderboard/donors/?${query}`)
    const [first] = (await board('period=7d')).results
    expect(first).toMatchObject({ rank: 1, donor_address: addressOf('c5', 2), contributed_eth: '500' })
    const second = (await board('period=7d&offset=1&limit=1')).results[0]
    expect(second).toMatchObject({
      rank: 2,
      donor_address: addressOf('d5', 1),
      contributed_eth: '13',
      refunded_eth: '2',
      net_contributed_eth: '11',
      campaigns_supported: 2,
    })
    const [hidden] = (await board('period=7d&anonymize=true')).results
    expect(hidden.donor_address).toBe('0x6335…0002')
  })

  it('of categories add up their campaigns', async () => {
    const { results } = await api.get('/api/v1/stats/categories/')
    expect(results.map((one: { category: string }) => one.category).sort()).toEqual([
      'education',
      'fashion',
      'film',
      'food',
      'technology',
    ])
    expect(results[0]).toMatchObject({ campaigns_count: 1, total_goal_eth: '1' })
  })

  it('the list can be ordered by it', async () => {
    expect(order((await api.get('/api/v1/campaigns/?ordering=trending')).results).slice(0, 3)).toEqual([1, 0, 3])
  })
})
