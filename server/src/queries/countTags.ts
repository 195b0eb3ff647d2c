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

/** Tags that are looked at first; of a status that one in ten campaigns has, the most used are among the most used of all so many. */
const FIRST = 640

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
  const rows = await runPrepared<Row>(db, countAmong(chain, filters, most, FIRST))
  const [first] = rows
  if (first === undefined || first.looked_at < FIRST || (rows[most - 1]?.count ?? 0) > first.least_used)
    return toCounts(rows)
  return toCounts(await runPrepared<Row>(db, countAmong(chain, filters, most, null)))
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
  // Of several categories together; of one, or of all, there is a row for each tag, in their order by index.
  const used =
    category !== undefined && category.length > 1
      ? sql`select t.tag, sum(t.total)::bigint as total, sum(${sum})::bigint as count from campaign_tag_counts t
          where t.chain_id = ${chainId} and t.category = any(${category}::text[]) group by 1`
      : sql`select t.tag, t.total, (${sum})::bigint as count from campaign_tag_counts t
          where t.chain_id = ${chainId} and t.category = ${category?.[0] ?? '*'}`
  return sql`with used as materialized (
      select * from (${used}) t order by total desc, tag limit ${first}::bigint
    ), corrected as (
      select tag, sum(n)::bigint as count from (
        select unnest(k.tags) as tag, (${conditions(asItIs)})::int - (${conditions(asCounted)})::int as n
          from counted_campaigns k where k.chain_id = ${chainId} and ${liesBetween(chainId, asked)}
        union all
        select unnest(k.tags), -1 from ${hiddenCounted(chainId)} where ${conditions(asItIs)}
      ) moved group by 1
    )
    select tag, used.count + coalesce(corrected.count, 0) as count, (select count(*) from used) as looked_at,
      (select min(total) from used) as least_used
    from used left join corrected using (tag) order by 2 desc, 1 limit ${most}::int`
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
