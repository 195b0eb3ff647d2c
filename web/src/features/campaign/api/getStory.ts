import type { QueryClient } from '@tanstack/react-query'
import { sendApi } from '../../../api/apiQuery.ts'

export interface Story {
  cid: string
  /** Made from Markdown and sanitised by the server. */
  html: string
}

export const getStory = (address: string) => ({
  queryKey: ['api', '/web/stories/{address}', { path: { address } }] as const,
  queryFn: ({ client, signal }: { client: QueryClient; signal: AbortSignal }) =>
    sendApi<Story>(client, '/web/stories/{address}', { path: { address } }, signal),
  staleTime: 300_000,
})
