import type { ChainPosition } from './getChainPosition.ts'
import type { OpenDocuments } from './openDocuments.ts'
import { whereClause } from './paging.ts'
import type { Search, TextSearch } from './readSearch.ts'
import { areFew, documentsFrom, newestParts } from './searchParts.ts'
import { join, literal, type Sql, sql, unseen } from './sql.ts'

/** Of what very many documents say, so many are looked at: those whose titles say it best, then the newest. */
export const ENOUGH = 120
/** Beside filters of which nobody knows how many pass more are looked at: so many titles and so many of the newest stories. */
const ENOUGH_TO_FILTER = 300
/** Of known filters at most so many, however few pass. */
const MOST_TO_FILTER = 240
/** So many of the newest are looked at beside those that may pass, for what another choice would give. */
const BESIDE = 60
/** For so many at least stories are looked through, where titles do not seem to give enough. */
const LEAST_STORIES = 100
/** So many of the campaigns that move most are looked at besides, however old they are. */
const MOVING = 50
/** What no more documents than this seem to say is ranked whole. */
const MOST_WHOLE = 250
/** To look at so many titles costs less than to leave out the older ones. */
const MOST_TITLES = 600
/** Where titles give this share of what is wanted, stories, which would come behind them, are not asked for the rest. */
const ENOUGH_TITLES = 0.8

export interface SearchSource {
  /**
   * Rows `c` of campaigns, beside `s (category, text_rank, id, is_whole, is_beside)`: of their metadata. Those that are beside tell what other filters
   * would give; they are not of what is found.
   */
  from: Sql
  /** The rows `s` alone, with `campaign_address`, of documents whose campaign may be gone or name another; left out where campaigns are found first. */
  documents?: Sql
  /** Whether everything that matches is among them; where not, `is_whole` of the rows may say so all the same. */
  isExhaustive: boolean
  /** Whether all that other filters would give is among them too, wherever all that matches is. */
  isWholeBeside: boolean
  /** Whether hidden campaigns are among them. Where the best are chosen they are not: a hundred of them would else be all that was looked at. */
  showsHidden: boolean
}

/** What of all that matches is wanted. */
export interface Wanted {
  /** Whether the best are enough. */
  isBounded: boolean
  /** Whether filters narrow it of which nobody knows how many pass. */
  hasFilters: boolean
  /** Categories of which alone something is wanted, in small letters. */
  category?: readonly string[] | undefined
  /** Where open ones lie, when no others are wanted. */
  open?: OpenDocuments | undefined
}

/**
 * What a search has to choose from. Campaigns are found one by one by their key (a subquery with a limit can only be a nested
 * loop): a hash of the whole table would cost more than the search.
 */
