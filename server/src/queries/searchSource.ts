import type { CampaignFilters } from './campaignFilters.ts'
import { whereClause } from './paging.ts'
import type { Search } from './readSearch.ts'
import { type Sql, sql } from './sql.ts'

/** A word that very many documents use is looked for in the newest ones alone, until about so many are found. */
const ENOUGH = 120
/** With filters more are looked through, so that enough of them pass. */
const ENOUGH_TO_FILTER = 300
/** So many of the campaigns that move most are looked at besides, however old they are. */
const MOVING = 50
/** Ids a bucket, as migration 0015 says. */
const BUCKET = 500
/** Buckets that newer documents may have begun since the newest id was looked for. */
const BUCKETS_AHEAD = 4
/** More cost more than they save. */
const MOST_BUCKETS = 200

export interface SearchSource {
  /** Rows `c` of campaigns with their `row_version`, beside `s (category, text_rank, document, version)`: of their metadata. */
  from: Sql
  /** Whether everything that matches is among them. */
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
  const { text } = search.text
  const enough = options.hasFilters ? ENOUGH_TO_FILTER : ENOUGH
  const [story, title] = options.isBounded ? boundsOf(search, enough) : [undefined, undefined]
  // Filters pass what titles say least of as readily as what they say best.
  const most = story === undefined || options.hasFilters ? null : enough
  const bounded = (buckets: string | undefined) => (buckets === undefined ? text : `(${text}) & (${buckets})`)
  // The titles of older documents are looked through besides: what they say counts most.
  const titles = story === undefined || search.text.hasExclusion ? null : bounded(title)
  // Where not all titles are looked through, those of the campaigns that move most are: relevance may put them first.
  const moving = titles !== null && title !== undefined ? MOVING : 0
  return {
    isExhaustive: story === undefined,
    from: sql`search_found(${chainId}, ${bounded(story)}::tsquery, ${titles}::tsquery, ${text}::tsquery, ${most}::int, ${moving}::int) s
      cross join lateral (
        select c.*, c.xmin as row_version from campaigns c
        where c.chain_id = ${chainId} and c.address = s.campaign_address and c.cid = s.cid limit 1
      ) c`,
  }
}

function exactSource(chainId: number, exactly: Sql, isMeant: Sql): SearchSource {
  return {
    isExhaustive: true,
    from: sql`(select c.*, c.xmin as row_version from campaigns c where c.chain_id = ${chainId} and ${exactly}) c
      cross join lateral (
        select m.category, (${isMeant})::int::real as text_rank, m.id as document, m.xmin as version
        from (select) one left join campaign_metadata m
          on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid and m.state = 'resolved'
      ) s`,
  }
}

/** The metadata `m` of each campaign `c` of a source. */
export const metadataOfEach = sql`left join lateral (
  select * from campaign_metadata m where m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid limit 1
) m on true`

/** The buckets to look in, for stories and for titles; undefined: all of them. */
function boundsOf(search: Extract<Search, { text: unknown }>, enough: number): (string | undefined)[] {
  const { text, shares } = search
  if (shares === undefined) return [undefined, undefined]
  const newest = Math.floor(shares.newestId / BUCKET)
  const idsOfNewest = shares.newestId - newest * BUCKET + 1
  return [text.share.story, text.share.title].map((share) => {
    const ids = (enough / share) * shares.idsPerDocument
    const count = 1 + Math.max(0, Math.ceil((ids - idsOfNewest) / BUCKET))
    if (count > Math.min(newest, MOST_BUCKETS)) return undefined
    return Array.from({ length: count + BUCKETS_AHEAD }, (_, i) => `'~${newest + BUCKETS_AHEAD - i}'`).join(' | ')
  })
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
