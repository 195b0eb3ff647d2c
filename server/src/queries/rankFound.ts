import { campaignConditions, readsMetadata } from './campaignFilters.ts'
import { type Campaign, type CampaignStatus, statusAt } from './campaignRow.ts'
import { readCampaigns } from './foundCampaigns.ts'
import { type FoundText, readTexts, type TextVersion } from './foundText.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type KeptRows, keepOf, serverStart } from './keptRows.ts'
import type { CampaignListRequest } from './listCampaigns.ts'
import { encodeCursor, type Ordering, type PageRequest, whereClause } from './paging.ts'
import type { Search } from './readSearch.ts'
import { hasFilters, metadataOfEach, searchSource } from './searchSource.ts'
import { type Queryable, runPrepared, sql } from './sql.ts'

/** More are left to PostgreSQL to put in order. */
const MOST_RANKED = 2_000
/** More than any window held so far; then it begins anew. */
const MOST_DONORS = 100_000

interface FoundRow {
  address: string
  version: string
  document: number | null
  document_version: string | null
  category: string | null
  text_rank: number
  status: CampaignStatus
  /** Whether everything was looked through for it. */
  is_whole: boolean
  /** Which version of the windows is there. */
  windows: string | null
  server_start: number
}

export interface RankedPage {
  count: number
  /** How many there are now; a walk goes on with the count of when it began. */
  passing: number
  rows: Campaign[]
  /** What each says of itself; null where nothing is resolved. */
  texts: (FoundText | null)[]
  nextCursor: string | null
  /** How many there are of each category and status, in small letters. */
  counted: { status: CampaignStatus; category: string | null; count: number }[]
  isExhaustive: boolean
}

/**
 * A page by relevance: PostgreSQL finds what matches, as narrow rows, and they are put in order here, where a look-up in a table of numbers
 * costs a tenth of what one by key costs there. Of the page's rows those that are kept need not be read (KeptRows).
 *
 * @returns undefined where more match than are put in order here
 */
export async function rankFound(
  db: Queryable,
  chain: ChainPosition,
  search: Search,
  { filters, page }: Pick<CampaignListRequest, 'filters' | 'page'>,
  ordering: Ordering,
  options: { isBounded: boolean; wantsTexts: boolean },
): Promise<RankedPage | undefined> {
  const { status, category, ...others } = filters
  const { isBounded, wantsTexts } = options
  if (!isBounded && 'text' in search && search.shares) {
    const { text, shares } = search
    if (text.share.story * shares.documents > MOST_RANKED) return undefined
  }
  const source = searchSource(chain.chainId, search, { isBounded, hasFilters: hasFilters(filters) })
  const found = await runPrepared<FoundRow>(
    db,
    sql`select c.address, c.row_version as version, s.document, s.version as document_version, lower(s.category) as category,
        s.text_rank, s.is_whole, ${statusAt(chain.clockTs)} as status,
        (select xmin from standings where chain_id = ${chain.chainId}) as windows, ${serverStart} as server_start
      from ${source.from} ${readsMetadata(others) ? metadataOfEach : sql``}
      ${whereClause(campaignConditions(chain, others))} limit ${MOST_RANKED + 1}::int`,
  )
  if (found.length > MOST_RANKED) return undefined
  if (found[0]) keepOf(search.kept, found[0].server_start)
  const isChosen = (row: FoundRow) =>
    (status === undefined || status.includes(row.status)) &&
    (category === undefined || (row.category !== null && category.includes(row.category)))
  const chosen = found.filter(isChosen)
  const donors = await readDonors(db, chain.chainId, search.kept, chosen)
  const ranked = inOrder(
    chosen.map((row) => ({ row, score: relevance(row.text_rank, donors.get(row.address) ?? 0) })),
    ordering,
  )
  const { shown, isMore } = pageOf(ranked, page, ordering)
  const rowsShown = shown.map(({ row }) => row)
  const [rows, texts] = await Promise.all([
    readCampaigns(db, chain, search.kept, rowsShown),
    wantsTexts
      ? readTexts(db, search.kept, rowsShown.filter(hasText).map(toTextVersion))
      : new Map<number, FoundText>(),
  ])
  const documents = new Map(rowsShown.map(({ address, document }) => [address, document]))
  const last = shown.at(-1)
  const count = 'page' in page.at ? chosen.length : page.at.count
  return {
    count,
    passing: chosen.length,
    rows,
    texts: rows.map(({ address }) => texts.get(documents.get(address) ?? -1) ?? null),
    nextCursor: isMore && last ? encodeCursor(ordering, count, [inMillionths(last.score), last.row.address]) : null,
    counted: countEach(found),
    isExhaustive: source.isExhaustive || found.some((row) => row.is_whole),
  }
}

