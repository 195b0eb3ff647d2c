import { weiToEth } from '../lib/wei.ts'
import { isShown } from './campaignFilters.ts'
import {
  acceptsDonationsAt,
  type Campaign,
  type CampaignRow,
  campaignColumns,
  toListedCampaign,
} from './campaignRow.ts'
import { exactNumber, type RawJson } from './exactJson.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type MetadataSummaryColumn, metadataSummaryColumn } from './metadataRow.ts'
import { firstOf, type Queryable, runPrepared, sql } from './sql.ts'
import type { Period } from './writeWindows.ts'

export const TRENDING_TYPES = ['recent_donations', 'close_to_goal'] as const
export type TrendingType = (typeof TRENDING_TYPES)[number]

export interface TrendingCampaign extends Campaign {
  recent_contributions_count: number
  recent_donors_count: number
  recent_raised_wei: string
  recent_raised_eth: string
  distance_to_goal_percent: RawJson
  /** Why it stands here, in words. */
  why: string
}

interface Row extends CampaignRow, Partial<MetadataSummaryColumn> {
  recent_donations: number
  recent_donors: number
  recent_raised_wei: string
  distance: string
  native_symbol: string
}

export interface TrendingRequest {
  period: Period
  type: TrendingType
  limit: number
  includeMetadata: boolean
  ipfsUrl: string
}

/**
 * Campaigns that take donations: by what the period brought them (many donors count more than one big one, the creator's own
 * gifts nothing: refreshStandings), or by how little is missing.
 */
export async function listTrending(
  db: Queryable,
  chain: ChainPosition,
  request: TrendingRequest,
): Promise<TrendingCampaign[]> {
  const { period, type, limit, includeMetadata, ipfsUrl } = request
  const recent = sql`t.chain_id = c.chain_id and t.campaign_address = c.address and t.period = ${period}`
  const columns = sql`${campaignColumns(chain.clockTs)}, coalesce(t.donations_count, 0) as recent_donations,
    coalesce(t.donors_count, 0) as recent_donors, coalesce(t.raised_wei, 0) as recent_raised_wei,
    greatest(100 - c.progress_percent, 0) as distance,
    (select native_symbol from chains where chain_id = ${chain.chainId}) as native_symbol
    ${includeMetadata ? sql`, ${metadataSummaryColumn}` : sql``}`
  const rows = await runPrepared<Row>(
    db,
    type === 'recent_donations'
      ? firstOf(
          sql`select ${columns} from period_campaigns t join campaigns c on ${recent}
            where t.chain_id = ${chain.chainId} and t.period = ${period} and t.trend > 0
              and ${acceptsDonationsAt(chain.clockTs)} and ${isShown(chain.chainId)}
            order by t.trend desc, t.campaign_address desc`,
          limit,
        )
      : firstOf(
          sql`select ${columns} from campaigns c left join period_campaigns t on ${recent}
            where c.chain_id = ${chain.chainId} and not c.withdrawn and c.total_raised_wei < c.goal_wei
              and c.progress_percent > 0 and ${acceptsDonationsAt(chain.clockTs)} and ${isShown(chain.chainId)}
            order by c.progress_percent desc, c.address desc`,
          limit,
        ),
  )
  return rows.map((row) => ({
    ...toListedCampaign(row, ipfsUrl),
    recent_contributions_count: row.recent_donations,
    recent_donors_count: row.recent_donors,
    recent_raised_wei: row.recent_raised_wei,
    recent_raised_eth: weiToEth(row.recent_raised_wei),
    distance_to_goal_percent: exactNumber(row.distance),
    why: type === 'recent_donations' ? becauseOfDonations(row, period) : becauseOfGoal(row, chain.clockTs),
  }))
}

const PERIOD_WORDS: Record<Period, string> = { '24h': '24 hours', '7d': '7 days', '30d': '30 days' }

function becauseOfDonations(row: Row, period: Period): string {
  const donors = row.recent_donors === 1 ? '1 donor' : `${row.recent_donors} donors`
  return `${donors} gave ${short(row.recent_raised_wei)} ${row.native_symbol} within ${PERIOD_WORDS[period]}.`
}

function becauseOfGoal(row: Row, clockTs: number): string {
  const missing = short(BigInt(row.goal_wei) - BigInt(row.total_raised_wei))
  const seconds = BigInt(row.deadline_ts) - BigInt(clockTs)
  return `${row.progress_percent} % funded: ${missing} ${row.native_symbol} to go, ${timeLeft(seconds)} left.`
}

function timeLeft(seconds: bigint): string {
  const [count, unit] =
    seconds >= 86_400n
      ? [seconds / 86_400n, 'day']
      : seconds >= 3600n
        ? [seconds / 3600n, 'hour']
        : [seconds / 60n + 1n, 'minute']
  return count === 1n ? `1 ${unit}` : `${count} ${unit}s`
}

/** Three digits are enough for a sentence; less than that is not nothing. */
function short(wei: string | bigint): string {
  const [whole = '0', fraction = ''] = weiToEth(wei).split('.')
  if (whole.length >= 3 || fraction === '') return whole
  const digits = whole === '0' ? fraction.search(/[1-9]/) + 3 : 3 - whole.length + 1
  const cut = fraction.slice(0, digits).replace(/0+$/, '')
  return cut === '' ? whole : `${whole}.${cut}`
}
