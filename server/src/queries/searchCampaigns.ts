import { campaignConditions, readsMetadata } from './campaignFilters.ts'
import { campaignOrdering } from './campaignOrderings.ts'
import {
  acceptsDonationsAt,
  type Campaign,
  type CampaignRow,
  type CampaignStatus,
  campaignColumns,
  hasStatusAt,
  statusAt,
  toCampaign,
  toListedCampaign,
} from './campaignRow.ts'
import { type FoundText, type FoundTextColumns, foundTextOf, toFoundText } from './foundText.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Highlights, highlight, NO_HIGHLIGHTS } from './highlight.ts'
import type { CampaignListRequest } from './listCampaigns.ts'
import { type Page, readPage, whereClause } from './paging.ts'
import type { Search } from './readSearch.ts'
import { foundRows, hasFilters, rankedRows, searchSource } from './searchSource.ts'
import { type Queryable, type Sql, sql } from './sql.ts'

export interface FoundCampaign extends Campaign {
  highlights: Highlights
}

export interface Facets {
  category: Record<string, number>
  status: Record<string, number>
}

export interface FoundPage extends Page<Campaign> {
  /** What each of the rows says of itself, where it was asked for highlights. */
  texts: (FoundText | null)[]
  facets: Facets
  /** False where a word was looked for in the newest documents alone, because very many use it. */
  isExhaustive: boolean
}

/** `count status` or `count status category`, of each category and status. */
type Counted = string[]

type SearchRequest = CampaignListRequest & { marks?: boolean }

/**
 * A page of what was found, with how many there are of each category and status: of each as if it were not filtered by
 * itself, so that one sees what another choice would give.
 */
export async function searchCampaigns(
  db: Queryable,
  chain: ChainPosition,
  search: Search,
  request: SearchRequest,
): Promise<FoundPage> {
  // Another order than relevance is of everything that matches.
  const found = await searchWithin(db, chain, search, request, request.ordering.endsWith('relevance'))
  // The newest may all be of another chain or category, or hold what is excluded: then all are looked through, and a walk goes on so.
  const isMissed = found.rows.length === 0 && (found.count === 0 || 'after' in request.page.at)
  return found.isExhaustive || !isMissed ? found : searchWithin(db, chain, search, request, false)
}

/** In one statement, which finds everything once. */
async function searchWithin(
  db: Queryable,
  chain: ChainPosition,
  search: Search,
  { filters, ordering, includeMetadata, page, ipfsUrl, marks = false }: SearchRequest,
  isBounded: boolean,
): Promise<FoundPage> {
  const { status, category, ...others } = filters
  const source = searchSource(chain.chainId, search, { isBounded, hasFilters: hasFilters(filters) })
  const conditions = campaignConditions(chain, others)
  if (ordering.endsWith('ending_soon')) conditions.push(acceptsDonationsAt(chain.clockTs))
  const chosen: Sql[] = []
  if (status) chosen.push(hasStatusAt(chain.clockTs, status))
  if (category) chosen.push(sql`lower(c.found_category) = any(${category}::text[])`)
  const found = await readPage<CampaignRow & Partial<FoundTextColumns>>(db, {
    given: sql`with found as materialized (
      ${foundRows(source, readsMetadata(others) ? metadataOfEach : sql``, conditions)}
    )`,
    // Building a JSON array for each would cost more than counting.
    beside: sql`select json_agg(concat(count, ' ', status, ' ' || category)) from (
      select lower(c.found_category) as category, ${statusAt(chain.clockTs)} as status, count(*) as count
      from found c group by 1, 2
    ) counted`,
    columns: campaignColumns(chain.clockTs),
    from: rankedRows(chain.chainId, sql`found`, chosen),
    where: [],
    ordering: campaignOrdering(ordering),
    page,
    total: sql`select count(*) from found c ${whereClause(chosen)}`,
    each: marks || includeMetadata ? foundTextOf(chain.chainId, marks ? wantedIn(search) : undefined) : undefined,
  })
  const texts = found.rows.map((row) => (row.text_of === undefined ? null : toFoundText(row as FoundTextColumns)))
  return {
    ...found,
    facets: toFacets((found.beside as Counted | null) ?? [], status, category),
    isExhaustive: source.isExhaustive,
    rows: found.rows.map((row, i) =>
      includeMetadata ? toListedCampaign({ ...row, metadata_summary: texts[i]! }, ipfsUrl) : toCampaign(row),
    ),
    texts: marks ? texts : [],
  }
}

const metadataOfEach = sql`left join lateral (
  select * from campaign_metadata m where m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid limit 1
) m on true`

function toFacets(counted: Counted, status?: readonly CampaignStatus[], category?: readonly string[]): Facets {
  const facets: Facets = { category: {}, status: {} }
  for (const line of counted) {
    const { count, of, name } = readCounted(line)
    const isChosen = category === undefined || (name !== null && category.includes(name))
    if (isChosen) facets.status[of] = (facets.status[of] ?? 0) + count
    if (name !== null && (status === undefined || status.includes(of))) {
      facets.category[name] = (facets.category[name] ?? 0) + count
    }
  }
  return facets
}

function readCounted(line: string): { count: number; of: CampaignStatus; name: string | null } {
  const [, count, of, name = null] = /^(\d+) (\w+)(?: (.*))?$/s.exec(line)!
  return { count: Number(count), of: of as CampaignStatus, name }
}

/** What of each campaign's words was found. */
export async function highlightFound(
  db: Queryable,
  chainId: number,
  search: Search,
  { rows, texts }: Pick<FoundPage, 'rows' | 'texts'>,
): Promise<FoundCampaign[]> {
  const wanted = wantedIn(search)
  if (wanted === undefined) return rows.map((row) => ({ ...row, highlights: NO_HIGHLIGHTS }))
  const said = texts.flatMap((text, i) => (text === null ? [] : [{ address: rows[i]!.address, ...text }]))
  const marked = await highlight(db, chainId, wanted, said)
  return rows.map((row) => ({ ...row, highlights: marked.get(row.address) ?? NO_HIGHLIGHTS }))
}

const wantedIn = (search: Search) => ('text' in search && search.text.wanted !== '' ? search.text.wanted : undefined)
