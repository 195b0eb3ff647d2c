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
import { join, type Queryable, runPrepared, Sql, sql } from './sql.ts'

export interface TagCount {
  tag: string
  count: number
}

interface Row extends TagCount {
  /** Of the tags that were looked at: how many, and how often the least used of them is used under no filter. */
  looked_at: number
  least_used: number
}

/**
 * Tags that are looked at first, by what is asked for: the most used ones of a status that one in ten campaigns has are nearly always
 * among the 640 most used of all. Where they are not, all tags are looked at.
 */
const FIRST = { all: 40, progress: 160, status: 640 }

/**
 * The tags that most campaigns have, of those that pass filters which the counts can answer (`isCounted`). Under a filter no tag is
 * used more often than under none, so that the most used of all decide, as long as enough of them are looked at.
 */
export async function countTags(
  db: Queryable,
  chain: ChainPosition,
  filters: CampaignFilters,
  most: number,
): Promise<TagCount[]> {
  const { minGoalWei, maxGoalWei, deadlineBefore, deadlineAfter } = filters
  // Tags are not counted by these.
  if ([minGoalWei, maxGoalWei, deadlineBefore, deadlineAfter].some((value) => value !== undefined)) {
    return runPrepared<TagCount>(db, countOneByOne(chain, filters, most))
  }
  const first = firstLookedAt(filters)
  const rows = await runPrepared<Row>(db, countAmong(chain, filters, most, first))
  const isEnough = (rows[0]?.looked_at ?? 0) < first || (rows[most - 1]?.count ?? 0) > rows[0]!.least_used
  return toCounts(isEnough ? rows : await runPrepared<Row>(db, countAmong(chain, filters, most, null)))
}

function firstLookedAt({ status, hasWithdrawn, minProgress, maxProgress }: CampaignFilters): number {
  if (status !== undefined || hasWithdrawn !== undefined) return FIRST.status
  return minProgress === undefined && maxProgress === undefined ? FIRST.all : FIRST.progress
}

const toCounts = (rows: Row[]): TagCount[] => rows.flatMap(({ tag, count }) => (count > 0 ? [{ tag, count }] : []))

function conditionsOf(chain: ChainPosition, filters: CampaignFilters, behind: Behind): Sql {
  return join([sql`k.chain_id = ${chain.chainId}`, ...countedConditions(chain, filters, behind)!], ' and ')
}

/** Among so many tags, those that are used most of all; null for all tags. A tag that none has may be among the rows. */
function countAmong(chain: ChainPosition, filters: CampaignFilters, most: number, first: number | null): Sql {
  const { chainId } = chain
  const { category } = filters
  const asked: Asked = new Map()
  countedConditions(chain, filters, asking(asked))
  const conditions = (behind: Behind) => conditionsOf(chain, filters, behind)
  const sum = slotsOf(filters)
  const categories = [...new Set(category ?? ['*'])]
  // Of one category, or of all together, a row tells everything; of several the most used are found by index first.
  const used =
    categories.length === 1
      ? sql`used as materialized (
          select t.tag, t.total, (${sum})::bigint as count from campaign_tag_counts t
          where t.chain_id = ${chainId} and t.category = ${categories[0]} order by t.total desc, t.tag limit ${first}::bigint
        ), counted as (table used)`
      : sql`used as materialized (
          select t.tag, sum(t.total)::bigint as total from campaign_tag_counts t
          where t.chain_id = ${chainId} and t.category = any(${categories}::text[])
          group by 1 order by 2 desc, 1 limit ${first}::bigint
        ), counted as (
          select used.tag, sum(t.count)::bigint as count
          from used, unnest(${categories}::text[]) as of_category cross join lateral (
            select ${sum} as count from campaign_tag_counts t
            where t.chain_id = ${chainId} and t.category = of_category and t.tag = used.tag limit 1
          ) t group by 1
        )`
  return sql`with ${used}, corrected as (
      select tag, sum(n)::bigint as count from (
        select unnest(k.tags) as tag, (${conditions(asItIs)})::int - (${conditions(asCounted)})::int as n
          from counted_campaigns k where k.chain_id = ${chainId} and ${liesBetween(chainId, [...asked.values()])}
        union all
        select unnest(k.tags), -1 from ${hiddenCounted(chainId)} where ${conditions(asItIs)}
      ) moved group by 1
    )
    select tag, counted.count + coalesce(corrected.count, 0) as count, (select count(*) from used) as looked_at,
      (select min(total) from used) as least_used
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
  if (slots.length === 4 * SLOT_STATUSES.length) return sql`t.total`
  return slots.length === 0 ? sql`0` : new Sql([slots.map((slot) => `t.counts[${slot}]`).join(' + ')], [])
}

const [ACTIVE, SUCCESS, FAILED, WITHDRAWN] = CAMPAIGN_STATUSES
/** As `counted_slot` of the database orders them. */
const SLOT_STATUSES = [ACTIVE, FAILED, SUCCESS, WITHDRAWN]

function countOneByOne(chain: ChainPosition, filters: CampaignFilters, most: number): Sql {
  return sql`select tag, count(*) as count from counted_campaigns k, unnest(k.tags) as tag
    where ${conditionsOf(chain, filters, asItIs)} and k.campaign_address <> all (array(
      select campaign_address from hidden_campaigns where chain_id = ${chain.chainId}))
    group by 1 order by 2 desc, 1 limit ${most}::int`
}
