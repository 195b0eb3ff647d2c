import { weiToEth } from '../lib/wei.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Queryable, runPrepared, sql } from './sql.ts'

export interface CategoryStats {
  category: string
  campaigns_count: number
  donations_count: number
  total_goal_wei: string
  total_goal_eth: string
  total_raised_wei: string
  total_raised_eth: string
}

/** Campaigns and wei of each category that has any (refreshStandings), the one given most first. */
export async function listCategoryStats(db: Queryable, chain: ChainPosition): Promise<CategoryStats[]> {
  const rows = await runPrepared<{
    category: string
    campaigns_count: number
    donations_count: number
    goal_wei: string
    raised_wei: string
  }>(
    db,
    sql`select category, campaigns_count, donations_count, goal_wei, raised_wei from category_totals
      where chain_id = ${chain.chainId} order by raised_wei desc, category`,
  )
  return rows.map((row) => ({
    category: row.category,
    campaigns_count: row.campaigns_count,
    donations_count: row.donations_count,
    total_goal_wei: row.goal_wei,
    total_goal_eth: weiToEth(row.goal_wei),
    total_raised_wei: row.raised_wei,
    total_raised_eth: weiToEth(row.raised_wei),
  }))
}
