import { weiToEth } from '../lib/wei.ts'
import { type Queryable, run, sql } from './sql.ts'

export interface GiftDay {
  start: string
  donors_count: number
  new_donors_count: number
  donations_count: number
}

export interface CampaignGifts {
  donations_count: number
  average_wei: string
  average_eth: string
  median_wei: string
  median_eth: string
  largest_wei: string
  largest_eth: string
  days: GiftDay[]
}

/**
 * How a campaign was given to: what one donation is like, and how many people gave on each day (UTC). Amounts are cut to
 * whole wei; of an even number of donations the median is the mean of the middle two.
 */
export async function getCampaignGifts(
  db: Queryable,
  chainId: number,
  campaignAddress: string,
): Promise<CampaignGifts> {
  const donations = sql`from events e where e.chain_id = ${chainId} and e.campaign_address = ${campaignAddress}
    and e.event_name = 'DonationReceived' and not e.removed`
  const [[sums], days] = await Promise.all([
    run<{ donations_count: number; average_wei: string; median_wei: string; largest_wei: string }>(
      db,
      sql`select count(*) as donations_count, coalesce(div(sum(amount_wei), count(*)), 0) as average_wei,
          coalesce(max(amount_wei), 0) as largest_wei,
          coalesce(div(sum(amount_wei) filter (where place in ((total + 1) / 2, total / 2 + 1)),
            count(*) filter (where place in ((total + 1) / 2, total / 2 + 1))), 0) as median_wei
        from (select e.amount_wei, row_number() over (order by e.amount_wei, e.id) as place, count(*) over () as total
          ${donations}) ranked`,
    ),
    run<{ start: Date; donors_count: number; new_donors_count: number; donations_count: number }>(
      db,
      sql`select day as start, count(distinct donor) as donors_count,
          count(distinct donor) filter (where day = first_day) as new_donors_count, count(*) as donations_count
        from (select date_trunc('day', e.created_at, 'UTC') as day, e.account_address as donor,
            min(date_trunc('day', e.created_at, 'UTC')) over (partition by e.account_address) as first_day
          ${donations}) given
        group by day order by day`,
    ),
  ])
  const { donations_count = 0, average_wei = '0', median_wei = '0', largest_wei = '0' } = sums ?? {}
  return {
    donations_count,
    average_wei,
    average_eth: weiToEth(average_wei),
    median_wei,
    median_eth: weiToEth(median_wei),
    largest_wei,
    largest_eth: weiToEth(largest_wei),
    days: days.map((day) => ({ ...day, start: day.start.toISOString() })),
  }
}
