import { weiToEth } from '../lib/wei.ts'
import type { ChainPosition } from './getChainPosition.ts'
import type { LeaderRequest } from './listCampaignLeaders.ts'
import { countOfWindow } from './refreshStandings.ts'
import { firstOf, type Queryable, runPrepared, sql } from './sql.ts'

export interface DonorLeader {
  rank: number
  donor_address: string
  contributed_wei: string
  contributed_eth: string
  refunded_wei: string
  refunded_eth: string
  net_contributed_wei: string
  net_contributed_eth: string
  campaigns_supported: number
}

interface Row {
  donor_address: string
  contributed_wei: string
  refunded_wei: string
  campaigns_count: number
}

/** Donors by what they gave within the period, or in all; equal ones by address. */
export async function listDonorLeaders(
  db: Queryable,
  chain: ChainPosition,
  { period, limit, offset, anonymize }: LeaderRequest & { anonymize: boolean },
): Promise<{ count: number; rows: DonorLeader[] }> {
  const isAll = period === 'all'
  const [table, key] = isAll
    ? [sql`donors`, sql`chain_id, donor_address`]
    : [sql`period_donors`, sql`chain_id, period, donor_address`]
  const within = isAll ? sql`` : sql`and d.period = ${period}`
  // Places first, from an index that holds all they need; then the rows of the page. With all that the order needs, or each place that is
  // skipped would be copied.
  const places = sql`select ${key}, contributed_wei from ${table} d where d.chain_id = ${chain.chainId} ${within} and d.contributed_wei > 0
    order by d.contributed_wei desc, d.donor_address desc`
  // A donor's row goes with the last donation, so the rollup's count is that of the rows.
  const count = isAll
    ? sql`select coalesce((select donors_count from platform_totals where chain_id = ${chain.chainId}), 0) as count`
    : sql`select ${countOfWindow(chain.chainId, 'donors', period)} as count`
  const [[total], rows] = await Promise.all([
    runPrepared<{ count: number }>(db, count),
    runPrepared<Row>(
      db,
      sql`select d.donor_address, d.contributed_wei, d.refunded_wei, d.campaigns_count
        from (${firstOf(places, limit, offset)}) place join ${table} d using (${key})
        order by place.contributed_wei desc, place.donor_address desc`,
    ),
  ])
  return { count: total!.count, rows: rows.map((row, i) => toLeader(row, offset + i + 1, anonymize)) }
}

function toLeader(row: Row, rank: number, anonymize: boolean): DonorLeader {
  const netWei = String(BigInt(row.contributed_wei) - BigInt(row.refunded_wei))
  const { donor_address: address } = row
  return {
    rank,
    donor_address: anonymize ? `${address.slice(0, 6)}…${address.slice(-4)}` : address,
    contributed_wei: row.contributed_wei,
    contributed_eth: weiToEth(row.contributed_wei),
    refunded_wei: row.refunded_wei,
    refunded_eth: weiToEth(row.refunded_wei),
    net_contributed_wei: netWei,
    net_contributed_eth: weiToEth(netWei),
    campaigns_supported: row.campaigns_count,
  }
}
