import type { CampaignFilters } from './campaignFilters.ts'
import type { Search } from './readSearch.ts'
import { join, type Sql, sql } from './sql.ts'

/** A word that very many documents use is looked for in the newest ones alone, until about so many are found. */
const ENOUGH = 300
/** With filters more are looked through, so that enough of them pass. */
const ENOUGH_TO_FILTER = 1_500
/** Ids a bucket, as migration 0015 says. */
const BUCKET = 500
/** Buckets that newer documents may have begun since the newest id was looked for. */
const BUCKETS_AHEAD = 4
/** More cost more than they save. */
const MOST_BUCKETS = 200

export interface SearchSource {
  /** Rows `c` of campaigns beside `s (category, text_rank)`. */
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
  const [story, title] = options.isBounded
    ? boundsOf(search, options.hasFilters ? ENOUGH_TO_FILTER : ENOUGH)
    : [undefined, undefined]
  const bounded = (buckets: string | undefined) => (buckets === undefined ? text : `(${text}) & (${buckets})`)
  // The titles of older documents are looked through besides: what they say counts most.
  const titles = story === undefined || search.text.hasExclusion ? null : bounded(title)
  return {
    isExhaustive: story === undefined,
    from: sql`search_matches(${chainId}, ${bounded(story)}::tsquery, ${titles}::tsquery, ${text}::tsquery) s
      cross join lateral (
        select * from campaigns c where c.chain_id = ${chainId} and c.address = s.campaign_address and c.cid = s.cid limit 1
      ) c`,
  }
}

function exactSource(chainId: number, exactly: Sql, isMeant: Sql): SearchSource {
  return {
    isExhaustive: true,
    from: sql`(select * from campaigns c where c.chain_id = ${chainId} and ${exactly}) c
      cross join lateral (
        select (
            select m.category from campaign_metadata m
            where m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid and m.state = 'resolved'
          ) as category, (${isMeant})::int::real as text_rank
      ) s`,
  }
}

/** The buckets to look in, for stories and for titles; undefined: all of them. */
function boundsOf(search: Extract<Search, { text: unknown }>, enough: number): (string | undefined)[] {
  const { text, shares } = search
  if (shares === undefined) return [undefined, undefined]
  const newest = Math.floor(shares.newestId / BUCKET)
  return [text.share.story, text.share.title].map((share) => {
    const count = Math.ceil(((enough / share) * shares.idsPerDocument) / BUCKET) + 1
    if (count > Math.min(newest, MOST_BUCKETS)) return undefined
    return Array.from({ length: count + BUCKETS_AHEAD }, (_, i) => `'~${newest + BUCKETS_AHEAD - i}'`).join(' | ')
  })
}

/**
 * relevance = text × (1 + ln(1 + donors within 7 days) / 4)
 * text = ts_rank over title (1), blurb, tags and category (0.4), creator and place (0.2), by length; + 0.02 for the story.
 */
const relevance = sql`round(((s.text_rank + 0.02) * (1 + ln(1 + coalesce(t.donors_count, 0)) / 4))::numeric, 6)`

/** The rows of a source as those of campaigns, with their category, trend and relevance; `joined` and `conditions` are on `c`. */
export function foundRows(
  chainId: number,
  { from }: SearchSource,
  joined = sql``,
  conditions: readonly Sql[] = [],
): Sql {
  return sql`select c.*, s.category as found_category, coalesce(t.trend, 0) as trend, ${relevance} as score
    from ${from} left join lateral (
      select * from period_campaigns t
      where t.chain_id = ${chainId} and t.period = '7d' and t.campaign_address = c.address limit 1
    ) t on true ${joined} ${conditions.length === 0 ? sql`` : sql`where ${join(conditions, ' and ')}`}`
}

/** Whether anything but the words narrows a search. */
export const hasFilters = (filters: CampaignFilters) => Object.values(filters).some((value) => value !== undefined)
