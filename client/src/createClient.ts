import createFetchClient, { type FetchResponse, type MaybeOptionalInit } from 'openapi-fetch'
import { errorOf } from './errors.ts'
import type { paths } from './openapi.ts'

export interface ClientOptions {
  /** Where the API is, without `/api/v1`: `https://example.org`; empty for the page's own origin. */
  baseUrl: string
  /** Asked before each request; what it gives goes along as the bearer token. */
  accessToken?: (() => string | undefined | Promise<string | undefined>) | undefined
  fetch?: ((request: Request) => Promise<Response>) | undefined
}

type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete'
type MediaType = `${string}/${string}`
type PathsWithMethod<M extends HttpMethod> = {
  [Path in keyof paths]: paths[Path] extends Record<M, object> ? Path : never
}[keyof paths]
type Parameters<Init> = object extends Init ? [init?: Init] : [init: Init]

/** Sends one request: gives what a 2xx says, and throws an ApiError for everything else. */
export type Method<M extends HttpMethod> = <
  Path extends PathsWithMethod<M>,
  Init extends MaybeOptionalInit<paths[Path], M>,
>(
  path: Path,
  ...parameters: Parameters<Init>
) => Promise<Answer<paths[Path], M, Init>>

type Answer<Item, M extends HttpMethod, Init> = Item extends {
  [_ in M]: infer Operation extends Record<string, unknown>
}
  ? { data: NonNullable<FetchResponse<Operation, Init, MediaType>['data']>; response: Response }
  : never

/** Paths are those of the OpenAPI document, so an editor completes them with their parameters and answers. */
export interface Client {
  GET: Method<'get'>
  POST: Method<'post'>
  PUT: Method<'put'>
  PATCH: Method<'patch'>
  DELETE: Method<'delete'>
}

export function createClient({ baseUrl, accessToken, fetch }: ClientOptions): Client {
  const client = createFetchClient<paths>({
    baseUrl,
    ...(fetch ? { fetch } : {}),
    // status=ACTIVE,SUCCESS: lists are comma lists.
    querySerializer: { array: { style: 'form', explode: false } },
  })
  client.use({
    async onRequest({ request }) {
      const token = await accessToken?.()
      if (token !== undefined && !request.headers.has('authorization')) {
        request.headers.set('authorization', `Bearer ${token}`)
      }
    },
    async onResponse({ response }) {
      if (!response.ok) throw await errorOf(response)
    },
  })
  return client as unknown as Client
}
