import type pg from 'pg'
import { type CampaignFilters, campaignConditions } from './campaignFilters.ts'
import { type CampaignOrdering, campaignOrdering } from './campaignOrderings.ts'
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
import { sql } from './sql.ts'

export interface CampaignListRequest {
  filters: CampaignFilters
  ordering: CampaignOrdering
  includeMetadata: boolean
  page: PageRequest
  /** Before a CID it makes the address of its content. */
  ipfsUrl: string
}

/** The campaigns of a chain that pass every filter. `ending_soon` keeps to those that still take donations. */
export async function listCampaigns(
  pool: pg.Pool,
  chain: ChainPosition,
  { filters, ordering, includeMetadata, page, ipfsUrl }: CampaignListRequest,
): Promise<Page<Campaign>> {
  const where = campaignConditions(chain, filters)
  if (ordering.endsWith('ending_soon')) where.push(acceptsDonationsAt(chain.clockTs))
  const columns = campaignColumns(chain.clockTs)
  const found = await readPage<CampaignRow & Partial<MetadataSummaryColumn>>(pool, {
    columns: includeMetadata ? sql`${columns}, ${metadataSummaryColumn}` : columns,
    from: sql`campaigns c ${metadataJoin}`,
    where,
    ordering: campaignOrdering(ordering),
    page,
  })
  return { ...found, rows: found.rows.map((row) => toListedCampaign(row, ipfsUrl)) }
}
