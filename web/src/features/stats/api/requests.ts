import { apiQuery } from '../../../api/apiQuery.ts'

export type Metric = 'raised' | 'donations' | 'campaigns' | 'donors'
export type Interval = 'day' | 'week'
export type Period = '24h' | '7d' | '30d' | 'all'

export const getPlatformTimeseries = (metric: Metric, interval: Interval) =>
  apiQuery('/api/v1/stats/timeseries/', { query: { metric, interval } })

export const listLeadingCampaigns = (period: Period) =>
  apiQuery('/api/v1/stats/leaderboard/campaigns/', { query: { period, limit: 10, include_metadata: true } })

export const listLeadingDonors = (period: Period) =>
  apiQuery('/api/v1/stats/leaderboard/donors/', { query: { period, limit: 10 } })
