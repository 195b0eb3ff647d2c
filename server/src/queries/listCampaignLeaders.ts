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
import { countCounted } from './countedCampaigns.ts'
import { countShown } from './countShown.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type MetadataSummaryColumn, metadataSummaryColumn } from './metadataRow.ts'
import { countOfStatuses, countOfWindow } from './refreshStandings.ts'
import { firstOf, join, type Queryable, runPrepared, type Sql, sql } from './sql.ts'
import type { Period } from './writeWindows.ts'

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
  db: Queryable,
  chain: ChainPosition,
  request: LeaderRequest & {
    status?: readonly CampaignStatus[] | undefined
    includeMetadata: boolean
    ipfsUrl: string
  },
): Promise<{ count: number; rows: CampaignLeader[] }> {
  const { period, limit, offset, status, includeMetadata, ipfsUrl } = request
  const { chainId } = chain
  const isAll = period === 'all'
  const where = [isShown(chainId, isAll ? sql`c.address` : sql`t.campaign_address`)]
  if (isAll) where.push(sql`c.chain_id = ${chainId}`)
  else where.push(sql`t.chain_id = ${chainId}`, sql`t.period = ${period}`)
  if (status) where.push(hasStatusAt(chain.clockTs, status))
  const byKey = sql`join campaigns c on c.chain_id = t.chain_id and c.address = t.campaign_address`
  const conditions = join(where, ' and ')
  // Places first, from an index that holds all they need; then the rows of the page.
  const places = isAll
    ? sql`select c.chain_id, c.address as campaign_address, c.total_raised_wei as raised_wei from campaigns c
        where ${conditions} order by c.total_raised_wei desc, c.address desc`
    : sql`select t.chain_id, t.campaign_address, t.raised_wei, t.donors_count from period_campaigns t ${status ? byKey : sql``}
        where ${conditions} order by t.raised_wei desc, t.campaign_address desc`
  const [count, rows] = await Promise.all([
    countLeaders(db, { chain, period, status, conditions, byKey }),
    runPrepared<Row>(
      db,
      sql`select ${campaignColumns(chain.clockTs)}, t.raised_wei as period_raised_wei,
          ${isAll ? sql`c.donors_count` : sql`t.donors_count`} as contributions_count
          ${includeMetadata ? sql`, ${metadataSummaryColumn}` : sql``}
        from (${firstOf(places, limit, offset)}) t ${byKey}
        order by t.raised_wei desc, t.campaign_address desc`,
    ),
  ])
  return {
    count,
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

/** Of larger windows what was counted when they were worked out is told. */
const MOST_COUNTED = 1_000

interface Counted {
  chain: ChainPosition
  period: Period | 'all'
  status: readonly CampaignStatus[] | undefined
  conditions: Sql
  byKey: Sql
}

/** Only the campaigns of a small window are looked at one by one: in a statement of its own, or each would be planned as if they were. */
async function countLeaders(db: Queryable, counted: Counted): Promise<number> {
  const [known] = await runPrepared<{ count: number | null }>(db, countOf(counted))
  if (known!.count !== null) return known!.count
  const { byKey, conditions } = counted
  const [exact] = await runPrepared<{ count: number }>(
    db,
    sql`select count(*) as count from period_campaigns t ${byKey} where ${conditions}`,
  )
  return exact!.count
}

/** From what is counted already; null where campaigns have to be looked at. */
function countOf(counted: Counted): Sql {
  const { chain, period, status, byKey } = counted
  const { chainId } = chain
  if (period === 'all') {
    return sql`select coalesce((${status ? countCounted(chain, { status })! : countShown(chainId)}), 0)::bigint as count`
  }
  const all = countOfWindow(chainId, 'campaigns', period)
  const hidden = sql`(
    select count(*) from hidden_campaigns h join period_campaigns t on t.chain_id = h.chain_id
      and t.campaign_address = h.campaign_address and t.period = ${period} ${status ? byKey : sql``}
    where h.chain_id = ${chainId} ${status ? sql`and ${hasStatusAt(chain.clockTs, status)}` : sql``})`
  if (status === undefined) return sql`select ${all} - ${hidden} as count`
  // "greatest" would take a null for nothing.
  return sql`select case when ${all} > ${MOST_COUNTED}::int and known.of_statuses is not null
    then greatest(0, known.of_statuses - ${hidden}) end as count
    from (select ${countOfStatuses(chainId, status, period)} as of_statuses) known`
}
