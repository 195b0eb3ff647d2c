import type { Client, paths } from '@kindling/client'
import type { QueryClient } from '@tanstack/react-query'

export type ApiPath = { [P in keyof paths]: paths[P] extends { get: Get } ? P : never }[keyof paths]
type Get = { responses: { 200: { content: { 'application/json': unknown } } } }
export type Answer<P extends ApiPath> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never
type Parameters<P extends ApiPath> = paths[P] extends { get: { parameters: infer Given } } ? Given : never
export type QueryOf<P extends ApiPath> = Parameters<P> extends { query?: infer Q } ? NonNullable<Q> : never
type PathOf<P extends ApiPath> = Parameters<P> extends { path: infer V } ? V : undefined

export interface ApiParams<P extends ApiPath> {
  path?: PathOf<P>
  query?: QueryOf<P>
}

/** A request as options for the query cache: the key is the request, the cache knows the client that sends it. */
export function apiQuery<P extends ApiPath>(path: P, params: ApiParams<P> = {}) {
  return {
    queryKey: ['api', path, params] as const,
    queryFn: ({ client, signal }: { client: QueryClient; signal: AbortSignal }): Promise<Answer<P>> =>
      sendApi<Answer<P>>(client, path, params, signal),
  }
}

export async function sendApi<T>(client: QueryClient, path: string, params: object, signal?: AbortSignal): Promise<T> {
  const api = apiOf(client)
  // The page keeps answers itself. From the browser's cache it would read the old one again when the stream says that
  // something changed. An answer that did not change comes without its body (304).
  const { data } = await api.GET(path as never, { params, cache: 'no-cache', ...(signal ? { signal } : {}) } as never)
  return data as T
}

const clients = new WeakMap<QueryClient, Client>()
export const setApi = (client: QueryClient, api: Client): void => void clients.set(client, api)

export function apiOf(client: QueryClient): Client {
  const api = clients.get(client)
  if (api === undefined) throw new Error('This query cache has no API client: make it by createQueryClient.')
  return api
}
