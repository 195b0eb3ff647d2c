import type { Interval, Metric, Period } from './api/requests.ts'

export const METRICS: readonly Metric[] = ['raised', 'donations', 'campaigns', 'donors']
export const INTERVALS: readonly Interval[] = ['day', 'week']
export const PERIODS: readonly Period[] = ['24h', '7d', '30d', 'all']
/** Days; 0 is all there is. */
export const RANGES = [14, 30, 0] as const

export interface StatsSearch {
  metric: Metric
  interval: Interval
  days: (typeof RANGES)[number]
  period: Period
}

export function readStatsSearch(search: URLSearchParams): StatsSearch {
  const one = <T extends string>(name: string, allowed: readonly T[], usual: T): T =>
    allowed.find((value) => value === search.get(name)) ?? usual
  return {
    metric: one('metric', METRICS, 'raised'),
    interval: one('interval', INTERVALS, 'day'),
    days: RANGES.find((days) => String(days) === search.get('days')) ?? 0,
    period: one('period', PERIODS, 'all'),
  }
}

export function statsHref(choice: StatsSearch): string {
  const query = new URLSearchParams()
  if (choice.metric !== 'raised') query.set('metric', choice.metric)
  if (choice.interval !== 'day') query.set('interval', choice.interval)
  if (choice.days !== 0) query.set('days', String(choice.days))
  if (choice.period !== 'all') query.set('period', choice.period)
  const text = query.toString()
  return text ? `/stats?${text}` : '/stats'
}
