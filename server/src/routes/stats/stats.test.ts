import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import {
  addressOf,
  CHAIN_ID,
  OTHER_CHAIN_ID,
  progressOf,
  statusOf,
  totals,
  type WorldCampaign,
} from '../testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api.close())

const sum = (amounts: bigint[]) => amounts.reduce((all, one) => all + one, 0n)
const on = (chainId: number) => api.world.filter((campaign) => campaign.chain_id === chainId)
const byStatus = (campaigns: WorldCampaign[]) => {
  const count = (status: string) => campaigns.filter((campaign) => statusOf(campaign) === status).length
  const [active, successful, failed, withdrawn] = ['ACTIVE', 'SUCCESS', 'FAILED', 'WITHDRAWN'].map(count) as [
    number,
    number,
    number,
    number,
  ]
  const met = successful + withdrawn
  return {
    total_campaigns: campaigns.length,
    active_campaigns: active,
    successful_campaigns: successful,
    failed_campaigns: failed,
    withdrawn_campaigns: withdrawn,
    success_rate: met + failed === 0 ? 0 : Math.floor((met * 10_000) / (met + failed)) / 100,
  }
}

describe('the platform', () => {
  it.each([CHAIN_ID, OTHER_CHAIN_ID])('of chain %d adds up its campaigns and no others', async (chainId) => {
    const campaigns = on(chainId)
    const donors = new Set(campaigns.flatMap((campaign) => campaign.donations).map((one) => one.donor_address))
    expect(await api.get(`/api/v1/stats/platform/?chain_id=${chainId}`)).toMatchObject({
      ...byStatus(campaigns),
      total_raised_wei: String(sum(campaigns.map((one) => totals(one).raised))),
      total_refunded_wei: String(sum(campaigns.map((one) => totals(one).refunded))),
      total_goal_wei: String(sum(campaigns.map((one) => one.goal_wei))),
      total_contributions: campaigns.reduce((all, one) => all + totals(one).donors, 0),
      total_donations: campaigns.flatMap((one) => one.donations).length,
      total_contributors: donors.size,
      unique_donors: donors.size,
    })
  })

  it('of an empty deployment is nothing but zeros', async () => {
    const empty = await openTestApi({ world: [] })
    expect(await empty.get('/api/v1/stats/platform/')).toMatchObject({
      total_campaigns: 0,
      total_raised_eth: '0',
      success_rate: 0,
    })
    await empty.pool.query('delete from platform_totals')
    expect(await empty.get('/api/v1/stats/platform/')).toMatchObject({ total_campaigns: 0, total_goal_wei: '0' })
    expect((await empty.get('/api/v1/stats/timeseries/')).results).toEqual([])
    await empty.close()
  })
})

describe('a creator', () => {
  it('has the sums of the campaigns', async () => {
    for (let i = 0; i < 5; i++) {
      const own = on(CHAIN_ID).filter((campaign) => campaign.creator_address === addressOf('c0', i))
      const hundredths = sum(own.map(progressOf)) / BigInt(own.length)
      const stats = await api.get(`/api/v1/stats/creator/${addressOf('c0', i)}/`)
      expect(stats).toMatchObject({
        creator_address: addressOf('c0', i),
        ...byStatus(own),
        total_raised_wei: String(sum(own.map((one) => totals(one).raised))),
        total_goal_wei: String(sum(own.map((one) => one.goal_wei))),
        total_withdrawn_wei: String(sum(own.filter((one) => one.withdrawn).map((one) => totals(one).raised))),
        total_refunded_wei: String(sum(own.map((one) => totals(one).refunded))),
      })
      expect(stats.average_progress_percent).toBe(Number(hundredths) / 100)
    }
  })

  it('without a campaign is a 404', async () => {
    const response = await api.request(`/api/v1/stats/creator/${addressOf('ff', 1)}/`)
    expect([response.statusCode, response.json().code]).toEqual([404, 'creator_not_found'])
  })
})

describe('the platform over time', () => {
  it.each(['raised', 'donations', 'campaigns', 'donors'])(
    '%s runs up to the total, by day and by week',
    async (metric) => {
      const campaigns = on(CHAIN_ID)
      const donations = campaigns.flatMap((campaign) => campaign.donations)
      const totalsOf: Record<string, bigint> = {
        raised: sum(donations.map((one) => one.amount_wei)),
        donations: BigInt(donations.length),
        campaigns: BigInt(campaigns.length),
        donors: BigInt(new Set(donations.map((one) => one.donor_address)).size),
      }
      for (const interval of ['day', 'week']) {
        const { results } = await api.get(`/api/v1/stats/timeseries/?metric=${metric}&interval=${interval}`)
        const values = results.map((bucket: { value_wei?: string; value?: number }) =>
          BigInt(bucket.value_wei ?? bucket.value!),
        )
        const last = results.at(-1)
        expect(sum(values)).toBe(totalsOf[metric])
        expect(BigInt(last.total_wei ?? last.total)).toBe(totalsOf[metric])
        const starts = results.map((bucket: { start: string }) => bucket.start)
        expect(starts).toEqual([...new Set<string>(starts)].sort())
        expect(starts.every((start: string) => start.endsWith('T00:00:00.000Z'))).toBe(true)
        if (interval === 'week') expect(starts.every((start: string) => new Date(start).getUTCDay() === 1)).toBe(true)
      }
    },
  )
})
