import type { CampaignFilters } from './campaignFilters.ts'
import type { LexemeShares } from './lexemeShares.ts'
import { whereClause } from './paging.ts'
import type { Search } from './readSearch.ts'
import { type Sql, sql } from './sql.ts'

/** Of what very many documents say, so many are looked at: those whose titles say it best, then the newest. */
const ENOUGH = 120
/** With filters more are looked at, so that enough of them pass: so many titles and so many of the newest stories. */
const ENOUGH_TO_FILTER = 300
/** Where fewer than this are found in the newest documents, all are looked through: there cannot be many. */
const FEW = 20
/** For so many at least stories are looked through, where titles do not seem to give enough. */
const LEAST_STORIES = 100
/** So many of the campaigns that move most are looked at besides, however old they are. */
const MOVING = 50
/** What no more documents than this seem to say is ranked whole. */
const MOST_WHOLE = 150
/** To look at so many titles costs less than to leave out the older ones. */
const MOST_TITLES = 600
/** Ids a part of the documents, small and large, as migration 0028 says. */
const SMALL = 500
const LARGE = 8_000
/** Newer documents may have begun so many small parts since the newest id was looked for, and a large one. */
const SMALL_AHEAD = 4
/** So many small parts at most: the index takes longer to look through more of them than through a large one. */
const MOST_SMALL = 6
/** So many at most stand for the end of a large one. */
const MOST_REST = 4

export interface SearchSource {
  /** Rows `c` of campaigns with their `row_version`, beside `s (category, text_rank, document, version, is_whole)`: of their metadata. */
  from: Sql
  /** Whether everything that matches is among them; where not, `is_whole` of the rows may say so all the same. */
  isExhaustive: boolean
}

/**
 * What a search has to choose from. Campaigns are found one by one by their key (a subquery with a limit can only be a nested
 * loop): a hash of the whole table would cost more than the search.
 */
export function searchSource(
  chainId: number,
  search: Search,
  options: { isBounded: boolean; hasFilters: boolean },
): SearchSource {
  if ('exactly' in search) return exactSource(chainId, search.exactly, search.isMeant)
  if (search.text.text === '') return exactSource(chainId, sql`false`, sql`false`)
  const { text, share, hasExclusion } = search.text
  const shares = options.isBounded ? search.shares : undefined
  const found = (parts: {
    title?: string | undefined
    story?: string | undefined
    whole?: string
    enough?: number
    most?: number
    moving?: number
  }): Sql => {
    const { title = null, story = null, whole = null, enough = 1, most = null, moving = 0 } = parts
    return sql`search_found(${chainId}, ${title}::tsquery, ${story}::tsquery, ${whole}::tsquery, ${text}::tsquery,
        ${enough}::int, ${FEW}::int, ${most}::int, ${moving}::int) s
      cross join lateral (
        select c.*, c.xmin as row_version from campaigns c
        where c.chain_id = ${chainId} and c.address = s.campaign_address and c.cid = s.cid limit 1
      ) c`
  }
  if (shares === undefined || share.story * shares.documents <= MOST_WHOLE) {
    return { isExhaustive: true, from: found({ story: text }) }
  }
  const { hasFilters } = options
  const wanted = hasFilters ? ENOUGH_TO_FILTER : ENOUGH
  const within = (parts: string | undefined) => (parts === undefined ? text : `(${text}) & (${parts})`)
  const titles = hasExclusion ? 0 : share.title * shares.documents
  // Stories are asked for what titles seem not to give; beside filters always, as of the best titles of all years few may pass, while what is
  // open, say, is among the newest.
  const stories = hasFilters ? wanted : Math.max(LEAST_STORIES, wanted - titles)
  const most = hasFilters ? 2 * wanted : wanted
  return {
    isExhaustive: false,
    from: found({
      // What is excluded may stand in the story: a title alone does not tell.
      title: hasExclusion
        ? undefined
        : within(titles <= MOST_TITLES ? undefined : newestParts(share.title, wanted, shares)),
      story: within(newestParts(share.story, stories, shares)),
      whole: text,
      enough: wanted,
      most,
      moving: hasExclusion ? 0 : MOVING,
    }),
  }
}

