import type { CampaignFilters } from './campaignFilters.ts'
import { CAMPAIGN_STATUSES } from './campaignRow.ts'
import {
  type AskedTime,
  type CountedFilters,
  countedFilters,
  hiddenCounted,
  liesBetween,
  timesOf,
} from './countedCampaigns.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Queryable, runPrepared, type Sql, sql } from './sql.ts'

export const KIND_GROUPS = ['status', 'category', 'goal', 'progress', 'deadline'] as const
type Group = (typeof KIND_GROUPS)[number]
const OTHER_GROUPS = ['status', 'goal', 'progress', 'deadline'] as const satisfies Group[]
type OtherGroup = (typeof OTHER_GROUPS)[number]

/** Of a group: one value, or a bucket as `width_bucket` counts (0 lies below the first bound), and how many have it. */
export interface GroupCount<Of extends string> {
  group: Of
  key: string
  count: number
}

/** Kinds of one category, each packed with a number of its own. */
interface Row {
  source: 'counted' | 'between' | 'hidden' | 'as of'
  category: string
  kinds: number[]
}

/** Above the highest number of a kind. */
const PACK = 512
const [GOALS, PROGRESS, REMAINING] = [7, 4, 5]
/** A kind as one number, since a row to each costs more than all that is counted here. */
const packed = (beside: Sql) =>
  sql`array_agg(${beside} * 512::bigint + ((k.outcome * 4 + k.progress) * 7 + k.goal) * 5 + k.remaining)`

/**
 * How many campaigns have each value of a group, as if that one were not filtered by itself, under filters that the counts can answer
 * (`isCounted`). The counts are some hundred kinds, read as they are: to group them five times in the database took four times as long
 * as all of this.
 *
 * @returns the counts, and `counted_at` where no campaign is hidden or lies between what the counts tell apart
 */
export async function countKinds(
  db: Queryable,
  chain: ChainPosition,
  filters: CampaignFilters,
): Promise<{ counts: GroupCount<Group>[]; areAsCountedAt: number | undefined }> {
  const asked = countedFilters(chain, filters)!
  const bounds: AskedTime[] = timesOf(chain).map((ts, bound) => ({ bound, ts }))
  const times = [...bounds, asked.last, asked.before].filter((time) => time !== undefined)
  const inOrder = [...new Set(times.map(({ ts }) => Number(ts)))].sort((a, b) => a - b)
  const rows = await runPrepared<Row>(db, readKinds(chain.chainId, times, inOrder))
  const counts = createCounts()
  const asCounted = createTally(counts, asked, (kind) =>
    judgeKind(kind, asked, bounds, ({ bound }) => kind % REMAINING > bound),
  )
  // Beside the kind stands how many of the times that are asked for its deadline lies behind.
  const asItIs = createTally(counts, asked, (kind) =>
    judgeKind(kind % PACK, asked, bounds, ({ ts }) => besideOf(kind) > inOrder.indexOf(Number(ts))),
  )
  for (const { source, category, kinds } of rows) {
    if (source === 'as of') continue
    for (const kind of kinds) {
      if (source === 'counted') asCounted.add(category, kind % PACK, besideOf(kind))
      if (source === 'between') asCounted.add(category, kind % PACK, -1)
      if (source !== 'counted') asItIs.add(category, kind, source === 'between' ? 1 : -1)
    }
  }
  asCounted.addUp()
  asItIs.addUp()
  return {
    counts: KIND_GROUPS.flatMap((group) =>
      [...counts[group]].flatMap(([key, count]) => (count > 0 ? [{ group, key: String(key), count }] : [])),
    ),
    areAsCountedAt: rows.some(({ source }) => source === 'between' || source === 'hidden')
      ? undefined
      : rows.find(({ source }) => source === 'as of')?.kinds[0],
  }
}

const besideOf = (kind: number) => Math.floor(kind / PACK)

/**
 * The counts, beside how many campaigns a kind has; and campaigns of which they say what is not so any more, and those that are hidden,
 * each beside how many of the times its deadline lies behind.
 */
