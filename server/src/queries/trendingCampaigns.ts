import type { PageRequest } from './paging.ts'
import { boundOf, firstOf, join, type Sql, sql } from './sql.ts'

/**
 * Campaigns `c` beside `t (trend)`, as far as a page by trend needs them: those that were given to within seven days, by their
 * trend's index, then the others by their address. Sorting all of them would cost as much for the first page as for the last.
 *
 * @param where conditions on `c` and what is joined to it
 */
export function trendingCampaigns(chainId: number, joined: Sql, where: readonly Sql[], page: PageRequest): Sql {
  const most = 'page' in page.at ? page.at.page * page.pageSize + 1 : page.pageSize + 1
  const [trend, address] = 'page' in page.at ? [] : page.at.after
  const isAmongOthers = trend !== undefined && Number(trend) === 0
  const moving = [...where, sql`t.chain_id = ${chainId}`, sql`t.period = '7d'`, sql`t.trend > 0`]
  if (trend !== undefined) moving.push(sql`(t.trend, t.campaign_address) < (${trend}::numeric, ${address}::varchar)`)
  const others = [
    ...where,
    sql`not exists (
      select from period_campaigns t
      where t.chain_id = ${chainId} and t.period = '7d' and t.campaign_address = c.address and t.trend > 0
    )`,
  ]
  if (isAmongOthers) others.push(sql`c.address < ${address}::varchar`)
  const byTrend = sql`select c.*, t.trend from period_campaigns t
    join campaigns c on c.chain_id = t.chain_id and c.address = t.campaign_address ${joined}
    where ${join(moving, ' and ')} order by t.trend desc, t.campaign_address desc`
  const byAddress = sql`select c.*, 0::numeric from campaigns c ${joined}
    where ${join(others, ' and ')} order by c.address desc`
  // Of the others only as many as are missing: to find them may take a look at all.
  const missing = sql`greatest(0, ${most}::bigint - (select count(*) from moving))`
  return sql`(
      with moving as materialized (${firstOf(byTrend, most)})
      table moving union all (select * from (${byAddress} limit ${boundOf(most)}) bounded limit ${missing})
    ) c cross join lateral (select c.trend) t`
}
