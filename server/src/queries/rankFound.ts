import { campaignConditions, isShown, readsMetadata } from './campaignFilters.ts'
import { campaignOrdering } from './campaignOrderings.ts'
import { campaignAt, statusSince, withMetadata } from './campaignRow.ts'
import { Counts, type FoundPage, isChosen, type SearchRequest, toFacets } from './foundPage.ts'
import { type ChainPosition, seen } from './getChainPosition.ts'
import { type KeptCampaign, keptCampaignsOf, readRecent } from './keptCampaigns.ts'
import { toMetadataSummary } from './metadataRow.ts'
import { pageOf, whereClause } from './paging.ts'
import type { Search } from './readSearch.ts'
import { foundRows, MOVED_SECONDS, metadataOfEach, searchSource, type Wanted } from './searchSource.ts'
import { literal, type Queryable, runPrepared, type Sql, sql } from './sql.ts'

/** More than this is left to PostgreSQL to put in order. */
const MOST_RANKED = 1_000

/** Arrays as text: a row to each document would take longer to read than the rest. */
interface FoundRow {
  documents: string | null
  ranks: string | null
  /** Of those that tell what other filters would give; null where none does. */
  beside: string | null
  is_whole: boolean | null
  /** When the windows were worked out. */
  computed_at: string | null
  seen: string | null
}

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
  const hasOthers = Object.values(others).some((value) => value !== undefined)
  const rows = hasOthers || source.documents === undefined ? filteredRows() : documentRows(source.documents)

  function documentRows(documents: Sql): Sql {
    return sql`select s.id as document, s.text_rank, s.is_whole, s.is_beside
      from (${documents}) s ${source.showsHidden ? whereClause([isShown(chain.chainId, sql`s.campaign_address`)]) : sql``}`
  }

  function filteredRows(): Sql {
    const conditions = campaignConditions(chain, source.showsHidden ? others : { ...others, visibility: 'all' })
    return sql`select * from (${foundRows(source, readsMetadata(others) ? metadataOfEach : sql``, conditions)}) c
      where c.document is not null`
  }

  const [row] = await runPrepared<FoundRow>(
    db,
    sql`select array_agg(s.document) filter (where not s.is_beside)::text as documents,
        array_agg(s.text_rank) filter (where not s.is_beside)::text as ranks,
        array_agg(s.document) filter (where s.is_beside)::text as beside, bool_or(s.is_whole) as is_whole,
        (select w.computed_at::text from standings w where w.chain_id = ${chain.chainId}) as computed_at,
        ${seen} as seen
      from (select * from (${rows}) every limit ${literal(MOST_RANKED + 1)}) s`,
  )
  const [documents, ranks, beside] = [numbersIn(row!.documents), numbersIn(row!.ranks), numbersIn(row!.beside)]
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
  const { donors, wereKnown } = await readRecent(db, chain.chainId, chosen, row!.computed_at)
  const moved = chain.clockTs - MOVED_SECONDS
  const { descending } = campaignOrdering(ordering)
  const ranked = chosen.map((one, i) => ({
    kept: one,
    score: scoreOf(chosenRanks[i]!, one.deadlineTs > moved ? donors[i]! : 0),
    address: one.campaign.address,
  }))
  ranked.sort(descending ? (a, b) => compare(b, a) : compare)
  const { rows: shown, ...rest } = pageOf(
    ranked,
    { ordering: campaignOrdering(ordering), page },
    ({ score, address }) => [millionths(score), address],
    (one, [score, address]) => {
      const order = compare(one, { score: Math.round(Number(score) * 1_000_000), address: address! })
      return descending ? order < 0 : order > 0
    },
  )
  const isExhaustive = source.isExhaustive || row!.is_whole === true
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
      seen: feedId === chain.feedId && wereKnown ? row!.seen : undefined,
    },
    passing: chosen.length,
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