function readKinds(chainId: number, times: readonly AskedTime[], inOrder: readonly number[]): Sql {
  const after = inOrder.map((ts) => String(ts + 1))
  const lies = packed(sql`width_bucket(k.deadline_ts, ${after}::numeric[])`)
  return sql`select 'counted' as source, k.category, ${packed(sql`k.campaigns_count`)} as kinds
      from campaign_counts k where k.chain_id = ${chainId} group by 2
    union all
    select 'between', k.category, ${lies} from counted_campaigns k
      where k.chain_id = ${chainId} and ${liesBetween(chainId, times)} group by 2
    union all
    select 'hidden', k.category, ${lies} from ${hiddenCounted(chainId)} group by 2
    union all
    select 'as of', '', array[ts] from counted_at where chain_id = ${chainId}`
}

type Counts = Record<Group, Map<string | number, number>>

function count<Key>(counts: Map<Key, number>, key: Key, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n)
}

const createCounts = (): Counts => ({
  status: new Map(),
  category: new Map(),
  goal: new Map(),
  progress: new Map(),
  deadline: new Map(),
})

/** What is made of a kind: its value in each group but that of categories, and which of those count it. */
interface Judged {
  keys: Record<OtherGroup, string | number>
  countedBy: readonly OtherGroup[]
  /** Whether it passes the filters of all these groups. */
  passes: boolean
}

/** Adds kinds to the counts of each group: to its category's at once, to the other groups' for all categories together, as those are few. */
function createTally(counts: Counts, asked: CountedFilters, judge: (kind: number) => Judged) {
  const known = new Map<number, Judged>()
  const judged = (kind: number) => {
    const found = known.get(kind) ?? judge(kind)
    known.set(kind, found)
    return found
  }
  /** Of each kind those whose category passes. */
  const sums = new Map<number, number>()
  return {
    add(category: string, kind: number, n: number): void {
      if (asked.category?.includes(category) !== false) count(sums, kind, n)
      if (category !== '' && judged(kind).passes) count(counts.category, category, n)
    },
    addUp(): void {
      for (const [kind, n] of sums) {
        const { keys, countedBy } = judged(kind)
        for (const group of countedBy) count(counts[group], keys[group], n)
      }
    },
  }
}

const [ACTIVE, SUCCESS, FAILED, WITHDRAWN] = CAMPAIGN_STATUSES

function judgeKind(
  kind: number,
  asked: CountedFilters,
  [open, ...days]: readonly AskedTime[],
  isBehind: (time: AskedTime) => boolean,
): Judged {
  const goal = Math.floor(kind / REMAINING) % GOALS
  const progress = Math.floor(kind / (REMAINING * GOALS)) % PROGRESS
  const outcome = Math.floor(kind / (REMAINING * GOALS * PROGRESS))
  const status = outcome === 2 ? WITHDRAWN : outcome === 1 ? SUCCESS : isBehind(open!) ? ACTIVE : FAILED
  const { hasWithdrawn, leastGoal = 0, beyondGoal = GOALS, leastProgress = 0, mostProgress = PROGRESS } = asked
  const isOut =
    (hasWithdrawn !== undefined && (outcome === 2) !== hasWithdrawn) || (asked.before && !isBehind(asked.before))
  const passes: Record<OtherGroup, boolean> = {
    status: asked.status?.includes(status) !== false,
    goal: goal >= leastGoal && goal < beyondGoal,
    progress: progress >= leastProgress && progress <= mostProgress,
    deadline: asked.last === undefined || !isBehind(asked.last),
  }
  const failed = OTHER_GROUPS.filter((group) => !passes[group])
  return {
    // A goal that is a bound exactly is told apart from what lies behind it.
    keys: { status, goal: (goal + 1) >> 1, progress, deadline: days.filter(isBehind).length },
    // What passes all filters but one is what another choice of that one would give.
    countedBy: isOut || failed.length > 1 ? [] : failed.length === 1 ? failed : OTHER_GROUPS,
    passes: !isOut && failed.length === 0,
  }
}
