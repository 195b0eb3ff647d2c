import { type CampaignFilters, campaignConditions, isShown, readsMetadata } from './campaignFilters.ts'
import { campaignOrdering } from './campaignOrderings.ts'
import { campaignAt, statusSince, withMetadata } from './campaignRow.ts'
import { Counts, type FoundPage, isChosen, type SearchRequest, toFacets } from './foundPage.ts'
import { type ChainPosition, seen } from './getChainPosition.ts'
import { type KeptCampaign, keptCampaignsOf, readRecent } from './keptCampaigns.ts'
import { toMetadataSummary } from './metadataRow.ts'
import { pageOfRows, whereClause } from './paging.ts'
import type { Search } from './readSearch.ts'
import {
  foundRows,
  MOVED_SECONDS,
  metadataOfEach,
  type SearchSource,
  searchSource,
  type Wanted,
} from './searchSource.ts'
import { literal, type Queryable, runPrepared, type Sql, sql } from './sql.ts'

/** More than this is left to PostgreSQL to put in order. */
const MOST_RANKED = 1_000

/**
 * The most relevant of what is looked at: PostgreSQL finds documents and says how well their titles match; what their campaigns are, how
 * they move and what they say is mostly known here (keptCampaigns.ts).
 *
 * @returns with how many passed the filters; undefined where too many are found to rank them here
 */
export async function rankFound(
  db: Queryable,
  chain: ChainPosition,
  search: Search,
  { filters, ordering, includeMetadata, page, ipfsUrl, marks = false }: SearchRequest,
  wanted: Wanted,
): Promise<{ page: FoundPage; passing: number } | undefined> {
  const { status, category, ...others } = filters
  const source = searchSource(chain.chainId, search, wanted)
  const kept = keptCampaignsOf(db)
  await kept.follow(db, chain)
  const found = await findDocuments(db, chain.chainId, documentsIn(source, chain, others))
  const { documents, ranks, beside } = found
  if (documents.length + beside.length > MOST_RANKED) return undefined
  const { campaigns, feedId } = await kept.read(db, [...documents, ...beside])
  const counts = new Counts()
  const chosen: KeptCampaign[] = []
  const chosenRanks: number[] = []
  campaigns.forEach((one, i) => {
    if (one === null) return
    const kind = { status: statusSince(one.campaign.status, one.deadlineTs, chain.clockTs), category: one.category }
    const passes = isChosen(kind, status, category)
    if (i < documents.length && passes) {
      chosen.push(one)
      chosenRanks.push(ranks[i]!)
    }
    if (i < documents.length || !passes) counts.add(kind)
  })
  const { donors, wereKnown } = await readRecent(db, chain.chainId, chosen, found.computedAt)
  const moved = chain.clockTs - MOVED_SECONDS
  const { descending } = campaignOrdering(ordering)
  const ranked = chosen.map((one, i) => ({
    kept: one,
    score: scoreOf(chosenRanks[i]!, one.deadlineTs > moved ? donors[i]! : 0),
    address: one.campaign.address,
  }))
  ranked.sort(descending ? (a, b) => compare(b, a) : compare)
  const { rows: shown, ...rest } = pageOfRows(
    ranked,
    { ordering: campaignOrdering(ordering), page },
    ({ score, address }) => [millionths(score), address],
    (one, [score, address]) => {
      const order = compare(one, { score: Math.round(Number(score) * 1_000_000), address: address! })
      return descending ? order < 0 : order > 0
    },
  )
  const isExhaustive = source.isExhaustive || found.isWhole
  return {
    page: {
      ...rest,
      rows: shown.map(({ kept: { campaign, deadlineTs, said } }) => {
        const now = campaignAt(campaign, deadlineTs, chain.clockTs)
        return includeMetadata ? withMetadata(now, toMetadataSummary({ metadata_summary: said }, ipfsUrl)) : now
      }),
      texts: marks ? shown.map(({ kept: { said } }) => said) : [],
      facets: toFacets(counts.all, status, category),
      isExhaustive,
      areFacetsExhaustive: isExhaustive && source.isWholeBeside,
      seen: feedId === chain.feedId && wereKnown ? found.seen : undefined,
    },
    passing: chosen.length,
  }
}

/** Rows `(document, text_rank, is_whole, is_beside)` of a source; campaigns are read for them only where they have to pass other filters. */
function documentsIn(source: SearchSource, chain: ChainPosition, others: CampaignFilters): Sql {
  const hasOthers = Object.values(others).some((value) => value !== undefined)
  if (source.documents !== undefined && !hasOthers) {
    const shown = source.showsHidden ? [isShown(chain.chainId, sql`s.campaign_address`)] : []
    return sql`select s.id as document, s.text_rank, s.is_whole, s.is_beside from (${source.documents}) s ${whereClause(shown)}`
  }
  const conditions = campaignConditions(chain, source.showsHidden ? others : { ...others, visibility: 'all' })
  return sql`select c.document, c.text_rank, c.is_whole, c.is_beside
    from (${foundRows(source, readsMetadata(others) ? metadataOfEach : sql``, conditions)}) c where c.document is not null`
}

interface FoundDocuments {
  documents: number[]
  /** How well the title of each matches. */
  ranks: number[]
  /** Of those that tell what other filters would give. */
  beside: number[]
  /** Whether all that matches was looked through. */
  isWhole: boolean
  /** When the windows were worked out; null where they never were. */
  computedAt: string | null
  seen: string | null
}

/** As arrays, and those as text: a row to each document would take longer to read than the rest. */
async function findDocuments(db: Queryable, chainId: number, rows: Sql): Promise<FoundDocuments> {
  const [row] = await runPrepared<{
    documents: string | null
    ranks: string | null
    beside: string | null
    is_whole: boolean | null
    computed_at: string | null
    seen: string | null
  }>(
    db,
    sql`select array_agg(s.document) filter (where not s.is_beside)::text as documents,
        array_agg(s.text_rank) filter (where not s.is_beside)::text as ranks,
        array_agg(s.document) filter (where s.is_beside)::text as beside, bool_or(s.is_whole) as is_whole,
        (select w.computed_at::text from standings w where w.chain_id = ${chainId}) as computed_at, ${seen} as seen
      from (select * from (${rows}) every limit ${literal(MOST_RANKED + 1)}) s`,
  )
  return {
    documents: numbersIn(row!.documents),
    ranks: numbersIn(row!.ranks),
    beside: numbersIn(row!.beside),
    isWhole: row!.is_whole === true,
    computedAt: row!.computed_at,
    seen: row!.seen,
  }
}

/** An array of numbers as PostgreSQL writes it. */
const numbersIn = (array: string | null): number[] => (array === null ? [] : JSON.parse(`[${array.slice(1, -1)}]`))

/** As `relevance` in searchSource.ts. @param textRank as PostgreSQL wrote it: it holds it in four bytes */
const scoreOf = (textRank: number, donors: number) =>
  Math.round((Math.fround(textRank) + 0.02) * (1 + Math.log(1 + donors) / 4) * 1_000_000)

interface Ranked {
  score: number
  address: string
}

const compare = (a: Ranked, b: Ranked) =>
  a.score - b.score || Number(a.address > b.address) - Number(a.address < b.address)

/** As a cursor names them: a decimal number without zeros at its end. */
const millionths = (score: number) => (score / 1_000_000).toFixed(6).replace(/\.?0+$/, '')
