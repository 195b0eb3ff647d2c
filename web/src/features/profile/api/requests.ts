import { infiniteQueryOptions } from '@tanstack/react-query'
import { apiQuery, sendApi } from '../../../api/apiQuery.ts'
import type { ChainEvent } from '../../../api/types.ts'

export const listBackedCampaigns = (address: string) =>
  apiQuery('/api/v1/donors/{address}/contributions/', {
    path: { address },
    query: { include_metadata: true, page_size: 100 },
  })

interface EventPage {
  count: number
  next: string | null
  results: ChainEvent[]
}

export const listActivityPages = (address: string) =>
  infiniteQueryOptions({
    queryKey: ['api', '/api/v1/events/', 'of', address, 'pages'] as const,
    queryFn: ({ client, signal, pageParam }) =>
      sendApi<EventPage>(
        client,
        '/api/v1/events/',
        { query: { account_address: address, removed: false, page: pageParam, page_size: 15 } },
        signal,
      ),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (last.next === null ? undefined : pages.length + 1),
  })
