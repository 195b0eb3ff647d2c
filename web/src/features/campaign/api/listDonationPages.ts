import { infiniteQueryOptions } from '@tanstack/react-query'
import { sendApi } from '../../../api/apiQuery.ts'
import type { Donation } from '../../../api/types.ts'

const PATH = '/api/v1/campaigns/{address}/donations/'
const PAGE_SIZE = 25

interface DonationPage {
  count: number
  next: string | null
  results: Donation[]
}

export const listDonationPages = (address: string) =>
  infiniteQueryOptions({
    queryKey: ['api', PATH, address, 'pages'] as const,
    queryFn: ({ client, signal, pageParam }) =>
      sendApi<DonationPage>(
        client,
        PATH,
        { path: { address }, query: { page: pageParam, page_size: PAGE_SIZE } },
        signal,
      ),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (last.next === null ? undefined : pages.length + 1),
  })