function exactSource(chainId: number, exactly: Sql, isMeant: Sql): SearchSource {
  return {
    isExhaustive: true,
    from: sql`(select c.*, c.xmin as row_version from campaigns c where c.chain_id = ${chainId} and ${exactly}) c
      cross join lateral (
        select m.category, (${isMeant})::int::real as text_rank, m.id as document, m.xmin as version, true as is_whole
        from (select) one left join campaign_metadata m
          on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid and m.state = 'resolved'
      ) s`,
  }
}

/** The metadata `m` of each campaign `c` of a source. */
export const metadataOfEach = sql`left join lateral (
  select * from campaign_metadata m where m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid limit 1
) m on true`

/** The newest parts that hold so many documents of what a share of all say; undefined where those would be all parts. */
function newestParts(share: number, enough: number, { newestId, idsPerDocument }: LexemeShares): string | undefined {
  const wanted = Math.ceil((enough / share) * idsPerDocument)
  if (wanted >= newestId) return undefined
  const oldest = newestId - wanted + 1
  return partsFrom(oldest, newestId).join(' | ')
}

/** Parts that hold all ids from the oldest on, and hardly older ones; quoted, as a text query has them. */
export function partsFrom(oldest: number, newest: number): string[] {
  const small = partsOf('~', SMALL, oldest, newest + SMALL_AHEAD * SMALL)
  if (small.length <= MOST_SMALL + SMALL_AHEAD) return small
  const border = Math.ceil(oldest / LARGE) * LARGE
  const rest = border > newest ? small : partsOf('~', SMALL, oldest, border - 1)
  if (rest.length > MOST_REST) return partsOf('~~', LARGE, oldest, newest + LARGE)
  return [...partsOf('~~', LARGE, border, newest + LARGE), ...rest]
}

function partsOf(sign: string, ids: number, oldest: number, newest: number): string[] {
  const first = Math.floor(oldest / ids)
  return Array.from({ length: Math.floor(newest / ids) - first + 1 }, (_, i) => `'${sign}${first + i}'`)
}

/**
 * relevance = text × (1 + ln(1 + donors within 7 days) / 4)
 * text = ts_rank over title (1), blurb, tags and category (0.4), creator and place (0.2), by length; + 0.02 for the story.
 * In millionths: whole numbers sort quicker than decimals.
 */
const relevance = sql`round((c.text_rank + 0.02) * (1 + ln(1 + coalesce(t.donors_count, 0)) / 4) * 1000000)::bigint`

/** The rows of a source as those of campaigns, with their category; `joined` and `conditions` are on `c`. */
export function foundRows({ from }: SearchSource, joined = sql``, conditions: readonly Sql[] = []): Sql {
  return sql`select c.*, s.category as found_category, s.text_rank, s.document, s.version as document_version from ${from} ${joined} ${whereClause(conditions)}`
}

/** Found rows as `c`, with their trend (`t`) and relevance. How it moves is looked up only of what is chosen. */
export function rankedRows(chainId: number, found: Sql, chosen: readonly Sql[] = []): Sql {
  return sql`(
      select c.*, coalesce(t.trend, 0) as trend, ${relevance} as score
      from ${found} c left join lateral (
        select * from period_campaigns t
        where t.chain_id = ${chainId} and t.period = '7d' and t.campaign_address = c.address limit 1
      ) t on true ${whereClause(chosen)}
    ) c cross join lateral (select c.trend) t`
}

/** Whether anything but the words narrows a search. */
export const hasFilters = (filters: CampaignFilters) => Object.values(filters).some((value) => value !== undefined)
