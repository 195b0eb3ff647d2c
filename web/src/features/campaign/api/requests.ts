import { listCampaigns } from '../../../api/queries.ts'
import { isCategory } from '../../../lib/categories.ts'

export const listSimilar = (category: string | null | undefined) =>
  listCampaigns({
    ...(category && isCategory(category) ? { category: [category] } : {}),
    status: ['ACTIVE', 'SUCCESS'],
    ordering: '-donors_count',
    page_size: 4,
  })
