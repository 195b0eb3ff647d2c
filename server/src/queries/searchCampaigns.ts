import { hash } from 'node:crypto'
import { type CampaignFilters, campaignConditions, readsMetadata } from './campaignFilters.ts'
import { campaignOrdering } from './campaignOrderings.ts'
import {
  acceptsDonationsAt,
  type Campaign,
  type CampaignRow,
  campaignColumns,
  hasStatusAt,
  statusAt,
  toCampaign,
  withMetadata,
} from './campaignRow.ts'
import { type Counted, type FoundPage, isChosen, type SearchRequest, toFacets } from './foundPage.ts'
import { type FoundText, type Said, saidOfEach } from './foundText.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Highlights, highlight, NO_HIGHLIGHTS } from './highlight.ts'
import { toMetadataSummary } from './metadataRow.ts'
import { readPage, whereClause } from './paging.ts'
import { rankFound } from './rankFound.ts'
import type { Search } from './readSearch.ts'
import { areFew } from './searchParts.ts'
import { ENOUGH, foundRows, isWholeOf, metadataOfEach, rankedRows, searchSource, type Wanted } from './searchSource.ts'
import { join, type Queryable, type Sql, sql } from './sql.ts'
import type { TextQuery } from './textQuery.ts'

export interface FoundCampaign extends Campaign {
  highlights: Highlights
}

type FoundRow = CampaignRow & FoundText & { document: number | null }

/** With whether everything was looked through for one of them. */
type CountedRow = Counted & { is_whole: boolean }

/** Where fewer than this are found of what was looked at, or pass the filters, all are looked through. */
const FEW = 20

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
  if (!request.ordering.endsWith('relevance'))
    return (await searchIn(db, chain, search, request, { isBounded: false, hasFilters: true })).page
  const tries = await triesOf(chain, search, request.filters)
  const key = () => hash('sha256', JSON.stringify([chain.chainId, request.filters]), 'base64')
  let n = firstTry(search, key)
  for (; n < tries.length; n++) {
    const wanted = { ...tries[n]!, isBounded: true }
    const { page, passing } =
      (await rankedOf(db, chain, search, request, wanted)) ?? (await searchIn(db, chain, search, request, wanted))
    // The newest may all be of another chain or category, or hold what is excluded. However far a walk is, the same is decided.
    if (page.isExhaustive || (passing >= FEW && !areRatherFew(search, wanted, passing))) return page
    noteMissed(search, key(), n)
  }
  const whole = { ...tries[0]!, isBounded: false }
  if (isEverything(whole) && n === tries.length) {
    const ranked = await rankedOf(db, chain, search, request, whole)
    if (ranked !== undefined) return ranked.page
    noteMissed(search, key(), n)
  }
  return (await searchIn(db, chain, search, request, whole)).page
}

/** Put in order here; undefined where that cannot be. */
const rankedOf = async (...[db, chain, search, request, wanted]: Parameters<typeof searchIn>) =>
  'text' in search ? rankFound(db, chain, search, request, wanted) : undefined

const isEverything = ({ category, open, hasFilters }: Wanted) =>
  category === undefined && open === undefined && !hasFilters

/**
 * Whether so few were found of what was looked at that all there are seem to be few: how many documents use two words is a guess, which is high
 * for words of different subjects.
 */
const areRatherFew = (search: Search, wanted: Wanted, passing: number) =>
  'text' in search && isEverything(wanted) && isWholeOf(search, passing / ENOUGH)

/** How many tries found too few beside which filters, and one more where all are too many to rank them here; as long as a query is kept they are not made again. */
const missed = new WeakMap<TextQuery, Map<string, number>>()
const MOST_MISSED = 100

const firstTry = (search: Search, key: () => string) =>
  'text' in search ? (missed.get(search.text)?.get(key()) ?? 0) : 0

function noteMissed(search: Search, key: string, n: number): void {
  if (!('text' in search)) return
  const noted = missed.get(search.text) ?? new Map<string, number>()
  missed.set(search.text, noted)
  if (noted.size < MOST_MISSED) noted.set(key, n + 1)
}

