import type { CampaignFilters } from './campaignFilters.ts'
import { CAMPAIGN_STATUSES } from './campaignRow.ts'
import {
  type Asked,
  asCounted,
  asItIs,
  asking,
  type Behind,
  countedConditions,
  hiddenCounted,
  liesBetween,
  PROGRESS_BOUNDS,
} from './countedCampaigns.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { join, literal, type Queryable, runPrepared, Sql, sql, unseen, unseenTexts } from './sql.ts'

export interface TagCount {
  tag: string
  count: number
}

interface Row extends TagCount {
  /** A tag that was not looked at is not used more often, under no filter either; null where none is left. */
  least_used: number | null
}

/**
 * Tags that are looked at first, by what is asked for: the most used ones of a status that one in ten campaigns has are nearly always
 * among the 640 most used of all. Where they are not, all tags are looked at. Of one category few tags are used often. Small numbers
 * stand in the text: of one it does not know the planner expects a tenth of a category, and so plans each request anew. Where it knows that
 * it is a large one, it sorts all.
 */
const FIRST = { all: 40, progress: 160, status: 640 }
const FIRST_OF_EACH = { all: 40, progress: 40, status: 80 }

/**
 * The tags that most campaigns have, of those that pass filters which the counts can answer (`isCounted`). Under a filter no tag is
 * used more often than under none, so that the most used of all decide, as long as enough of them are looked at.
 *
 * @param areAsCountedAt as of which `counted_at` no campaign is hidden or lies between what the counts tell apart; undefined: one does
 */
export async function countTags(
  db: Queryable,
  chain: ChainPosition,
  filters: CampaignFilters,
  most: number,
  areAsCountedAt: number | undefined,
): Promise<TagCount[]> {
  const { category, minGoalWei, maxGoalWei, deadlineBefore, deadlineAfter } = filters
  // Tags are not counted by these.
  if ([minGoalWei, maxGoalWei, deadlineBefore, deadlineAfter].some((value) => value !== undefined)) {
    return runPrepared<TagCount>(db, countOneByOne(chain, filters, most))
  }
  const categories = [...new Set(category ?? ['*'])]
  async function among(counted: Sql): Promise<Row[]> {
    if (areAsCountedAt !== undefined) {
      const rows = await runPrepared<Row & { counted_at: number }>(db, asTheyAre(chain, counted, most))
      // Where the counts moved since, campaigns may lie between.
      if (rows.every(({ counted_at }) => counted_at === areAsCountedAt)) return rows
    }
    return runPrepared<Row>(db, corrected(chain, filters, counted, most))
  }
  const isOne = categories.length === 1
  const first = (isOne ? FIRST : FIRST_OF_EACH)[narrowest(filters)]
  const rows = await among((isOne ? ofCategory : ofEach)(chain, filters, categories, first))
  const { least_used } = rows[0] ?? { least_used: null }
  const isEnough = least_used === null || (rows[most - 1]?.count ?? 0) > least_used
  return toCounts(isEnough ? rows : await among(ofAll(chain, filters, categories)))
}

function narrowest({ status, hasWithdrawn, minProgress, maxProgress }: CampaignFilters): keyof typeof FIRST {
  if (status !== undefined || hasWithdrawn !== undefined) return 'status'
  return minProgress === undefined && maxProgress === undefined ? 'all' : 'progress'
}

const toCounts = (rows: Row[]): TagCount[] => rows.flatMap(({ tag, count }) => (count > 0 ? [{ tag, count }] : []))

function conditionsOf(chain: ChainPosition, filters: CampaignFilters, behind: Behind): Sql {
  return join([sql`k.chain_id = ${chain.chainId}`, ...countedConditions(chain, filters, behind)!], ' and ')
}

/** `counted (tag, count)` and `least (used)`: the most used tags of one category, or of all categories together. */
function ofCategory({ chainId }: ChainPosition, filters: CampaignFilters, [category]: string[], first: number): Sql {
  const limit = first === FIRST.status ? sql`${first}::bigint` : literal(first)
  return sql`counted as materialized (
      select t.tag, t.total, (${slotsOf(filters)})::bigint as count from campaign_tag_counts t
      where t.chain_id = ${chainId} and t.category = ${unseen(sql`${category}::text`)}
        order by t.total desc, t.tag limit ${limit}
    ), least as (select min(total) as used from counted having count(*) = ${first}::bigint)`
}

