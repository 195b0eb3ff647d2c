import type { CampaignFilters } from './campaignFilters.ts'
import type { CampaignStatus } from './campaignRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { join, type Sql, sql, unseen, unseenTexts } from './sql.ts'

/**
 * Counts of campaigns from rows that are there already (migration 0024): `campaign_counts` holds how many there are of each kind, as
 * of a moment shortly before the clock, and `counted_campaigns` what each of them is. Campaigns whose deadlines lie between what
 * the counts tell apart and what is asked for are few: they are looked at one by one, and so are hidden ones.
 */

/** Of the facets, and what the counts tell apart (functions `counted_…` of the database). */
export const GOAL_BOUNDS_WEI = ['10', '50', '200'].map((eth) => `${eth}${'0'.repeat(18)}`)
export const PROGRESS_BOUNDS = [50, 75, 100] as const
export const DEADLINE_DAYS = [3, 7, 30] as const

/** A goal that is a bound exactly lies behind it for a facet, and is within a filter up to it: both sides of each are told apart. */
const COUNTED_GOALS = GOAL_BOUNDS_WEI.flatMap((wei) => [BigInt(wei), BigInt(wei) + 1n])
/** Progress has two decimals. */
const BELOW_PROGRESS = PROGRESS_BOUNDS.map((percent) => Number((percent - 0.01).toFixed(2)))
const DAY_S = 86_400
/** After the moment of the counts. */
const COUNTED_SECONDS = [0, ...DEADLINE_DAYS.map((days) => days * DAY_S)]
/** Deadlines further than this from any bound are not looked at one by one. */
const MOST_APART_S = 2 * DAY_S

/** Whether a deadline lies behind a time: `bound` is the nearest one that the counts tell apart. */
export type Behind = (bound: number, ts: string) => Sql

/** What the counts say: of `campaign_counts k` or `counted_campaigns k`. */
export const asCounted: Behind = (bound) => sql`k.remaining > ${bound}::int`
/** What is: of `counted_campaigns k`. */
export const asItIs: Behind = (_bound, ts) => sql`k.deadline_ts > ${unseen(sql`${ts}::numeric`)}`

/** What is asked of deadlines: where the two above may differ has to be looked at. */
export type Asked = Map<string, AskedTime>

/** The times of facets by which deadlines are told apart: the clock, and so many days after it. */
export const timesOf = (chain: ChainPosition): string[] =>
  COUNTED_SECONDS.map((seconds) => String(chain.clockTs + seconds))

/** The filters that the counts can answer, most of them with certain values alone. */
const ANSWERED = [
  'status',
  'category',
  'hasWithdrawn',
  'minGoalWei',
  'maxGoalWei',
  'minProgress',
  'maxProgress',
  'deadlineBefore',
  'deadlineAfter',
  'visibility',
] as const satisfies (keyof CampaignFilters)[]

/** Whether the counts know who passes. */
export function isCounted(chain: ChainPosition, filters: CampaignFilters): boolean {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  return (
    given.every(([name]) => (ANSWERED as readonly string[]).includes(name)) &&
    filters.visibility !== 'hidden' &&
    countedFilters(chain, filters) !== undefined
  )
}

/** A time, and the nearest bound that the counts tell apart. */
export interface AskedTime {
  bound: number
  ts: string
}

/** What filters ask of what is counted. */
export interface CountedFilters {
  status: readonly CampaignStatus[] | undefined
  category: readonly string[] | undefined
  hasWithdrawn: boolean | undefined
  leastGoal: number | undefined
  beyondGoal: number | undefined
  leastProgress: number | undefined
  mostProgress: number | undefined
  /** Deadlines that lie behind this one do not pass. */
  last: AskedTime | undefined
  /** Deadlines have to lie behind this one. */
  before: AskedTime | undefined
}

/** Filters in terms of what is counted; undefined where a value lies between what the counts tell apart. */
export function countedFilters(chain: ChainPosition, filters: CampaignFilters): CountedFilters | undefined {
  const { status, category, hasWithdrawn, minGoalWei, maxGoalWei, minProgress, maxProgress } = filters
  const { deadlineBefore, deadlineAfter } = filters
  let isKnown = true
  const known = <T, R>(value: T | undefined, counted: (value: T) => R | undefined): R | undefined => {
    if (value === undefined) return undefined
    const found = counted(value)
    if (found === undefined) isKnown = false
    return found
  }
  const asked: CountedFilters = {
    status,
    // A star stands for all categories in the counts of tags.
    category: known(category, (given) => (given.includes('*') ? undefined : given)),
    hasWithdrawn,
    leastGoal: known(minGoalWei, (wei) => placeOf(COUNTED_GOALS, BigInt(wei))),
    beyondGoal: known(maxGoalWei, (wei) => placeOf(COUNTED_GOALS, BigInt(wei) + 1n)),
    leastProgress: known(minProgress, (percent) => placeOf(PROGRESS_BOUNDS, percent)),
    mostProgress: known(maxProgress, (percent) => {
      const below = BELOW_PROGRESS.indexOf(percent)
      return below < 0 ? undefined : below
    }),
    last: known(deadlineBefore, (ts) => nearestBound(chain, ts)),
    before: known(deadlineAfter, (ts) => nearestBound(chain, String(BigInt(ts) - 1n))),
  }
  return isKnown ? asked : undefined
}

