import { type CampaignFilters, campaignConditions } from './campaignFilters.ts'
import { statusAt } from './campaignRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { metadataJoin } from './metadataRow.ts'
import type { Search } from './readSearch.ts'
import { searchSource } from './searchSource.ts'
import { join, type Queryable, run, type Sql, sql } from './sql.ts'

export const GOAL_BOUNDS_WEI = ['10', '50', '200'].map((eth) => `${eth}${'0'.repeat(18)}`)
export const PROGRESS_BOUNDS = [50, 75, 100] as const
export const DEADLINE_DAYS = [3, 7, 30] as const
const TAGS = 24
const DAY_S = 86_400

export interface CampaignFacets {
  status: Record<string, number>
  category: Record<string, number>
  tags: { tag: string; count: number }[]
  goal: { min_wei: string; max_wei: string | null; count: number }[]
  progress: { min_percent: number; count: number }[]
  deadline: { days: number; count: number }[]
}

const GROUPS = ['status', 'category', 'tag', 'goal', 'progress', 'deadline'] as const
type Group = (typeof GROUPS)[number]

/** Of a group: one value, or a bucket as `width_bucket` counts (0 lies below the first bound), and how many have it. */
type Row = { group: Group; key: string; count: number }

/**
 * How many campaigns each choice of a filter would give: every group as if it were not filtered by itself. Campaigns are read
 * once, with what each group makes of them; six counts of their own took four times as long.
 */
export async function countFacets(
  db: Queryable,
  chain: ChainPosition,
  filters: CampaignFilters,
  search?: Search | undefined,
): Promise<CampaignFacets> {
  const { status, category, tag, minGoalWei, maxGoalWei, minProgress, maxProgress, deadlineBefore, ...others } = filters
  const own: Record<Group, CampaignFilters> = {
    status: { status },
    category: { category },
    tag: { tag },
    goal: { minGoalWei, maxGoalWei },
    progress: { minProgress, maxProgress },
    deadline: { deadlineBefore },
  }
  const from = search
    ? sql`(select c.* from ${searchSource(chain.chainId, search, { isBounded: false, hasFilters: false }).from}) c`
    : sql`campaigns c`
  // The bounds of buckets are outside, those of the filter inside: a second later is the same.
  const deadlines = DEADLINE_DAYS.map((days) => String(chain.clockTs + days * DAY_S + 1))
  const columns: Record<Group, Sql> = {
    status: statusAt(chain.clockTs),
    category: sql`case when m.state = 'resolved' then lower(m.category) end`,
    tag: sql`case when m.state = 'resolved' and jsonb_typeof(m.tags) = 'array' then m.tags end`,
    goal: sql`width_bucket(c.goal_wei, ${GOAL_BOUNDS_WEI}::numeric[])`,
    progress: sql`width_bucket(coalesce(c.progress_percent, 0), ${[...PROGRESS_BOUNDS].map(String)}::numeric[])`,
    deadline: sql`width_bucket(c.deadline_ts, ${deadlines}::numeric[])`,
  }
  const read = GROUPS.map(
    (group) => sql`${columns[group]} as ${AS[group]}, ${passes(chain, own[group])} as ${OK[group]}`,
  )
  const counts = GROUPS.map((group) => {
    const rest = join([sql`true`, ...GROUPS.filter((one) => one !== group).map((one) => OK[one])], ' and ')
    return group === 'tag'
      ? sql`(select ${group}::text, tag, count(*) from found cross join lateral jsonb_array_elements_text(tags) as tag
          where ${rest} group by 2 order by 3 desc, 2 limit ${TAGS}::int)`
      : sql`(select ${group}::text, ${AS[group]}::text, count(*) from found
          where ${rest} and ${AS[group]} is not null group by 2)`
  })
  const rows = await run<Row>(
    db,
    sql`with found as materialized (
        select ${join(read, ', ')} from ${from} ${metadataJoin}
        where ${join(campaignConditions(chain, others), ' and ')}
      ), counted ("group", key, count) as (${join(counts, ' union all ')})
      select * from counted`,
  )
  const of = (group: Group) => rows.filter((row) => row.group === group)
  const sumWhere = (group: Group, isMeant: (bucket: number) => boolean) =>
    of(group).reduce((sum, { key, count }) => sum + (isMeant(Number(key)) ? count : 0), 0)
  const lower = ['0', ...GOAL_BOUNDS_WEI]
  return {
    status: Object.fromEntries(of('status').map(({ key, count }) => [key, count])),
    category: Object.fromEntries(of('category').map(({ key, count }) => [key, count])),
    tags: of('tag').map(({ key, count }) => ({ tag: key, count })),
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

function passes(chain: ChainPosition, filters: CampaignFilters): Sql {
  const [, ...conditions] = campaignConditions(chain, { ...filters, visibility: 'all' })
  return sql`(${join([sql`true`, ...conditions], ' and ')})`
}
