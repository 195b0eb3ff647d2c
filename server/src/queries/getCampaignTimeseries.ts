import { weiToEth } from '../lib/wei.ts'
import { type Queryable, runPrepared, sql, unseen } from './sql.ts'

export interface CampaignBucket {
  start: string
  donations_count: number
  raised_wei: string
  raised_eth: string
  total_raised_wei: string
  total_raised_eth: string
}

/** A campaign's donations by hour or day (UTC), oldest first, with the running total; buckets without any are left out. */
export async function getCampaignTimeseries(
  db: Queryable,
  chainId: number,
  campaignAddress: string,
  interval: 'hour' | 'day',
): Promise<CampaignBucket[]> {
  const rows = await runPrepared<{
    start: Date
    donations_count: number
    raised_wei: string
    total_raised_wei: string
  }>(
    db,
    sql`select start, donations_count, raised_wei, sum(raised_wei) over (order by start) as total_raised_wei
      from (
        select date_trunc(${interval}, hour, 'UTC') as start, sum(donations_count) as donations_count,
          sum(raised_wei) as raised_wei
        from campaign_hours
        where chain_id = ${chainId} and campaign_address = ${unseen(sql`${campaignAddress}::varchar`)} and donations_count > 0
        group by 1
      ) bucket
      order by start`,
  )
  return rows.map((row) => ({
    start: row.start.toISOString(),
    donations_count: row.donations_count,
    raised_wei: row.raised_wei,
    raised_eth: weiToEth(row.raised_wei),
    total_raised_wei: row.total_raised_wei,
    total_raised_eth: weiToEth(row.total_raised_wei),
  }))
}
