import { weiToEth } from '../lib/wei.ts'
import { type Queryable, runPrepared, sql } from './sql.ts'

/** Each metric's column of `platform_days`. A donor counts on the day of the first donation. */
const COLUMNS = {
  raised: sql`raised_wei`,
  donations: sql`donations_count`,
  campaigns: sql`campaigns_count`,
  donors: sql`new_donors_count`,
}

export type PlatformMetric = keyof typeof COLUMNS
export const PLATFORM_METRICS = Object.keys(COLUMNS) as PlatformMetric[]

export type PlatformBucket =
  | { start: string; value: number; total: number }
  | { start: string; value_wei: string; value_eth: string; total_wei: string; total_eth: string }

/** A platform-wide series by day or week (from Monday, UTC), oldest first; buckets without any are left out. */
export async function getPlatformTimeseries(
  db: Queryable,
  chainId: number,
  metric: PlatformMetric,
  interval: 'day' | 'week',
): Promise<PlatformBucket[]> {
  const rows = await runPrepared<{ start: Date; value: string; total: string }>(
    db,
    sql`select start, value::numeric, (sum(value) over (order by start))::numeric as total
      from (
        select date_trunc(${interval}, day::timestamp) at time zone 'UTC' as start, sum(${COLUMNS[metric]}) as value
        from platform_days where chain_id = ${chainId} group by 1
      ) bucket
      where value > 0 order by start`,
  )
  return rows.map(({ start, value, total }) =>
    metric === 'raised'
      ? {
          start: start.toISOString(),
          value_wei: value,
          value_eth: weiToEth(value),
          total_wei: total,
          total_eth: weiToEth(total),
        }
      : { start: start.toISOString(), value: Number(value), total: Number(total) },
  )
}
