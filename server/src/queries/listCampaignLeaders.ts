import type pg from 'pg'
import { weiToEth } from '../lib/wei.ts'
import { isShown } from './campaignFilters.ts'
import {
  type Campaign,
  type CampaignRow,
  type CampaignStatus,
  campaignColumns,
  hasStatusAt,
  toListedCampaign,
} from './campaignRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type MetadataSummaryColumn, metadataSummaryColumn } from './metadataRow.ts'
import type { Period } from './refreshStandings.ts'
import { join, run, sql } from './sql.ts'

export interface CampaignLeader extends Campaign {
  rank: number
  /** Different donors. */
  contributions_count: number
  /** Given within the period. */
  period_raised_wei: string
  period_raised_eth: string
}

export interface LeaderRequest {
  period: Period | 'all'
  limit: number
  offset: number
}

interface Row extends CampaignRow, Partial<MetadataSummaryColumn> {
  contributions_count: number
  period_raised_wei: string
}

/**
 * Campaigns by what they were given within the period, or in all; equal ones by address, so that a rank is a place and
 * every page goes on where the one before ended.
 */
export async function listCampaignLeaders(
  pool: pg.Pool,
  chain: ChainPosition,
  request: LeaderRequest & {
    status?: readonly CampaignStatus[] | undefined
    includeMetadata: boolean
    ipfsUrl: string
  },
): Promise<{ count: number; rows: CampaignLeader[] }> {
  const { period, limit, offset, status, includeMetadata, ipfsUrl } = request
  const where = [sql`c.chain_id = ${chain.chainId}`, isShown(chain.chainId)]
  if (status) where.push(hasStatusAt(chain.clockTs, status))
  const isAll = period === 'all'
  if (!isAll) where.push(sql`t.chain_id = ${chain.chainId}`, sql`t.period = ${period}`)
  const from = isAll
    ? sql`campaigns c`
    : sql`period_campaigns t join campaigns c on c.chain_id = t.chain_id and c.address = t.campaign_address`
  const raised = isAll ? sql`c.total_raised_wei` : sql`t.raised_wei`
  const order = isAll ? sql`c.total_raised_wei desc, c.address desc` : sql`t.raised_wei desc, t.campaign_address desc`
  const conditions = join(where, ' and ')
  const [[total], rows] = await Promise.all([
    run<{ count: number }>(pool, sql`select count(*) as count from ${from} where ${conditions}`),
    run<Row>(
      pool,
      sql`select ${campaignColumns(chain.clockTs)}, ${raised} as period_raised_wei,
          ${isAll ? sql`c.donors_count` : sql`t.donors_count`} as contributions_count
          ${includeMetadata ? sql`, ${metadataSummaryColumn}` : sql``}
        from ${from} where ${conditions} order by ${order} limit ${limit}::int offset ${offset}::int`,
    ),
  ])
  return {
    count: total!.count,
    rows: rows.map((row, i) => ({
      rank: offset + i + 1,
      ...toListedCampaign(row, ipfsUrl),
      donors_count: row.donors_count,
      contributions_count: row.contributions_count,
      period_raised_wei: row.period_raised_wei,
      period_raised_eth: weiToEth(row.period_raised_wei),
    })),
  }
}
