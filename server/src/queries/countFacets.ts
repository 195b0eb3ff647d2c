import { type CampaignFilters, campaignConditions } from './campaignFilters.ts'
import { type CampaignStatus, statusAt } from './campaignRow.ts'
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

/** As `width_bucket` counts: 0 lies below the first bound. */
interface Bucket {
  bucket: number
  count: number
}

/** How many campaigns each choice of a filter would give: every group as if it were not filtered by itself. */
export async function countFacets(
  db: Queryable,
  chain: ChainPosition,
  filters: CampaignFilters,
  search?: Search | undefined,
): Promise<CampaignFacets> {
  const { status, category, tag, minGoalWei, maxGoalWei, minProgress, maxProgress, deadlineBefore, ...others } = filters
  const all = { status, category, tag, minGoalWei, maxGoalWei, minProgress, maxProgress, deadlineBefore }
  const from = search
    ? sql`(select c.* from ${searchSource(chain.chainId, search, { isBounded: false, hasFilters: false }).from}) c`
    : sql`campaigns c`
  const count = <Row>(without: (keyof typeof all)[], columns: Sql, rest = sql``): Promise<Row[]> => {
    const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name as keyof typeof all)))
    const where = join(campaignConditions(chain, { ...others, ...kept }), ' and ')
    return run<Row>(db, sql`select ${columns} from ${from} ${metadataJoin} where ${where} ${rest}`)
  }
  const lower = ['0', ...GOAL_BOUNDS_WEI]
  const [statuses, categories, tags, goals, progresses, deadlines] = await Promise.all([
    count<{ status: CampaignStatus; count: number }>(
      ['status'],
      sql`${statusAt(chain.clockTs)} as status, count(*)`,
      sql`group by 1`,
    ),
    count<{ category: string; count: number }>(
      ['category'],
      sql`lower(m.category) as category, count(*)`,
      sql`and m.state = 'resolved' and m.category is not null group by 1`,
    ),
    count<{ tag: string; count: number }>(
      ['tag'],
      sql`jsonb_array_elements_text(m.tags) as tag, count(*)`,
      sql`and m.state = 'resolved' and jsonb_typeof(m.tags) = 'array' group by 1 order by 2 desc, 1 limit ${TAGS}`,
    ),
    count<Bucket>(
      ['minGoalWei', 'maxGoalWei'],
      sql`width_bucket(c.goal_wei, ${GOAL_BOUNDS_WEI}::numeric[]) as bucket, count(*)`,
      sql`group by 1`,
    ),
    count<Bucket>(
      ['minProgress', 'maxProgress'],
      sql`width_bucket(coalesce(c.progress_percent, 0), ${[...PROGRESS_BOUNDS].map(String)}::numeric[]) as bucket, count(*)`,
      sql`group by 1`,
    ),
    count<Bucket>(
      ['deadlineBefore'],
      // The bounds of buckets are outside, those of the filter inside: a second later is the same.
      sql`width_bucket(c.deadline_ts, ${DEADLINE_DAYS.map((days) => String(chain.clockTs + days * DAY_S + 1))}::numeric[])
        as bucket, count(*)`,
      sql`group by 1`,
    ),
  ])
  return {
    status: Object.fromEntries(statuses.map((row) => [row.status, row.count])),
    category: Object.fromEntries(categories.map((row) => [row.category, row.count])),
    tags,
    goal: lower.map((min_wei, at) => ({
      min_wei,
      max_wei: lower[at + 1] ?? null,
      count: sumWhere(goals, (bucket) => bucket === at),
    })),
    progress: PROGRESS_BOUNDS.map((min_percent, at) => ({
      min_percent,
      count: sumWhere(progresses, (bucket) => bucket > at),
    })),
    deadline: DEADLINE_DAYS.map((days, at) => ({ days, count: sumWhere(deadlines, (bucket) => bucket <= at) })),
  }
}

const sumWhere = (buckets: Bucket[], isMeant: (bucket: number) => boolean): number =>
  buckets.reduce((sum, { bucket, count }) => sum + (isMeant(bucket) ? count : 0), 0)
