import { apiQuery } from '../../../api/apiQuery.ts'
import type { CampaignListQuery } from '../../../api/queries.ts'

/** How many campaigns each filter would leave, beside what is chosen. */
export function countFacets({ ordering: _, page_size: __, ...filters }: CampaignListQuery) {
  return apiQuery('/api/v1/campaigns/facets/', { query: filters })
}
