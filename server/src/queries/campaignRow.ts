import { isoTime } from '../lib/isoTime.ts'
import { weiToEth } from '../lib/wei.ts'
import { exactNumber, type RawJson } from './exactJson.ts'
import { type MetadataSummary, type MetadataSummaryColumn, toMetadataSummary } from './metadataRow.ts'
import { join, literal, type Sql, sql, unseen } from './sql.ts'

export const CAMPAIGN_STATUSES = ['ACTIVE', 'SUCCESS', 'FAILED', 'WITHDRAWN'] as const
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number]

export interface Campaign {
  address: string
  chain_id: number
  factory_address: string
  creator_address: string
  goal_wei: string
  goal_eth: string
  deadline_ts: RawJson
  deadline_iso: string | null
  cid: string
  status: CampaignStatus
  accepts_donations: boolean
  total_raised_wei: string
  total_raised_eth: string
  progress_percent: RawJson
  withdrawn: boolean
  withdrawn_amount_wei: string
  withdrawn_amount_eth: string
  donors_count: number
  created_at: string
  updated_at: string
  metadata?: MetadataSummary | null
}

/** The last second whose ISO 8601 form has a year of four digits. */
const LAST_ISO_SECOND = 253_402_300_799

/**
 * From the chain's facts and the clock alone; the first rule that holds decides. The contract takes no donation in a
 * block whose time is the deadline or later, so a deadline equal to the clock has passed.
 */
function statusRules(clockTs: number): [CampaignStatus, Sql][] {
  return [
    ['WITHDRAWN', sql`c.withdrawn`],
    ['SUCCESS', sql`c.total_raised_wei >= c.goal_wei`],
    ['FAILED', sql`c.deadline_ts <= ${clockTs}::bigint`],
    ['ACTIVE', sql`true`],
  ]
}

export function statusAt(clockTs: number): Sql {
  const cases = statusRules(clockTs).map(([status, holds]) => sql`when ${holds} then ${literal(status)}::text`)
  return sql`case ${join(cases, ' ')} end`
}

/** What the same rules say at a clock of what they said at second 0. */
export const statusSince = (atZero: CampaignStatus, deadlineTs: number, clockTs: number): CampaignStatus =>
  atZero === 'ACTIVE' && deadlineTs <= clockTs ? 'FAILED' : atZero

/** The same as comparisons of columns, of which the planner knows how many rows pass. */
export function hasStatusAt(clockTs: number, statuses: readonly CampaignStatus[]): Sql {
  const rules = statusRules(clockTs)
  const matches = rules.flatMap(([status, holds], i) => {
    if (!statuses.includes(status)) return []
    const earlier = rules.slice(0, i).map(([, other]) => sql`not (${other})`)
    return [sql`(${join([...earlier, holds], ' and ')})`]
  })
  return sql`(${join(matches, ' or ')})`
}

/** What the contract would say to a donation. */
export function acceptsDonationsAt(clockTs: number): Sql {
  return sql`(not c.withdrawn and c.deadline_ts > ${unseen(sql`${clockTs}::bigint`)})`
}

/** Columns of `campaigns c`. */
export function campaignColumns(clockTs: number): Sql {
  return sql`c.address, c.chain_id, c.factory_address, c.creator_address, c.goal_wei, c.deadline_ts, c.cid,
    ${statusAt(clockTs)} as status, ${acceptsDonationsAt(clockTs)} as accepts_donations,
    c.total_raised_wei, c.progress_percent, c.withdrawn, c.withdrawn_amount_wei, c.donors_count,
    c.created_at as campaign_created_at, c.updated_at as campaign_updated_at`
}

export interface CampaignRow {
  address: string
  chain_id: number
  factory_address: string
  creator_address: string
  goal_wei: string
  deadline_ts: string
  cid: string
  status: CampaignStatus
  accepts_donations: boolean
  total_raised_wei: string
  progress_percent: string | null
  withdrawn: boolean
  withdrawn_amount_wei: string
  donors_count: number
  campaign_created_at: Date
  campaign_updated_at: Date
}

const isoSecond = (second: number) => (second > LAST_ISO_SECOND ? null : isoTime(new Date(second * 1000)))

export function toCampaign(row: CampaignRow): Omit<Campaign, 'metadata'> {
  return {
    address: row.address,
    chain_id: row.chain_id,
    factory_address: row.factory_address,
    creator_address: row.creator_address,
    goal_wei: row.goal_wei,
    goal_eth: weiToEth(row.goal_wei),
    deadline_ts: exactNumber(row.deadline_ts),
    deadline_iso: isoSecond(Number(row.deadline_ts)),
    cid: row.cid,
    status: row.status,
    accepts_donations: row.accepts_donations,
    total_raised_wei: row.total_raised_wei,
    total_raised_eth: weiToEth(row.total_raised_wei),
    // Cut, not rounded, by the database: 99.999 % is not 100.
    progress_percent: exactNumber(row.progress_percent ?? '0'),
    withdrawn: row.withdrawn,
    withdrawn_amount_wei: row.withdrawn_amount_wei,
    withdrawn_amount_eth: weiToEth(row.withdrawn_amount_wei),
    donors_count: row.donors_count,
    created_at: isoTime(row.campaign_created_at),
    updated_at: isoTime(row.campaign_updated_at),
  }
}

/** A campaign as it is at a clock, of one that was read at second 0; a copy. */
export function campaignAt(atZero: Campaign, deadlineTs: number, clockTs: number): Campaign {
  return {
    ...atZero,
    status: statusSince(atZero.status, deadlineTs, clockTs),
    accepts_donations: atZero.accepts_donations && deadlineTs > clockTs,
  }
}

/** Set where it stands: to copy a campaign for it took longer than to make one. */
export function withMetadata(campaign: Campaign, metadata: MetadataSummary | null): Campaign {
  campaign.metadata = metadata
  return campaign
}

/** A campaign with the summary of its metadata, where that was read. */
export function toListedCampaign(row: CampaignRow & Partial<MetadataSummaryColumn>, ipfsUrl: string): Campaign {
  const { metadata_summary } = row
  const campaign = toCampaign(row)
  return metadata_summary === undefined
    ? campaign
    : withMetadata(campaign, toMetadataSummary({ metadata_summary }, ipfsUrl))
}
