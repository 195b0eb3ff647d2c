import { apiQuery } from '../../../api/apiQuery.ts'

export const listTrending = () =>
  apiQuery('/api/v1/stats/trending/', { query: { period: '7d', limit: 14, include_metadata: true } })
