import type { CampaignListQuery } from '../../api/queries.ts'
import { type Category, isCategory } from '../../lib/categories.ts'

/** Bounds in the native coin, as the API takes wei. */
export const GOALS = { small: [null, 10], medium: [10, 50], large: [50, 200], huge: [200, null] } as const
export const PROGRESSES = [50, 75, 100] as const
export const DEADLINES = [3, 7, 30] as const
/** `null` is what takes donations; each status otherwise, ended ones too. */
export const STATUSES = ['ACTIVE', 'SUCCESS', 'WITHDRAWN', 'FAILED', 'any'] as const
export type StatusChoice = (typeof STATUSES)[number]
export const SORTS = [
  'trending',
  '-created_at',
  'ending_soon',
  '-total_raised_wei',
  '-donors_count',
  '-progress_percent',
] as const
export type Sort = (typeof SORTS)[number]
/** Found words are ordered by how well they fit, unless something else was asked for. */
export const defaultSort = (q: string): Sort | 'relevance' => (q ? 'relevance' : 'trending')

const MAX_WORDS = 200

export interface ExploreSearch {
  q: string
  status: StatusChoice | null
  categories: Category[]
  tag: string | null
  goal: keyof typeof GOALS | null
  progress: number | null
  days: number | null
  ordering: Sort | 'relevance'
}

export function readSearch(search: URLSearchParams): ExploreSearch {
  const one = <T extends string>(name: string, allowed: readonly T[]): T | null => {
    const value = search.get(name) as T | null
    return value !== null && allowed.includes(value) ? value : null
  }
  const number = (name: string, allowed: readonly number[]): number | null => {
    const value = Number(search.get(name))
    return allowed.includes(value) ? value : null
  }
  const q = search.get('q')?.trim().slice(0, MAX_WORDS) ?? ''
  return {
    q,
    status: one('status', STATUSES) ?? (search.get('ended') === '1' ? 'any' : null),
    categories: search.get('category')?.split(',').filter(isCategory) ?? [],
    tag: search.get('tag'),
    goal: one('goal', Object.keys(GOALS) as (keyof typeof GOALS)[]),
    progress: number('progress', PROGRESSES),
    days: number('days', DEADLINES),
    ordering: one('ordering', SORTS) ?? defaultSort(q),
  }
}

/** The address of a search: what is as usual is left out, so that equal searches have equal addresses. */
export function exploreHref(search: ExploreSearch): string {
  const query = new URLSearchParams()
  if (search.q) query.set('q', search.q)
  if (search.status !== null) query.set('status', search.status)
  if (search.categories.length > 0) query.set('category', search.categories.join(','))
  if (search.tag) query.set('tag', search.tag)
  if (search.goal) query.set('goal', search.goal)
  if (search.progress !== null) query.set('progress', String(search.progress))
  if (search.days !== null) query.set('days', String(search.days))
  if (search.ordering !== defaultSort(search.q) && search.ordering !== 'relevance')
    query.set('ordering', search.ordering)
  const text = query.toString().replaceAll('%2C', ',')
  return text ? `/explore?${text}` : '/explore'
}

const wei = (eth: number): string => `${eth}${'0'.repeat(18)}`
const HOUR_S = 3600

function statusQuery(status: StatusChoice | null, hour: number): Pick<CampaignListQuery, 'status' | 'deadline_after'> {
  if (status === 'any') return {}
  if (status !== null) return { status: [status] }
  return { status: ['ACTIVE', 'SUCCESS'], deadline_after: String(hour - HOUR_S) }
}

/** What the API is asked. `nowMs` is cut to the hour, so that the request stays the same while the page is open. */
export function campaignQuery(search: ExploreSearch, nowMs: number): CampaignListQuery {
  const [from, to] = search.goal ? GOALS[search.goal] : [null, null]
  const hour = Math.ceil(nowMs / 1000 / HOUR_S) * HOUR_S
  const query: CampaignListQuery = {
    ...(search.q ? { q: search.q } : {}),
    ...statusQuery(search.status, hour),
    ...(search.categories.length > 0 ? { category: search.categories } : {}),
    ...(search.tag ? { tag: search.tag } : {}),
    ...(from !== null ? { min_goal: wei(from) } : {}),
    ...(to !== null ? { max_goal: wei(to) } : {}),
    ...(search.progress !== null ? { min_progress: search.progress } : {}),
    ...(search.days !== null ? { deadline_before: String(hour + search.days * 24 * HOUR_S) } : {}),
    // Near the goal is below it: what is past it has its own status.
    ...(search.ordering === '-progress_percent' && search.progress === null ? { max_progress: 99.99 } : {}),
    ordering: search.ordering,
    page_size: 18,
  }
  return query
}
