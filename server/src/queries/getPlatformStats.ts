import { weiToEth } from '../lib/wei.ts'
import { countOfStatus } from './countedCampaigns.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { percentOf } from './percentOf.ts'
import { type Queryable, runPrepared, sql } from './sql.ts'

export interface PlatformStats {
  chain_id: number
  total_campaigns: number
  active_campaigns: number
  successful_campaigns: number
  failed_campaigns: number
  withdrawn_campaigns: number
  total_raised_wei: string
  total_raised_eth: string
  total_refunded_wei: string
  total_refunded_eth: string
  total_goal_wei: string
  total_goal_eth: string
  total_contributions: number
  total_donations: number
  total_contributors: number
  unique_donors: number
  success_rate: number
}

interface Row {
  campaigns_count: number
  funded_count: number
  withdrawn_count: number
  contributions_count: number
  donors_count: number
  donations_count: number
  goal_wei: string
  raised_wei: string
  refunded_wei: string
  active_count: number
}

/** The chain's totals from rollups; the clock decides which campaigns are open. */
export async function getPlatformStats(db: Queryable, chain: ChainPosition): Promise<PlatformStats> {
  const [row] = await runPrepared<Row>(
    db,
    sql`select coalesce(t.campaigns_count, 0) as campaigns_count, coalesce(t.funded_count, 0) as funded_count,
        coalesce(t.withdrawn_count, 0) as withdrawn_count, coalesce(t.contributions_count, 0) as contributions_count,
        coalesce(t.donors_count, 0) as donors_count, coalesce(t.donations_count, 0) as donations_count,
        coalesce(t.goal_wei, 0) as goal_wei, coalesce(t.raised_wei, 0) as raised_wei,
        coalesce(t.refunded_wei, 0) as refunded_wei,
        (${countOfStatus(chain, ['ACTIVE'])}) as active_count
      from (select 1) one left join platform_totals t on t.chain_id = ${chain.chainId}`,
  )
  const totals = row!
  // Only a funded campaign can be withdrawn.
  const successful = totals.funded_count - totals.withdrawn_count
  const failed = totals.campaigns_count - totals.funded_count - totals.active_count
  return {
    chain_id: chain.chainId,
    total_campaigns: totals.campaigns_count,
    active_campaigns: totals.active_count,
    successful_campaigns: successful,
    failed_campaigns: failed,
    withdrawn_campaigns: totals.withdrawn_count,
    total_raised_wei: totals.raised_wei,
    total_raised_eth: weiToEth(totals.raised_wei),
    total_refunded_wei: totals.refunded_wei,
    total_refunded_eth: weiToEth(totals.refunded_wei),
    total_goal_wei: totals.goal_wei,
    total_goal_eth: weiToEth(totals.goal_wei),
    total_contributions: totals.contributions_count,
    total_donations: totals.donations_count,
    total_contributors: totals.donors_count,
    unique_donors: totals.donors_count,
    success_rate: percentOf(totals.funded_count, totals.funded_count + failed),
  }
}
