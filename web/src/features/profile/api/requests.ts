import { apiQuery } from '../../../api/apiQuery.ts'

export const listCreatedCampaigns = (address: string) =>
  apiQuery('/api/v1/creators/{address}/campaigns/', {
    path: { address },
    query: { include_metadata: true, ordering: '-created_at', page_size: 60 },
  })

export const listBackedCampaigns = (address: string) =>
  apiQuery('/api/v1/donors/{address}/contributions/', {
    path: { address },
    query: { include_metadata: true, page_size: 100 },
  })
