import { isoTime } from '../lib/isoTime.ts'
import { weiToEth } from '../lib/wei.ts'
import { sql } from './sql.ts'

/** What one donor gave to one campaign in all, and got back. */
export interface Contribution {
  id: number
  campaign_address: string
  donor_address: string
  contributed_wei: string
  contributed_eth: string
  refunded_wei: string
  refunded_eth: string
  net_contributed_wei: string
  net_contributed_eth: string
  donations_count: number
  created_at: string
  updated_at: string
}

/** Columns of `contributions d`. */
export const contributionColumns = sql`d.id, d.campaign_address, d.donor_address, d.contributed_wei, d.refunded_wei,
  d.donations_count, d.created_at, d.updated_at`

export interface ContributionRow {
  id: number
  campaign_address: string
  donor_address: string
  contributed_wei: string
  refunded_wei: string
  donations_count: number
  created_at: Date
  updated_at: Date
}

export function toContribution(row: ContributionRow): Contribution {
  const netWei = String(BigInt(row.contributed_wei) - BigInt(row.refunded_wei))
  return {
    id: row.id,
    campaign_address: row.campaign_address,
    donor_address: row.donor_address,
    contributed_wei: row.contributed_wei,
    contributed_eth: weiToEth(row.contributed_wei),
    refunded_wei: row.refunded_wei,
    refunded_eth: weiToEth(row.refunded_wei),
    net_contributed_wei: netWei,
    net_contributed_eth: weiToEth(netWei),
    donations_count: row.donations_count,
    created_at: isoTime(row.created_at),
    updated_at: isoTime(row.updated_at),
  }
}
