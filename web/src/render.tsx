import { ApiError } from '@kindling/client'
import { renderToString } from 'react-dom/server'
import { createQueryClient } from './api/createQueryClient.ts'
import { App } from './app/App.tsx'
import { loadMessages } from './i18n/messages.ts'
import type { SiteConfig } from './lib/siteConfig.ts'
import { type Head, loadRoute, matchRoute } from './routes.ts'

export interface RenderRequest {
  /** Path and query. */
  href: string
  config: SiteConfig
  /** Asks the API within the process. */
  fetch: (request: Request) => Promise<Response>
}

export interface RenderedPage {
  status: number
  /** Name of the route, for the preloads. */
  route: string
  head: Head
  html: string
  /** What the browser seeds its cache with. */
  queries: [key: readonly unknown[], answer: unknown][]
}

/** The first paint of a page with the data behind it. The browser's first rendering gives the same markup. */
export async function renderPage({ href, config, fetch }: RenderRequest): Promise<RenderedPage> {
  const url = new URL(href, config.origin)
  const { name, params } = matchRoute(url.pathname)
  const [module, t] = await Promise.all([loadRoute(url.pathname), loadMessages(config.language)])
  const client = createQueryClient({ baseUrl: config.origin, fetch, server: true })
  const request = { params, search: url.searchParams }
  await module.preload?.(request, client, config)
  const head = module.headOf(request, { client, t, config })
  const html = renderToString(
    <App href={href} config={config} language={{ code: config.language, t }} client={client} />,
  )
  const cache = client.getQueryCache().getAll()
  const queries = cache
    .filter(({ state }) => state.data !== undefined)
    .map(({ queryKey, state }) => [queryKey, state.data] as [readonly unknown[], unknown])
  const failures = cache.flatMap(({ state }) => (state.error === null ? [] : [state.error]))
  client.clear()
  return { status: head.status ?? statusOf(failures), route: name, head, html, queries }
}

/** A page is as available as the data it cannot do without: only unavailability of everything counts. */
const statusOf = (failures: Error[]): number =>
  failures.some((error) => error instanceof ApiError && error.status === 429) ? 429 : 200