/**
 * relevance = text × (1 + ln(1 + donors within 7 days) / 4)
 * text = ts_rank over title (1), blurb, tags and category (0.4), creator and place (0.2), by length; + 0.02 for the story.
 * In millionths, as PostgreSQL works it out (searchSource.ts).
 */
const relevance = (textRank: number, donors: number) =>
  Math.round((Math.fround(textRank) + 0.02) * (1 + Math.log(1 + donors) / 4) * 1_000_000)

interface Ranked {
  row: FoundRow
  score: number
}

function inOrder(ranked: Ranked[], { descending }: Ordering): Ranked[] {
  const sign = descending ? -1 : 1
  return ranked.sort((a, b) => sign * compare(a, b.score, b.row.address))
}

const compare = ({ score, row }: Ranked, other: number, address: string) =>
  score - other || (row.address < address ? -1 : row.address > address ? 1 : 0)

function pageOf(ranked: readonly Ranked[], { at, pageSize }: PageRequest, { descending }: Ordering) {
  let start = 0
  if ('page' in at) start = (at.page - 1) * pageSize
  else {
    const [score, address] = at.after as [string, string]
    const comesAfter = (one: Ranked) =>
      compare(one, Math.round(Number(score) * 1_000_000), address) * (descending ? -1 : 1) > 0
    const first = ranked.findIndex(comesAfter)
    start = first === -1 ? ranked.length : first
  }
  return { shown: ranked.slice(start, start + pageSize), isMore: ranked.length > start + pageSize }
}

/** A decimal without trailing zeros, as the cursor of this order has it. */
const inMillionths = (score: number) => String(score / 1_000_000)

/** Those of campaigns whose donors are known as of these very windows are not read again. */
async function readDonors(
  db: Queryable,
  chainId: number,
  { donors }: KeptRows,
  rows: readonly FoundRow[],
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map()
  const version = rows[0]!.windows
  let kept = donors.get(chainId)
  if (kept === undefined || kept.version !== version || kept.byAddress.size > MOST_DONORS) {
    kept = { version, byAddress: new Map() }
    donors.set(chainId, kept)
  }
  const { byAddress } = kept
  const missing = rows.flatMap(({ address }) => (byAddress.has(address) ? [] : [address]))
  if (missing.length === 0) return byAddress
  const found = await runPrepared<{ address: string; donors: number; windows: string | null }>(
    db,
    sql`select asked.address, coalesce(t.donors_count, 0) as donors,
        (select xmin from standings where chain_id = ${chainId}) as windows
      from unnest(${missing}::varchar[]) as asked (address) left join lateral (
        select * from period_campaigns t
        where t.chain_id = ${chainId} and t.period = '7d' and t.campaign_address = asked.address limit 1
      ) t on true`,
  )
  // Worked out anew in between: of this answer alone.
  const isSame = found[0]?.windows === version
  const all = isSame ? byAddress : new Map(byAddress)
  for (const { address, donors } of found) all.set(address, donors)
  return all
}

function countEach(found: readonly FoundRow[]): RankedPage['counted'] {
  const counted = new Map<string, RankedPage['counted'][number]>()
  for (const { status, category } of found) {
    const key = `${status} ${category ?? ''}`
    const one = counted.get(key)
    if (one) one.count++
    else counted.set(key, { status, category, count: 1 })
  }
  return [...counted.values()]
}

const hasText = (row: FoundRow) => row.document !== null
const toTextVersion = (row: FoundRow): TextVersion => ({ document: row.document!, version: row.document_version! })
