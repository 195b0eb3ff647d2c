import { type CampaignFilters, campaignConditions, readsMetadata } from './campaignFilters.ts'
import { type CampaignOrdering, campaignOrdering, usesStandings } from './campaignOrderings.ts'
import {
  acceptsDonationsAt,
  type Campaign,
  type CampaignRow,
  campaignColumns,
  toListedCampaign,
} from './campaignRow.ts'
import { countCounted } from './countedCampaigns.ts'
import { countShown } from './countShown.ts'
import { foundByKind } from './foundByKind.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type MetadataSummaryColumn, metadataJoin, metadataSummaryColumn } from './metadataRow.ts'
import { type Page, type PageRequest, readPage } from './paging.ts'
import { join, type Queryable, type Sql, sql } from './sql.ts'
import { trendingCampaigns } from './trendingCampaigns.ts'

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
  db: Queryable,
  chain: ChainPosition,
  { filters, ordering, includeMetadata, page, ipfsUrl }: CampaignListRequest,
): Promise<Page<Campaign>> {
  const where = campaignConditions(chain, filters)
  const isOpen = ordering.endsWith('ending_soon')
  const isWhole = !isOpen && Object.values(filters).every((value) => value === undefined)
  if (isOpen) where.push(acceptsDonationsAt(chain.clockTs))
  const columns = campaignColumns(chain.clockTs)
  const metadata = readsMetadata(filters) ? metadataJoin : sql``
  const isByTrend = ordering === 'trending'
  const from = sql`${campaignsBy(ordering, chain.chainId)} ${metadata}`
  const rows = (await fewOf()) ?? {
    from: isByTrend ? trendingCampaigns(chain.chainId, metadata, where, page) : from,
    where: isByTrend ? [] : where,
    total:
      (isWhole ? countShown(chain.chainId) : countCounted(chain, filters, { isOpen })) ??
      sql`select count(*) from campaigns c ${metadata} where ${join(where, ' and ')}`,
  }
  const found = await readPage<CampaignRow & Partial<MetadataSummaryColumn>>(db, {
    columns: includeMetadata ? sql`${columns}, ${metadataSummaryColumn}` : columns,
    ordering: campaignOrdering(ordering),
    page,
    ...rows,
  })
  return { ...found, rows: found.rows.map((row) => toListedCampaign(row, ipfsUrl)) }

  /** Few pass these filters, and no index has both them and an order: they are found once, to be counted and to be ordered. */
  async function fewOf() {
    if (!('page' in page.at) || usesStandings(ordering) || !asksForFew(filters)) return undefined
    const needed = page.at.page * page.pageSize + 1
    return (
      (await foundByKind(db, chain, { filters, ordering, needed })) ?? {
        given: sql`with found as materialized (select c.* from ${from} where ${join(where, ' and ')})`,
        from: sql`found c`,
        where: [],
        total: sql`select count(*) from found`,
      }
    )
  }
}

const asksForFew = ({ category, tag, location }: CampaignFilters) =>
  [category, tag, location].some((value) => value !== undefined)

/** Campaigns `c`, beside what the last seven days brought to each (`t`) where the ordering asks for it. */
export function campaignsBy(ordering: CampaignOrdering, chainId: number): Sql {
  if (!usesStandings(ordering)) return sql`campaigns c`
  return sql`campaigns c left join period_campaigns t
    on t.chain_id = ${chainId} and t.campaign_address = c.address and t.period = '7d'`
}
