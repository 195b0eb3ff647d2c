import { type CampaignFilters, campaignConditions } from './campaignFilters.ts'
import { statusAt } from './campaignRow.ts'
import {
  type Asked,
  asCounted,
  asItIs,
  asking,
  type Behind,
  countedConditions,
  DEADLINE_DAYS,
  GOAL_BOUNDS_WEI,
  hiddenCounted,
  isCounted,
  liesBetween,
  PROGRESS_BOUNDS,
  statusOf,
  timesOf,
} from './countedCampaigns.ts'
import { countTags, type TagCount } from './countTags.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { metadataJoin } from './metadataRow.ts'
import type { Search } from './readSearch.ts'
import { searchSource } from './searchSource.ts'
import { join, type Queryable, run, runPrepared, type Sql, sql } from './sql.ts'

const TAGS = 24

export interface CampaignFacets {
  status: Record<string, number>
  category: Record<string, number>
  tags: TagCount[]
  goal: { min_wei: string; max_wei: string | null; count: number }[]
  progress: { min_percent: number; count: number }[]
  deadline: { days: number; count: number }[]
}

const GROUPS = ['status', 'category', 'tag', 'goal', 'progress', 'deadline'] as const
type Group = (typeof GROUPS)[number]
const WITHOUT_TAG = ['status', 'category', 'goal', 'progress', 'deadline'] as const satisfies Group[]

/** Of a group: one value, or a bucket as `width_bucket` counts (0 lies below the first bound), and how many have it. */
type Row = { group: Group; key: string; count: number }

/**
 * How many campaigns each choice of a filter would give: every group as if it were not filtered by itself. Filters by these very
 * groups are answered from counts; beside others campaigns are read once, with what each group makes of them; six counts of
 * their own took four times as long.
 */
export async function countFacets(
  db: Queryable,
  chain: ChainPosition,
  filters: CampaignFilters,
  search?: Search | undefined,
): Promise<CampaignFacets> {
  const { rows, tags } =
    search === undefined && isCounted(chain, filters)
      ? await readCounted(db, chain, filters)
      : await readPlain(db, chain, filters, search)
  const of = (group: Group) => rows.filter((row) => row.group === group)
  const sumWhere = (group: Group, isMeant: (bucket: number) => boolean) =>
    of(group).reduce((sum, { key, count }) => sum + (isMeant(Number(key)) ? count : 0), 0)
  const lower = ['0', ...GOAL_BOUNDS_WEI]
  return {
    status: Object.fromEntries(of('status').map(({ key, count }) => [key, count])),
    category: Object.fromEntries(of('category').map(({ key, count }) => [key, count])),
    tags,
    goal: lower.map((min_wei, at) => ({
      min_wei,
      max_wei: lower[at + 1] ?? null,
      count: sumWhere('goal', (bucket) => bucket === at),
    })),
    progress: PROGRESS_BOUNDS.map((min_percent, at) => ({
      min_percent,
      count: sumWhere('progress', (bucket) => bucket > at),
    })),
    deadline: DEADLINE_DAYS.map((days, at) => ({ days, count: sumWhere('deadline', (bucket) => bucket <= at) })),
  }
}

/** Columns of a campaign that is counted: what each group makes of it, and whether it passes the group's own filter. */
const AS: Record<Group, Sql> = {
  status: sql`status`,
  category: sql`category`,
  tag: sql`tags`,
  goal: sql`goal`,
  progress: sql`progress`,
  deadline: sql`deadline`,
}
const OK: Record<Group, Sql> = {
  status: sql`has_status`,
  category: sql`has_category`,
  tag: sql`has_tag`,
  goal: sql`has_goal`,
  progress: sql`has_progress`,
  deadline: sql`has_deadline`,
}

/** Counts each group of what `found` (with `n`, how many campaigns a row stands for) holds. */
function countGroups(found: Sql, groups: readonly Group[]): Sql {
  const counts = groups.map((group) => {
    const rest = join([sql`true`, ...groups.filter((one) => one !== group).map((one) => OK[one])], ' and ')
    return group === 'tag'
      ? sql`(select ${group}::text, tag, sum(n)::bigint from found cross join lateral jsonb_array_elements_text(tags) as tag
          where ${rest} group by 2 order by 3 desc, 2 limit ${TAGS}::int)`
      : sql`(select ${group}::text, ${AS[group]}::text, sum(n)::bigint from found
          where ${rest} and ${AS[group]} is not null group by 2 having sum(n) > 0)`
  })
  return sql`with found as materialized (${found}), counted ("group", key, count) as (${join(counts, ' union all ')})
    select * from counted`
}

interface Counted {
  rows: Row[]
  tags: TagCount[]
}

async function readCounted(db: Queryable, chain: ChainPosition, filters: CampaignFilters): Promise<Counted> {
  const [rows, tags] = await Promise.all([
    runPrepared<Row>(db, countGroups(countedFound(chain, filters), WITHOUT_TAG)),
    countTags(db, chain, filters, TAGS),
  ])
  return { rows, tags }
}

