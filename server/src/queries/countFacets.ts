import { type CampaignFilters, campaignConditions } from './campaignFilters.ts'
import { statusAt } from './campaignRow.ts'
import { DEADLINE_DAYS, GOAL_BOUNDS_WEI, isCounted, PROGRESS_BOUNDS, timesOf } from './countedCampaigns.ts'
import { countKinds, type GroupCount, KIND_GROUPS } from './countKinds.ts'
import { countTags, type TagCount } from './countTags.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { metadataJoin } from './metadataRow.ts'
import type { Search } from './readSearch.ts'
import { searchSource } from './searchSource.ts'
import { join, type Queryable, run, type Sql, sql } from './sql.ts'

const TAGS = 24

export interface CampaignFacets {
  status: Record<string, number>
  category: Record<string, number>
  tags: TagCount[]
  goal: { min_wei: string; max_wei: string | null; count: number }[]
  progress: { min_percent: number; count: number }[]
  deadline: { days: number; count: number }[]
}

const GROUPS = [...KIND_GROUPS, 'tag'] as const
type Group = (typeof GROUPS)[number]
type Row = GroupCount<Group>

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

/** Counts each group of what `found` holds. */
function countGroups(found: Sql): Sql {
  const counts = GROUPS.map((group) => {
    const rest = join([sql`true`, ...GROUPS.filter((one) => one !== group).map((one) => OK[one])], ' and ')
    return group === 'tag'
      ? sql`(select ${group}::text, tag, count(*) from found cross join lateral jsonb_array_elements_text(tags) as tag
          where ${rest} group by 2 order by 3 desc, 2 limit ${TAGS}::int)`
      : sql`(select ${group}::text, ${AS[group]}::text, count(*) from found
          where ${rest} and ${AS[group]} is not null group by 2)`
  })
  return sql`with found as materialized (${found}), counted ("group", key, count) as (${join(counts, ' union all ')})
    select * from counted`
}

interface Counted {
  rows: Row[]
  tags: TagCount[]
}

async function readCounted(db: Queryable, chain: ChainPosition, filters: CampaignFilters): Promise<Counted> {
  const { counts, areAsCountedAt } = await countKinds(db, chain, filters)
  return { rows: counts, tags: await countTags(db, chain, filters, TAGS, areAsCountedAt) }
}

async function readPlain(
  db: Queryable,
  chain: ChainPosition,
  filters: CampaignFilters,
  search: Search | undefined,
): Promise<Counted> {
  const rows = await run<Row>(db, countGroups(plainFound(chain, filters, search)))
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
  return sql`select ${join(read, ', ')} from ${from} ${metadataJoin}
    where ${join(campaignConditions(chain, others), ' and ')}`
}

function passes(chain: ChainPosition, filters: CampaignFilters): Sql {
  const [, ...conditions] = campaignConditions(chain, { ...filters, visibility: 'all' })
  return sql`(${join([sql`true`, ...conditions], ' and ')})`
}
