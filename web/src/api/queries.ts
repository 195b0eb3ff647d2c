import { apiQuery, type QueryOf } from './apiQuery.ts'

export type CampaignListQuery = QueryOf<'/api/v1/campaigns/'>

/** Requests that more than one page makes. What only one feature asks stands in that feature. */
export const getSyncState = (chainId: number) =>
  apiQuery('/api/v1/chains/{chain_id}/sync-state/', { path: { chain_id: chainId } })

export const getPlatformStats = () => apiQuery('/api/v1/stats/platform/')

export const listCampaigns = (query: CampaignListQuery) =>
  apiQuery('/api/v1/campaigns/', { query: { ...query, include_metadata: true } })

export const getCampaign = (address: string) =>
  apiQuery('/api/v1/campaigns/{address}/', { path: { address }, query: { include_metadata: true } })

export const getCreatorStats = (address: string) => apiQuery('/api/v1/stats/creator/{address}/', { path: { address } })

export const getTimeseries = (address: string) =>
  apiQuery('/api/v1/campaigns/{address}/timeseries/', { path: { address }, query: { interval: 'day' } })

export const listCreatedCampaigns = (address: string) =>
  apiQuery('/api/v1/creators/{address}/campaigns/', {
    path: { address },
    query: { include_metadata: true, ordering: '-created_at', page_size: 60 },
  })

export const listTransactionEvents = (txHash: string) => apiQuery('/api/v1/events/', { query: { tx_hash: txHash } })
