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
} from './campaignRow.ts'
import { type FoundText, readTexts } from './foundText.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Highlights, highlight, NO_HIGHLIGHTS } from './highlight.ts'
import { keepOf, serverStart } from './keptRows.ts'
import type { CampaignListRequest } from './listCampaigns.ts'
import { toMetadataSummary } from './metadataRow.ts'
import { type Page, readPage, whereClause } from './paging.ts'
import { type RankedPage, rankFound } from './rankFound.ts'
import type { Search } from './readSearch.ts'
import { foundRows, hasFilters, metadataOfEach, rankedRows, searchSource } from './searchSource.ts'
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

type Counted = RankedPage['counted'][number]
type SearchRequest = CampaignListRequest & { marks?: boolean }

/** Where filters leave fewer of what was looked at, all are looked through. */
const FEW_PASSED = 20

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
  if (!request.ordering.endsWith('relevance')) return searchWhole(db, chain, search, request)
  return searchRanked(db, chain, search, request, true)
}

async function searchRanked(
  db: Queryable,
  chain: ChainPosition,
  search: Search,
  request: SearchRequest,
  isBounded: boolean,
): Promise<FoundPage> {
  const { filters, ordering, includeMetadata, ipfsUrl, marks = false } = request
  const ranked = await rankFound(db, chain, search, request, campaignOrdering(ordering), {
    isBounded,
    wantsTexts: marks || includeMetadata,
  })
  if (ranked === undefined) return searchWhole(db, chain, search, request)
  const { rows, texts, counted, passing, ...found } = ranked
  // The newest may all be of another chain or category, or hold what is excluded. However far a walk is, the same is decided.
  const isMissed = passing === 0 || (passing < FEW_PASSED && hasFilters(filters))
  if (isBounded && isMissed && !found.isExhaustive) return searchRanked(db, chain, search, request, false)
  return {
    ...found,
    facets: toFacets(counted, filters.status, filters.category),
    rows: includeMetadata ? withSummaries(rows, texts, ipfsUrl) : rows,
    texts: marks ? texts : [],
  }
}

/** In one statement, which finds everything once and puts it in any order. */
async function searchWhole(
  db: Queryable,
  chain: ChainPosition,
  search: Search,
  { filters, ordering, includeMetadata, page, ipfsUrl, marks = false }: SearchRequest,
): Promise<FoundPage> {
  const { status, category, ...others } = filters
  const source = searchSource(chain.chainId, search, { isBounded: false, hasFilters: hasFilters(filters) })
  const conditions = campaignConditions(chain, others)
  if (ordering.endsWith('ending_soon')) conditions.push(acceptsDonationsAt(chain.clockTs))
  const chosen: Sql[] = []
  if (status) chosen.push(hasStatusAt(chain.clockTs, status))
  if (category) chosen.push(sql`lower(c.found_category) = any(${category}::text[])`)
  const { beside, ...found } = await readPage<
    CampaignRow & { document: number | null; document_version: string; server_start: number }
  >(db, {
    given: sql`with found as materialized (
      ${foundRows(source, readsMetadata(others) ? metadataOfEach : sql``, conditions)}
    )`,
    beside: sql`select json_agg(counted) from (
      select lower(c.found_category) as category, ${statusAt(chain.clockTs)} as status, count(*) as count
      from found c group by 1, 2
    ) counted`,
    columns: sql`${campaignColumns(chain.clockTs)}, c.document, c.document_version, ${serverStart} as server_start`,
    from: rankedRows(chain.chainId, sql`found`, chosen),
    where: [],
    ordering: campaignOrdering(ordering),
    page,
    total: sql`select count(*) from found c ${whereClause(chosen)}`,
  })
  const documents = found.rows.flatMap(({ document, document_version }) =>
    document === null ? [] : [{ document, version: document_version }],
  )
  if (found.rows[0]) keepOf(search.kept, found.rows[0].server_start)
  const known = marks || includeMetadata ? await readTexts(db, search.kept, documents) : new Map<number, FoundText>()
  const texts = found.rows.map(({ document }) => known.get(document ?? -1) ?? null)
  const rows = found.rows.map(toCampaign)
  return {
    ...found,
    facets: toFacets((beside as Counted[] | null) ?? [], status, category),
    isExhaustive: source.isExhaustive,
    rows: includeMetadata ? withSummaries(rows, texts, ipfsUrl) : rows,
    texts: marks ? texts : [],
  }
}

function withSummaries(rows: readonly Campaign[], texts: readonly (FoundText | null)[], ipfsUrl: string): Campaign[] {
  return rows.map((row, i) => ({ ...row, metadata: toMetadataSummary({ metadata_summary: texts[i]! }, ipfsUrl) }))
}

function toFacets(
  counted: readonly Counted[],
  status?: readonly CampaignStatus[],
  category?: readonly string[],
): Facets {
  const facets: Facets = { category: {}, status: {} }
  for (const { count, status: of, category: name } of counted) {
    const isChosen = category === undefined || (name !== null && category.includes(name))
    if (isChosen) facets.status[of] = (facets.status[of] ?? 0) + count
    if (name !== null && (status === undefined || status.includes(of))) {
      facets.category[name] = (facets.category[name] ?? 0) + count
    }
  }
  return facets
}

/** What of each campaign's words was found. */
export async function highlightFound(
  db: Queryable,
  search: Search,
  { rows, texts }: Pick<FoundPage, 'rows' | 'texts'>,
): Promise<FoundCampaign[]> {
  const wanted = wantedIn(search)
  if (wanted === undefined) return rows.map((row) => ({ ...row, highlights: NO_HIGHLIGHTS }))
  const said = texts.flatMap((text, i) => (text === null ? [] : [{ address: rows[i]!.address, ...text }]))
  const marked = await highlight(db, wanted, said)
  return rows.map((row) => ({ ...row, highlights: marked.get(row.address) ?? NO_HIGHLIGHTS }))
}

const wantedIn = (search: Search) => ('text' in search && search.text.wanted !== '' ? search.text.wanted : undefined)
