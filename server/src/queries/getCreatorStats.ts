import { weiToEth } from '../lib/wei.ts'
import { statusAt } from './campaignRow.ts'
import { exactNumber, type RawJson } from './exactJson.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { percentOf } from './percentOf.ts'
import { type Queryable, runPrepared, sql } from './sql.ts'

export interface CreatorStats {
  chain_id: number
  creator_address: string
  total_campaigns: number
  active_campaigns: number
  successful_campaigns: number
  failed_campaigns: number
  withdrawn_campaigns: number
  total_raised_wei: string
  total_raised_eth: string
  total_goal_wei: string
  total_goal_eth: string
  total_withdrawn_wei: string
  total_withdrawn_eth: string
  total_refunded_wei: string
  total_refunded_eth: string
  success_rate: number
  average_progress_percent: RawJson
}

interface Row {
  campaigns_count: number
  goal_wei: string
  raised_wei: string
  withdrawn_wei: string
  refunded_wei: string
  active: number
  successful: number
  failed: number
  withdrawn: number
  average_progress: string
}

/** A creator's sums from the rollup, and the campaigns' statuses by the clock; undefined without a campaign. */
export async function getCreatorStats(
  db: Queryable,
  chain: ChainPosition,
  creatorAddress: string,
): Promise<CreatorStats | undefined> {
  const [row] = await runPrepared<Row>(
    db,
    sql`select r.campaigns_count, r.goal_wei, r.raised_wei, r.withdrawn_wei, r.refunded_wei, s.*
      from creators r
      cross join lateral (
        select count(*) filter (where status = 'ACTIVE') as active,
          count(*) filter (where status = 'SUCCESS') as successful,
          count(*) filter (where status = 'FAILED') as failed,
          count(*) filter (where status = 'WITHDRAWN') as withdrawn,
          coalesce(trunc(avg(progress_percent), 2), 0) as average_progress
        from (
          select ${statusAt(chain.clockTs)} as status, coalesce(c.progress_percent, 0) as progress_percent
          from campaigns c where c.chain_id = r.chain_id and c.creator_address = r.creator_address
        ) campaign
      ) s
      where r.chain_id = ${chain.chainId} and r.creator_address = ${creatorAddress} and r.campaigns_count > 0`,
  )
  if (row === undefined) return undefined
  return {
    chain_id: chain.chainId,
    creator_address: creatorAddress,
    total_campaigns: row.campaigns_count,
    active_campaigns: row.active,
    successful_campaigns: row.successful,
    failed_campaigns: row.failed,
    withdrawn_campaigns: row.withdrawn,
    total_raised_wei: row.raised_wei,
    total_raised_eth: weiToEth(row.raised_wei),
    total_goal_wei: row.goal_wei,
    total_goal_eth: weiToEth(row.goal_wei),
    total_withdrawn_wei: row.withdrawn_wei,
    total_withdrawn_eth: weiToEth(row.withdrawn_wei),
    total_refunded_wei: row.refunded_wei,
    total_refunded_eth: weiToEth(row.refunded_wei),
    success_rate: percentOf(row.successful + row.withdrawn, row.successful + row.withdrawn + row.failed),
    average_progress_percent: exactNumber(row.average_progress),
  }
}
