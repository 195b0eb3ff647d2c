import { weiToEth } from '../../lib/wei.ts'
import { type CampaignFilters, campaignConditions } from '../campaignFilters.ts'
import { type CampaignOrdering, campaignOrdering } from '../campaignOrderings.ts'
import { acceptsDonationsAt, type CampaignRow, campaignColumns, toCampaign } from '../campaignRow.ts'
import { exactNumber } from '../exactJson.ts'
import type { ChainPosition } from '../getChainPosition.ts'
import { campaignsBy } from '../listCampaigns.ts'
import {
  type MetadataColumn,
  type MetadataSummaryColumn,
  metadataColumn,
  metadataJoin,
  metadataSummaryColumn,
  toMetadata,
  toMetadataSummary,
} from '../metadataRow.ts'
import type { Search } from '../readSearch.ts'
import { foundRows, rankedRows, searchSource } from '../searchSource.ts'
import { type Queryable, run, type Sql, sql } from '../sql.ts'
import { conditions, given, type Listing } from './listing.ts'

export interface DeskCampaignFilters extends CampaignFilters {
  reported?: boolean | undefined
  metadataState?: readonly string[] | undefined
  hidden?: boolean | undefined
  search?: Search | undefined
}

interface DeskRow extends CampaignRow {
  contributions_count: number
  donations_count: number
  events_count: number
  total_refunded_wei: string
  metadata_state: MetadataState
  last_error: string | null
  hide: { reason: string; hidden_at: string } | null
  featured_position: number | null
  reports_open: number
  creator_blocked: boolean
  countdown_seconds: string
}

export type MetadataState = 'absent' | 'pending' | 'resolved' | 'failed'

/** Of `campaigns c` and its metadata `m`. */
export const metadataStateColumn = sql`case when c.cid = '' then 'absent' else coalesce(m.state, 'pending') end`

function deskColumns(chain: ChainPosition): Sql {
  return sql`${campaignColumns(chain.clockTs)}, c.donors_count as contributions_count, c.donations_count, c.events_count,
    c.total_refunded_wei, ${metadataStateColumn} as metadata_state, m.last_error,
    (select jsonb_build_object('reason', h.reason, 'hidden_at', h.hidden_at) from hidden_campaigns h
      where h.chain_id = c.chain_id and h.campaign_address = c.address) as hide,
    (select f.position from featured_campaigns f
      where f.chain_id = c.chain_id and f.campaign_address = c.address) as featured_position,
    (select count(*) from campaign_reports r where r.chain_id = c.chain_id and r.campaign_address = c.address
      and r.state = 'open') as reports_open,
    exists (select from blocked_creators b where b.creator_address = c.creator_address) as creator_blocked,
    greatest(c.deadline_ts - ${chain.clockTs}::bigint, 0) as countdown_seconds`
}

function toDeskCampaign(row: DeskRow) {
  return {
    id: row.address,
    ...toCampaign(row),
    contributions_count: row.contributions_count,
    donations_count: row.donations_count,
    events_count: row.events_count,
    total_refunded_wei: row.total_refunded_wei,
    total_refunded_eth: weiToEth(row.total_refunded_wei),
    metadata_state: row.metadata_state,
    last_error: row.last_error,
    hidden: row.hide !== null,
    hidden_reason: row.hide?.reason ?? null,
    hidden_at: row.hide === null ? null : new Date(row.hide.hidden_at).toISOString(),
    featured_position: row.featured_position,
    reports_open: row.reports_open,
    creator_blocked: row.creator_blocked,
    countdown_seconds: exactNumber(row.countdown_seconds),
  }
}

/** The campaigns of a chain with what the staff want to know of them; hidden ones too. */
export function deskCampaigns(
  chain: ChainPosition,
  filters: DeskCampaignFilters,
  ordering: CampaignOrdering,
  ipfsUrl: string,
): Listing {
  const { reported, metadataState, hidden, search, ...others } = filters
  return {
    columns: sql`${deskColumns(chain)}, ${metadataSummaryColumn}`,
    from: sql`${campaignsOf(chain, ordering, search)} ${metadataJoin}`,
    where: [
      ...campaignConditions(chain, {
        ...others,
        visibility: hidden === undefined ? 'all' : hidden ? 'hidden' : undefined,
      }),
      ...conditions(
        given(
          reported,
          (is) => sql`exists (select from campaign_reports r where r.chain_id = c.chain_id
            and r.campaign_address = c.address and r.state = 'open') = ${is}`,
        ),
        given(metadataState, (states) => sql`${metadataStateColumn} = any(${states}::text[])`),
        ordering.endsWith('ending_soon') ? acceptsDonationsAt(chain.clockTs) : undefined,
      ),
    ],
    ordering: campaignOrdering(ordering),
    toRow: (row: DeskRow & MetadataSummaryColumn) => ({
      ...toDeskCampaign(row),
      metadata: toMetadataSummary(row, ipfsUrl),
    }),
  }
}

function campaignsOf(chain: ChainPosition, ordering: CampaignOrdering, search: Search | undefined): Sql {
  if (search === undefined) return campaignsBy(ordering, chain.chainId)
  const source = searchSource(chain.chainId, search, { isBounded: false, hasFilters: true })
  return rankedRows(chain, sql`(${foundRows(source)})`)
}

/** One of them with all its metadata; undefined when the chain has none at this address. */
export async function getDeskCampaign(db: Queryable, chain: ChainPosition, address: string, ipfsUrl: string) {
  const [row] = await run<DeskRow & MetadataColumn>(
    db,
    sql`select ${deskColumns(chain)}, ${metadataColumn} from campaigns c ${metadataJoin}
      where c.chain_id = ${chain.chainId} and c.address = ${address}`,
  )
  return row && { ...toDeskCampaign(row), metadata: toMetadata(row, ipfsUrl) }
}