/** Conditions on `k`; undefined where a value lies between what the counts tell apart. */
export function countedConditions(chain: ChainPosition, filters: CampaignFilters, behind: Behind): Sql[] | undefined {
  const asked = countedFilters(chain, filters)
  if (asked === undefined) return undefined
  const { status, category, hasWithdrawn, leastGoal, beyondGoal, leastProgress, mostProgress, last, before } = asked
  const conditions: Sql[] = []
  const add = <T>(value: T | undefined, condition: (value: T) => Sql) => {
    if (value !== undefined) conditions.push(condition(value))
  }
  add(status, (all) => {
    const any = all.map((one) => hasStatus(chain, one, behind))
    return sql`(${join(any, ' or ')})`
  })
  add(category, (all) => sql`k.category = any(${unseenTexts(all)})`)
  add(hasWithdrawn, (has) => sql`(k.outcome = 2) = ${has}`)
  add(leastGoal, (least) => sql`k.goal >= ${least}::int`)
  add(beyondGoal, (beyond) => sql`k.goal < ${beyond}::int`)
  add(leastProgress, (least) => sql`k.progress >= ${least}::int`)
  add(mostProgress, (most) => sql`k.progress <= ${most}::int`)
  add(last, ({ bound, ts }) => sql`not ${behind(bound, ts)}`)
  add(before, ({ bound, ts }) => behind(bound, ts))
  return conditions
}

/** How many bounds are reached at `value`, where it is one of them or below all. */
function placeOf<T extends bigint | number>(bounds: readonly T[], value: T): number | undefined {
  const place = bounds.indexOf(value)
  if (place >= 0) return place + 1
  return value <= 0 ? 0 : undefined
}

function nearestBound({ clockTs }: ChainPosition, ts: string): AskedTime | undefined {
  const apart = COUNTED_SECONDS.map((seconds) => Math.abs(Number(ts) - clockTs - seconds))
  const nearest = Math.min(...apart)
  return nearest <= MOST_APART_S ? { bound: apart.indexOf(nearest), ts } : undefined
}

/** As a comparison of columns, which an index can answer. */
function hasStatus({ clockTs }: ChainPosition, status: CampaignStatus, behind: Behind): Sql {
  if (status === 'WITHDRAWN') return sql`k.outcome = 2`
  if (status === 'SUCCESS') return sql`k.outcome = 1`
  const isOpen = behind(0, String(clockTs))
  return status === 'ACTIVE' ? sql`(k.outcome = 0 and ${isOpen})` : sql`(k.outcome = 0 and not ${isOpen})`
}

/** Remembers what is asked of deadlines. */
export function asking(asked: Asked): Behind {
  return (bound, ts) => {
    asked.set(`${bound} ${ts}`, { bound, ts })
    return asCounted(bound, ts)
  }
}

/** Of `counted_campaigns k`: deadlines of which what was counted says something else than what is. */
export function liesBetween(chainId: number, asked: readonly AskedTime[]): Sql {
  const between = asked.map(({ bound, ts }) => {
    const counted = sql`(select coalesce(max(ts), 0) + ${COUNTED_SECONDS[bound]}::int from counted_at where chain_id = ${chainId})::numeric`
    return sql`(k.deadline_ts > least(${counted}, ${ts}::numeric) and k.deadline_ts <= greatest(${counted}, ${ts}::numeric))`
  })
  return between.length === 0 ? sql`false` : sql`(${join(between, ' or ')})`
}

/** Hidden campaigns as `k`. */
export const hiddenCounted = (chainId: number): Sql =>
  sql`hidden_campaigns h join counted_campaigns k on k.chain_id = h.chain_id and k.campaign_address = h.campaign_address
    and h.chain_id = ${chainId}`

/**
 * How many campaigns pass, as a `select` of one number; undefined where the counts do not know.
 *
 * @param isOpen only those that still take donations
 */
export function countCounted(
  chain: ChainPosition,
  filters: CampaignFilters,
  { isOpen = false }: { isOpen?: boolean } = {},
): Sql | undefined {
  if (!isCounted(chain, filters)) return undefined
  const { chainId, clockTs } = chain
  const conditions = (behind: Behind) => {
    const open = isOpen ? [sql`k.outcome <> 2`, behind(0, String(clockTs))] : []
    return join([sql`k.chain_id = ${chainId}`, ...countedConditions(chain, filters, behind)!, ...open], ' and ')
  }
  const asked: Asked = new Map()
  const counted = conditions(asking(asked))
  const between =
    asked.size === 0
      ? sql``
      : sql`+ (select count(*) filter (where ${conditions(asItIs)}) - count(*) filter (where ${conditions(asCounted)})
          from counted_campaigns k where k.chain_id = ${chainId} and ${liesBetween(chainId, [...asked.values()])})`
  const hidden =
    filters.visibility === 'all'
      ? sql``
      : sql`- (select count(*) from ${hiddenCounted(chainId)} where ${conditions(asItIs)})`
  return sql`select ((select coalesce(sum(k.campaigns_count), 0) from campaign_counts k where ${counted}) ${between} ${hidden})::bigint`
}

/** Campaigns of one status or several, hidden ones too, as a `select` of one number. */
export const countOfStatus = (chain: ChainPosition, status: readonly CampaignStatus[]): Sql =>
  countCounted(chain, { status, visibility: 'all' })!
