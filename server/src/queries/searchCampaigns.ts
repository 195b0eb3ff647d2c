import type pg from 'pg'
import { type CampaignFilters, campaignConditions } from './campaignFilters.ts'
import { type Campaign, type CampaignStatus, statusAt } from './campaignRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Highlights, highlight, NO_HIGHLIGHTS } from './highlight.ts'
import { type CampaignListRequest, listCampaigns } from './listCampaigns.ts'
import { metadataJoin } from './metadataRow.ts'
import type { Page } from './paging.ts'
import type { Search } from './readSearch.ts'
import { join, run, sql } from './sql.ts'

export interface FoundCampaign extends Campaign {
  highlights: Highlights
}

export interface Facets {
  category: Record<string, number>
  status: Record<string, number>
}

export interface FoundPage extends Page<FoundCampaign> {
  facets: Facets
}

/**
 * A page of what was found, with how many there are of each category and status: of each as if it were not filtered by
 * itself, so that one sees what another choice would give.
 */
export async function searchCampaigns(
  pool: pg.Pool,
  chain: ChainPosition,
  request: CampaignListRequest & { filters: CampaignFilters & { search: Search } },
): Promise<FoundPage> {
  const [found, facets] = await Promise.all([
    listCampaigns(pool, chain, request),
    countFacets(pool, chain, request.filters),
  ])
  const marked = await highlight(
    pool,
    chain.chainId,
    request.filters.search.query,
    found.rows.map(({ address }) => address),
  )
  return {
    ...found,
    facets,
    rows: found.rows.map((row) => ({ ...row, highlights: marked.get(row.address) ?? NO_HIGHLIGHTS })),
  }
}

async function countFacets(pool: pg.Pool, chain: ChainPosition, filters: CampaignFilters): Promise<Facets> {
  const { status, category, ...others } = filters
  const rows = await run<{ category: string | null; status: CampaignStatus; count: number }>(
    pool,
    sql`select case when m.state = 'resolved' then lower(m.category) end as category, ${statusAt(chain.clockTs)} as status,
        count(*)
      from campaigns c ${metadataJoin} where ${join(campaignConditions(chain, others), ' and ')} group by 1, 2`,
  )
  const facets: Facets = { category: {}, status: {} }
  for (const row of rows) {
    const isChosen = category === undefined || (row.category !== null && category.includes(row.category))
    if (isChosen) facets.status[row.status] = (facets.status[row.status] ?? 0) + row.count
    const name = row.category
    if (name !== null && (status === undefined || status.includes(row.status))) {
      facets.category[name] = (facets.category[name] ?? 0) + row.count
    }
  }
  return facets
}