export function searchSource(chainId: number, search: Search, asked: Wanted): SearchSource {
  if ('exactly' in search) return exactSource(chainId, search.exactly, search.isMeant)
  if (search.text.text === '') return exactSource(chainId, sql`false`, sql`false`)
  const { shares } = search
  const { text, share, hasExclusion } = search.text
  const chain = unseen(sql`${chainId}::bigint`)
  const ranked = unseen(sql`${text}::tsquery`)
  const document = rankedBy(ranked)
  const found = (documents: Sql) => ({
    documents,
    from: sql`(${documents}) s cross join lateral (
      select * from campaigns c where c.chain_id = ${chainId} and c.address = s.campaign_address and c.cid = s.cid limit 1
    ) c`,
  })
  const { isBounded, hasFilters, category, open } = asked
  const isNarrowed = category !== undefined || open !== undefined
  if (isWholeOf(search) || shares === undefined || (!isBounded && !isNarrowed)) {
    return {
      isExhaustive: true,
      isWholeBeside: true,
      showsHidden: true,
      ...found(
        sql`select ${document}, true as is_whole, false as is_beside from (${matching(STORY, ranked)}) f where ${isOf(chain)}`,
      ),
    }
  }
  const within = (parts: readonly string[]) =>
    unseen(sql`${[text, ...parts].map((part) => `(${part})`).join(' & ')}::tsquery`)
  const kinds = category && {
    categories: category,
    share: Math.min(
      1,
      category.reduce((sum, name) => sum + shares.category(name), 0),
    ),
  }
  const kindShare = kinds?.share ?? 1
  const oldest = open?.oldest ?? 1
  const documents = documentsFrom(oldest, open, shares)
  // Among many the newest are nearly all open.
  const isOpenFew = open !== undefined && areFew(open, shares)
  const passing = isOpenFew ? Math.min(1, Math.max(open.count / documents, ENOUGH / MOST_TO_FILTER)) : 1
  const wanted = hasFilters ? ENOUGH_TO_FILTER : Math.ceil(ENOUGH / passing)
  // What follows how many are open changes from minute to minute, and would make a statement of its own each time.
  const number = (value: number) => (open ? unseen(sql`${value}::bigint`) : literal(value))
  const most = number(hasFilters ? 2 * wanted : wanted)
  const best = sql`order by text_rank desc, f.id desc limit`
  const isShown = sql`f.campaign_address <> all ((select addresses from hidden)::varchar[])`
  const hidden = sql`hidden as materialized (
      select array(select h.campaign_address from hidden_campaigns h where h.chain_id = ${chain}) as addresses
    )`
  // Facets tell what another choice would give.
  const beside = (...seen: Sql[]) =>
    isNarrowed
      ? sql`union all (
        select ${documentWith(sql`0::real`)}, false, true from (${matching(STORY, within(newestParts(share.story, BESIDE, shares).parts))}) f
        where ${isOf(chain)} and ${isShown} and ${without(...seen)}
        order by f.id desc limit ${literal(BESIDE)}
      )`
      : sql``
  const everywhere = newestParts(share.story, Infinity, shares, { kinds, open }).parts
  const storyShare = share.story * kindShare
  // To leave old ones out by the index takes longer than to look at them, where categories leave most out.
  if (!isBounded || storyShare * documents <= MOST_WHOLE) {
    return {
      isExhaustive: !isBounded,
      isWholeBeside: false,
      showsHidden: false,
      ...found(sql`with ${hidden}, documents as materialized (
          select ${document} from (${matching(STORY, within(kinds ? newestParts(share.story, Infinity, shares, { kinds }).parts : everywhere))}) f
          where f.id >= ${number(oldest)} and ${isOf(chain)} and ${isShown}
        ) select documents.*, true as is_whole, false as is_beside from documents ${beside(sql`documents`)}`),
    }
  }
  // What is excluded may stand in the story: a title alone does not tell.
  const asksTitles = !hasExclusion && (open === undefined || isOpenFew)
  const titles = asksTitles ? share.title * kindShare * documents : 0
  // Stories are asked for what titles seem not to give; beside unknown filters always, as of the best titles of all years few may pass, while
  // what is open, say, is among the newest.
  const enough = hasFilters ? wanted : Math.max(LEAST_STORIES, wanted - titles)
  const stories = newestParts(share.story, enough, shares, { kinds, open })
  const isWhole = stories.isCut ? sql`false` : sql`(select count(*) from documents) < ${most}`
  if (!asksTitles) {
    return {
      isExhaustive: false,
      isWholeBeside: !isNarrowed,
      showsHidden: false,
      ...found(sql`with ${hidden}, documents as materialized (
          select ${document} from (${matching(STORY, within(stories.parts))}) f
          where ${isOf(chain)} and ${isShown} ${best} ${most}
        ) select documents.*, ${isWhole} as is_whole, false as is_beside from documents ${beside(sql`documents`)}`),
    }
  }
  const titled =
    titles <= MOST_TITLES
      ? { parts: everywhere, isCut: false }
      : newestParts(share.title, wanted, shares, { kinds, open })
  const fewTitles = stories.isCut && !hasFilters ? number(Math.ceil(ENOUGH_TITLES * wanted)) : most
  const moving = sql`(
      select t.campaign_address from period_campaigns t
      where t.chain_id = ${chain} and t.period = '7d' and t.trend > 0
      order by t.trend desc, t.campaign_address desc limit ${literal(MOVING)}
    )`
  const hasAllTitles = !titled.isCut
  const isFull = sql`(select count(*) from titled) = ${number(wanted)}`
  return {
    isExhaustive: false,
    isWholeBeside: !isNarrowed,
    showsHidden: false,
    ...found(sql`with ${hidden}, all_titled as (
        select ${document} from (${matching(TITLE, within(titled.parts))}) f where ${isOf(chain)} and ${isShown}
      ), titled as materialized (
        select * from all_titled f ${best} ${number(wanted)}
      ), told as materialized (
        select ${document} from (${matching(STORY, within(stories.parts))}) f
        where (select count(*) from titled) < ${fewTitles} and ${isOf(chain)} and ${isShown} and ${without(sql`titled`)}
        ${best} (select ${most} - count(*) from titled)
      ), documents as materialized (
        select * from titled union all select * from told
      ), moving as materialized (${
        // Facets tell of what moves beyond what is chosen, too.
        hasAllTitles && !isNarrowed
          ? sql`select * from all_titled f where ${isFull} and ${without(sql`documents`)} and f.campaign_address in ${moving}`
          : // Read by key and matched within the row: the index of titles would give all that match.
            sql`select ${document} from (
          select m.id, m.campaign_address, m.cid, m.category, m.search_title from campaign_metadata m
          where ${hasAllTitles ? isFull : sql`true`} and m.chain_id = ${chain} and m.campaign_address = any (array${moving})
            and m.state = 'resolved' and m.search_title @@ ${ranked} and m.id not in (select id from documents)
        ) f where ${isShown}`
      })
      select documents.*, ${isWhole} as is_whole, false as is_beside from documents
      union all select moving.*, false, false from moving ${beside(sql`documents`, sql`moving`)}`),
  }
}