async function readPlain(
  db: Queryable,
  chain: ChainPosition,
  filters: CampaignFilters,
  search: Search | undefined,
): Promise<Counted> {
  const rows = await run<Row>(db, countGroups(plainFound(chain, filters, search), GROUPS))
  const tags = rows.flatMap(({ group, key, count }) => (group === 'tag' ? [{ tag: key, count }] : []))
  return { rows, tags }
}

/** What each group filters by, and the other filters. */
function splitFilters(filters: CampaignFilters): { own: Record<Group, CampaignFilters>; others: CampaignFilters } {
  const { status, category, tag, minGoalWei, maxGoalWei, minProgress, maxProgress, deadlineBefore, ...others } = filters
  const own = {
    status: { status },
    category: { category },
    tag: { tag },
    goal: { minGoalWei, maxGoalWei },
    progress: { minProgress, maxProgress },
    deadline: { deadlineBefore },
  }
  return { own, others }
}

/** Every campaign that passes the other filters, one by one. */
function plainFound(chain: ChainPosition, filters: CampaignFilters, search: Search | undefined): Sql {
  const { own, others } = splitFilters(filters)
  const from = search
    ? sql`(select c.* from ${searchSource(chain.chainId, search, { isBounded: false, hasFilters: false }).from}) c`
    : sql`campaigns c`
  // The bounds of buckets are outside, those of the filter inside: a second later is the same.
  const deadlines = timesOf(chain)
    .slice(1)
    .map((ts) => String(BigInt(ts) + 1n))
  const columns: Record<Group, Sql> = {
    status: statusAt(chain.clockTs),
    category: sql`case when m.state = 'resolved' then nullif(lower(m.category), '') end`,
    tag: sql`case when m.state = 'resolved' and jsonb_typeof(m.tags) = 'array' then m.tags end`,
    goal: sql`width_bucket(c.goal_wei, ${GOAL_BOUNDS_WEI}::numeric[])`,
    progress: sql`width_bucket(c.progress_percent, ${[...PROGRESS_BOUNDS].map(String)}::numeric[])`,
    deadline: sql`width_bucket(c.deadline_ts, ${deadlines}::numeric[])`,
  }
  const read = GROUPS.map(
    (group) => sql`${columns[group]} as ${AS[group]}, ${passes(chain, own[group])} as ${OK[group]}`,
  )
  return sql`select ${join(read, ', ')}, 1 as n from ${from} ${metadataJoin}
    where ${join(campaignConditions(chain, others), ' and ')}`
}

function passes(chain: ChainPosition, filters: CampaignFilters): Sql {
  const [, ...conditions] = campaignConditions(chain, { ...filters, visibility: 'all' })
  return sql`(${join([sql`true`, ...conditions], ' and ')})`
}

/**
 * The counts, a row for each kind of campaign: less those of which they say what is not so any more, and those that are
 * hidden, and besides what the former are.
 */
function countedFound(chain: ChainPosition, filters: CampaignFilters): Sql {
  const { own, others } = splitFilters(filters)
  const times = timesOf(chain)
  const read = (behind: Behind, n: Sql) => {
    const columns: Record<(typeof WITHOUT_TAG)[number], Sql> = {
      status: statusOf(chain, behind),
      category: sql`nullif(k.category, '')`,
      goal: sql`(k.goal + 1) / 2`,
      progress: sql`k.progress`,
      deadline: sql`(${behind(1, times[1]!)})::int + (${behind(2, times[2]!)})::int + (${behind(3, times[3]!)})::int`,
    }
    const conditions = (given: CampaignFilters) =>
      sql`(${join([sql`true`, ...countedConditions(chain, given, behind)!], ' and ')})`
    const all = WITHOUT_TAG.map(
      (group) => sql`${columns[group]} as ${AS[group]}, ${conditions(own[group])} as ${OK[group]}`,
    )
    return { columns: sql`${join(all, ', ')}, ${n} as n`, where: conditions({ ...others, visibility: undefined }) }
  }
  const asked: Asked = new Map()
  const counted = read(asking(asked), sql`k.campaigns_count`)
  const [less, besides, hidden] = [read(asCounted, sql`-1`), read(asItIs, sql`1`), read(asItIs, sql`-1`)]
  const between = sql`k.chain_id = ${chain.chainId} and ${liesBetween(chain.chainId, asked)}`
  return join(
    [
      sql`select ${counted.columns} from campaign_counts k where k.chain_id = ${chain.chainId} and ${counted.where}`,
      sql`select ${less.columns} from counted_campaigns k where ${between} and ${less.where}`,
      sql`select ${besides.columns} from counted_campaigns k where ${between} and ${besides.where}`,
      sql`select ${hidden.columns} from ${hiddenCounted(chain.chainId)} where ${hidden.where}`,
    ],
    ' union all ',
  )
}
