import { infiniteQueryOptions } from '@tanstack/react-query'
import { apiQuery, sendApi } from '../../../api/apiQuery.ts'
import type { Contribution } from '../../../api/types.ts'

export const getGifts = (address: string) => apiQuery('/api/v1/campaigns/{address}/gifts/', { path: { address } })

const DONORS = '/api/v1/campaigns/{address}/contributions/'

interface DonorPage {
  count: number
  next: string | null
  results: Contribution[]
}

export const listDonorPages = (address: string) =>
  infiniteQueryOptions({
    queryKey: ['api', DONORS, address, 'pages'] as const,
    queryFn: ({ client, signal, pageParam }) =>
      sendApi<DonorPage>(client, DONORS, { path: { address }, query: { page: pageParam, page_size: 25 } }, signal),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (last.next === null ? undefined : pages.length + 1),
  })

/** Every donor of the campaign with exact amounts, as a file. */
export const donorsCsvHref = (address: string): string => `/api/v1/export/contributions.csv?campaign_address=${address}`
