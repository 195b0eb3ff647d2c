import { ApiError, createClient } from '@kindling/client'
import { QueryClient } from '@tanstack/react-query'
import { setApi } from './apiQuery.ts'

export interface QueryClientSettings {
  baseUrl: string
  fetch?: (request: Request) => Promise<Response>
  /** The server asks once; browsers try again. */
  server?: boolean
}

export function createQueryClient({ baseUrl, fetch, server = false }: QueryClientSettings): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: server ? Number.POSITIVE_INFINITY : 600_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => !server && count < 2 && isWorthRetrying(error),
      },
    },
  })
  setApi(client, createClient({ baseUrl, ...(fetch ? { fetch } : {}) }))
  return client
}

/** What the API answered on purpose stays so. */
const isWorthRetrying = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status >= 500 || error.status === 429