/** What is looked at, one after the other, until enough pass: first what the index of documents knows of the filters. */
async function triesOf(
  chain: ChainPosition,
  search: Search,
  { status, category, ...others }: CampaignFilters,
): Promise<Omit<Wanted, 'isBounded'>[]> {
  const hasOthers = Object.values(others).some((value) => value !== undefined)
  const isOpen = status?.every((one) => one === 'ACTIVE') === true
  const shares = isOpen && 'text' in search ? search.shares : undefined
  const open = shares && 'text' in search ? await search.open(chain) : undefined
  if (shares === undefined || open === undefined) return [{ category, hasFilters: hasOthers || status !== undefined }]
  const first = { category, open, hasFilters: hasOthers }
  // Among many the newest need not be open.
  return hasOthers || areFew(open, shares) ? [first] : [first, { category, hasFilters: true }]
}

/**
 * In one statement, which finds everything once, puts it in order and looks up of the page alone what its rows say: each further one would
 * cost as much as to read twenty rows.
 *
 * @returns with how many passed the filters; a walk goes on with the count of when it began
 */
async function searchIn(
  db: Queryable,
  chain: ChainPosition,
  search: Search,
  { filters, ordering, includeMetadata, page, ipfsUrl, marks = false }: SearchRequest,
  wanted: Wanted,
): Promise<{ page: FoundPage; passing: number }> {
  const { status, category, ...others } = filters
  const source = searchSource(chain.chainId, search, wanted)
  const conditions = campaignConditions(chain, source.showsHidden ? others : { ...others, visibility: 'all' })
  if (ordering.endsWith('ending_soon')) conditions.push(acceptsDonationsAt(chain.clockTs))
  const passes: Sql[] = []
  if (status) passes.push(hasStatusAt(chain.clockTs, status))
  if (category) passes.push(sql`lower(c.found_category) = any(${category}::text[])`)
  const chosen = [...passes, sql`not c.is_beside`]
  const { beside, ...found } = await readPage<FoundRow>(db, {
    given: sql`with found as materialized (
      ${foundRows(source, readsMetadata(others) ? metadataOfEach : sql``, conditions)}
    )`,
    beside: sql`select json_agg(counted) from (
      select lower(c.found_category) as category, ${statusAt(chain.clockTs)} as status, count(*) as count, bool_or(c.is_whole) as is_whole
      from found c where not (${join([sql`c.is_beside`, ...passes], ' and ')}) group by 1, 2
    ) counted`,
    columns: sql`${campaignColumns(chain.clockTs)}, c.document, c.text_rank`,
    from: rankedRows(chain, sql`found`, chosen),
    where: [],
    ordering: campaignOrdering(ordering),
    page,
    total: sql`select count(*) from found c ${whereClause(chosen)}`,
    said: marks || includeMetadata ? saidOfEach({ withStories: marks && wantedIn(search) !== undefined }) : undefined,
  })
  const counted = (beside as CountedRow[] | null) ?? []
  const isExhaustive = source.isExhaustive || counted.some(({ is_whole }) => is_whole)
  return {
    page: {
      ...found,
      facets: toFacets(counted, status, category),
      isExhaustive,
      areFacetsExhaustive: isExhaustive && source.isWholeBeside,
      rows: found.rows.map((row) =>
        includeMetadata
          ? withMetadata(toCampaign(row), toMetadataSummary({ metadata_summary: isTold(row) ? row : null }, ipfsUrl))
          : toCampaign(row),
      ),
      texts: marks ? found.rows.map((row) => (isTold(row) ? row : null)) : [],
    },
    passing: counted.filter((one) => isChosen(one, status, category)).reduce((sum, { count }) => sum + count, 0),
  }
}
const isTold = (row: FoundRow): row is FoundRow & Said => row.document !== null

/** What of each campaign's words was found; `seen` where what was read for it was as the page is. */
export async function highlightFound(
  db: Queryable,
  search: Search,
  { rows, texts, seen }: Pick<FoundPage, 'rows' | 'texts' | 'seen'>,
): Promise<Pick<FoundPage, 'seen'> & { rows: FoundCampaign[] }> {
  const wanted = wantedIn(search)
  const marked = wanted === undefined ? { highlights: [], seen } : await highlight(db, wanted, texts, seen)
  return {
    rows: rows.map((row, i) => withHighlights(row, marked.highlights[i] ?? NO_HIGHLIGHTS)),
    seen: marked.seen,
  }
}

/** Set where it stands, as metadata are. */
function withHighlights(row: Campaign, highlights: Highlights): FoundCampaign {
  const found = row as FoundCampaign
  found.highlights = highlights
  return found
}

const wantedIn = (search: Search) => ('text' in search && search.text.wanted !== '' ? search.text : undefined)
