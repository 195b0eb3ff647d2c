import { apiQuery } from '../../../api/apiQuery.ts'
import { listCampaigns } from '../../../api/queries.ts'
import { isCategory } from '../../../lib/categories.ts'

export const getTimeseries = (address: string) =>
  apiQuery('/api/v1/campaigns/{address}/timeseries/', { path: { address }, query: { interval: 'day' } })

export const listSimilar = (category: string | null | undefined) =>
  listCampaigns({
    ...(category && isCategory(category) ? { category: [category] } : {}),
    status: ['ACTIVE', 'SUCCESS'],
    ordering: '-donors_count',
    page_size: 4,
  })