/** Those of several: the most used of each by index, then each of them in all these categories. */
function ofEach({ chainId }: ChainPosition, filters: CampaignFilters, categories: string[], first: number): Sql {
  const given = unseenTexts(categories)
  return sql`most_used as materialized (
      select t.* from unnest(${given}) of_category cross join lateral (
        select t.category, t.tag, t.total from campaign_tag_counts t where t.chain_id = ${chainId} and t.category = of_category
        order by t.total desc, t.tag limit ${literal(first)}
      ) t
    ), counted as (
      select t.tag, sum(t.count)::bigint as count
      from (select distinct tag from most_used) used, unnest(${given}) of_category cross join lateral (
        select used.tag, ${slotsOf(filters)} as count from campaign_tag_counts t
        where t.chain_id = ${chainId} and t.category = of_category and t.tag = used.tag limit 1
      ) t group by 1
    ), least as (
      select sum(used) as used from (
        select min(total) as used from most_used group by category having count(*) = ${literal(first)}) of_each
    )`
}

function ofAll({ chainId }: ChainPosition, filters: CampaignFilters, categories: string[]): Sql {
  return sql`counted as (
      select t.tag, sum(${slotsOf(filters)})::bigint as count from campaign_tag_counts t
      where t.chain_id = ${chainId} and t.category = any(${categories}::text[]) group by 1
    ), least as (select null::bigint as used)`
}

function asTheyAre({ chainId }: ChainPosition, counted: Sql, most: number): Sql {
  return sql`with ${counted}
    select tag, count, (select used from least) as least_used,
      (select ts from counted_at where chain_id = ${chainId}) as counted_at
    from counted order by 2 desc, 1 limit ${most}::int`
}

/** Less what is counted of campaigns that are not so any more, and hidden ones, and besides what the former are. */
function corrected(chain: ChainPosition, filters: CampaignFilters, counted: Sql, most: number): Sql {
  const { chainId } = chain
  const asked: Asked = new Map()
  countedConditions(chain, filters, asking(asked))
  const conditions = (behind: Behind) => conditionsOf(chain, filters, behind)
  return sql`with ${counted}, corrected as (
      select tag, sum(n)::bigint as count from (
        select unnest(k.tags) as tag, (${conditions(asItIs)})::int - (${conditions(asCounted)})::int as n
          from counted_campaigns k where k.chain_id = ${chainId} and ${liesBetween(chainId, [...asked.values()])}
        union all
        select unnest(k.tags), -1 from ${hiddenCounted(chainId)} where ${conditions(asItIs)}
      ) moved group by 1
    )
    select tag, counted.count + coalesce(corrected.count, 0) as count, (select used from least) as least_used
    from counted left join corrected using (tag) order by 2 desc, 1 limit ${most}::int`
}

/** The sum of the elements of `counts` whose statuses and progress pass; filters are few, so texts are few. */
function slotsOf({ status, hasWithdrawn, minProgress = 0, maxProgress = Number.MAX_VALUE }: CampaignFilters): Sql {
  const slots = SLOT_STATUSES.flatMap((of, at) => {
    if (status?.includes(of) === false || (hasWithdrawn ?? of === 'WITHDRAWN') !== (of === 'WITHDRAWN')) return []
    return [0, ...PROGRESS_BOUNDS].flatMap((percent, progress) =>
      percent >= minProgress && percent <= maxProgress ? [4 * at + progress + 1] : [],
    )
  })
  const sumOf = (some: number[]) => new Sql([some.map((slot) => `t.counts[${slot}]`).join(' + ')], [])
  const others = ALL_SLOTS.filter((slot) => !slots.includes(slot))
  if (others.length === 0) return sql`t.total`
  if (slots.length === 0) return sql`0`
  // Each element takes as long to read as the rest of a row.
  return slots.length <= others.length ? sumOf(slots) : sql`t.total - (${sumOf(others)})`
}

const [ACTIVE, SUCCESS, FAILED, WITHDRAWN] = CAMPAIGN_STATUSES
/** As `counted_slot` of the database orders them. */
const SLOT_STATUSES = [ACTIVE, FAILED, SUCCESS, WITHDRAWN]
const ALL_SLOTS = Array.from({ length: 16 }, (_, place) => place + 1)

function countOneByOne(chain: ChainPosition, filters: CampaignFilters, most: number): Sql {
  return sql`select tag, count(*) as count from counted_campaigns k, unnest(k.tags) as tag
    where ${conditionsOf(chain, filters, asItIs)} and k.campaign_address <> all (array(
      select campaign_address from hidden_campaigns where chain_id = ${chain.chainId}))
    group by 1 order by 2 desc, 1 limit ${most}::int`
}