/** Whether what matches seems to be few enough to be ranked whole. @param part of what is guessed, so much seems to be there */
export const isWholeOf = ({ text, shares }: TextSearch, part = 1): boolean =>
  shares === undefined || part * text.share.story * shares.documents <= MOST_WHOLE

const STORY = sql`m.search_vector`
const TITLE = sql`m.search_title`

/** What is told of documents `f`: ranked only where every condition holds. */
const documentWith = (textRank: Sql) => sql`f.campaign_address, f.cid, f.category, ${textRank} as text_rank, f.id`
const rankedBy = (query: Sql) => documentWith(sql`ts_rank('{0.1, 0.2, 0.4, 1}', f.search_title, ${query}, 1)`)

/** Documents `f` that match; "offset 0" keeps other conditions away, as there is no other index to take. */
function matching(words: Sql, query: Sql): Sql {
  return sql`select m.id, m.chain_id, m.campaign_address, m.cid, m.category, m.state, m.search_title from campaign_metadata m
    where ${words} || search_signs(m.id, m.category) @@ ${query} offset 0`
}

const without = (...seen: Sql[]) =>
  join(
    seen.map((of) => sql`f.id not in (select id from ${of})`),
    ' and ',
  )

const isOf = (chain: Sql) => sql`f.chain_id = ${chain} and f.state = 'resolved'`

function exactSource(chainId: number, exactly: Sql, isMeant: Sql): SearchSource {
  return {
    isExhaustive: true,
    isWholeBeside: true,
    showsHidden: true,
    from: sql`(select * from campaigns c where c.chain_id = ${chainId} and ${exactly}) c
      cross join lateral (
        select m.category, (${isMeant})::int::real as text_rank, m.id, true as is_whole, false as is_beside
        from (select) one left join campaign_metadata m
          on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid and m.state = 'resolved'
      ) s`,
  }
}

/** The metadata `m` of each campaign `c` of a source. */
export const metadataOfEach = sql`left join lateral (
  select * from campaign_metadata m where m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid limit 1
) m on true`

/**
 * relevance = text × (1 + ln(1 + donors within 7 days) / 4)
 * text = ts_rank over title (1), blurb, tags and category (0.4), creator and place (0.2), by length; + 0.02 for the story.
 * In millionths: whole numbers sort quicker than decimals.
 */
const relevance = sql`round((c.text_rank + 0.02) * (1 + ln(1 + coalesce(t.donors_count, 0)) / 4) * 1000000)::bigint`

/** The rows of a source as those of campaigns, with their category; `joined` and `conditions` are on `c`. */
export function foundRows({ from }: SearchSource, joined = sql``, conditions: readonly Sql[] = []): Sql {
  return sql`select c.*, s.category as found_category, s.text_rank, s.id as document, s.is_whole, s.is_beside from ${from} ${joined} ${whereClause(conditions)}`
}

/** So long after its deadline nothing that was given to a campaign is within the window any more, with a day to spare for windows that are old. */
export const MOVED_SECONDS = 8 * 86_400

/**
 * Found rows as `c`, with their trend (`t`) and relevance. How it moves is looked up only of what is chosen, and not of what has been over for
 * longer than the window is: that is most of what there is.
 */
export function rankedRows(chain: ChainPosition, found: Sql, chosen: readonly Sql[] = []): Sql {
  return sql`(
      select c.*, coalesce(t.trend, 0) as trend, ${relevance} as score
      from ${found} c left join lateral (
        select * from period_campaigns t
        where t.chain_id = ${chain.chainId} and t.period = '7d' and t.campaign_address = c.address
          and c.deadline_ts > ${unseen(sql`${chain.clockTs - MOVED_SECONDS}::numeric`)} limit 1
      ) t on true ${whereClause(chosen)}
    ) c cross join lateral (select c.trend) t`
}
