import { infiniteQueryOptions } from '@tanstack/react-query'
import { sendApi } from '../../../api/apiQuery.ts'
import type { CampaignListQuery } from '../../../api/queries.ts'
import type { CampaignList, CampaignSearch } from '../../../api/types.ts'

/** The list page by page, as far as somebody looked; with words to look for, what the search found. */
export function listCampaignPages(query: CampaignListQuery) {
  const path = query.q ? '/api/v1/campaigns/search/' : '/api/v1/campaigns/'
  return infiniteQueryOptions({
    queryKey: ['api', path, query, 'pages'] as const,
    queryFn: ({ client, signal, pageParam }) =>
      sendApi<CampaignList | CampaignSearch>(
        client,
        path,
        { query: { ...query, include_metadata: true, page: pageParam } },
        signal,
      ),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (last.next === null ? undefined : pages.length + 1),
  })
}
