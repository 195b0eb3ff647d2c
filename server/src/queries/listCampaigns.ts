import type pg from 'pg'
import { type CampaignFilters, campaignConditions } from './campaignFilters.ts'
import { type CampaignOrdering, campaignOrdering, usesStandings } from './campaignOrderings.ts'
import {
  acceptsDonationsAt,
  type Campaign,
  type CampaignRow,
  campaignColumns,
  toListedCampaign,
} from './campaignRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type MetadataSummaryColumn, metadataJoin, metadataSummaryColumn } from './metadataRow.ts'
import { type Page, type PageRequest, readPage } from './paging.ts'
import { type Sql, sql } from './sql.ts'

export interface CampaignListRequest {
  filters: CampaignFilters
  ordering: CampaignOrdering
  includeMetadata: boolean
  page: PageRequest
  /** Before a CID it makes the address of its content. */
  ipfsUrl: string
}

/** What the last seven days brought to `campaigns c`. */
export const trendJoin = sql`left join period_campaigns t
  on t.chain_id = c.chain_id and t.campaign_address = c.address and t.period = '7d'`

/** The campaigns of a chain that pass every filter. `ending_soon` keeps to those that still take donations. */
export async function listCampaigns(
  pool: pg.Pool,
  chain: ChainPosition,
  { filters, ordering, includeMetadata, page, ipfsUrl }: CampaignListRequest,
): Promise<Page<Campaign>> {
  const where = campaignConditions(chain, filters)
  const isWhole = !ordering.endsWith('ending_soon') && Object.values(filters).every((value) => value === undefined)
  if (ordering.endsWith('ending_soon')) where.push(acceptsDonationsAt(chain.clockTs))
  const columns = campaignColumns(chain.clockTs)
  const found = await readPage<CampaignRow & Partial<MetadataSummaryColumn>>(pool, {
    columns: includeMetadata ? sql`${columns}, ${metadataSummaryColumn}` : columns,
    from: usesStandings(ordering) ? sql`campaigns c ${metadataJoin} ${trendJoin}` : sql`campaigns c ${metadataJoin}`,
    where,
    ordering: campaignOrdering(ordering, filters.search),
    page,
    total: isWhole ? countAll(chain.chainId) : undefined,
  })
  return { ...found, rows: found.rows.map((row) => toListedCampaign(row, ipfsUrl)) }
}

function countAll(chainId: number): Sql {
  return sql`select (select campaigns_count from platform_totals where chain_id = ${chainId})
    - (select count(*) from hidden_campaigns h join campaigns c on c.chain_id = h.chain_id
        and c.address = h.campaign_address where h.chain_id = ${chainId})`
}
