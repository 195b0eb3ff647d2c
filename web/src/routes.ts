import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Messages } from './i18n/messages.ts'
import type { SiteConfig } from './lib/siteConfig.ts'

export type Params = Record<string, string>

export interface PageRequest {
  params: Params
  search: URLSearchParams
}

/** What search engines, shares and the window's title say about a page. */
export interface Head {
  title: string
  description?: string
  /** Path and query; default: the page's own path. */
  canonical?: string
  /** A path on this origin, or an absolute URL. */
  image?: string
  imageAlt?: string
  type?: 'website' | 'article'
  noIndex?: boolean
  jsonLd?: object
  /** The picture that is painted first. */
  preloadImage?: { srcSet: string; sizes: string }
  status?: number
}

export type Preload = (request: PageRequest, client: QueryClient, config: SiteConfig) => Promise<unknown>

export interface PageModule {
  Page: ComponentType<PageRequest>
  /** Fills the cache with what the first paint needs. */
  preload?: Preload
  headOf: (request: PageRequest, context: { client: QueryClient; t: Messages; config: SiteConfig }) => Head
}

interface Route {
  name: string
  pattern: RegExp
  load: () => Promise<PageModule>
}

const ADDRESS = '(?<address>0x[0-9a-fA-F]{40})'

/** `name` is the key of the page's file in the build's manifest, for the preload that the server sends. */
export const routes: readonly Route[] = [
  { name: 'home', pattern: /^\/$/, load: () => import('./features/home/HomePage.tsx') },
  { name: 'explore', pattern: /^\/explore$/, load: () => import('./features/explore/ExplorePage.tsx') },
  {
    name: 'campaign',
    pattern: new RegExp(`^/campaigns/${ADDRESS}$`),
    load: () => import('./features/campaign/CampaignPage.tsx'),
  },
  {
    name: 'profile',
    pattern: new RegExp(`^/profiles/${ADDRESS}$`),
    load: () => import('./features/profile/ProfilePage.tsx'),
  },
  { name: 'stats', pattern: /^\/stats$/, load: () => import('./features/stats/StatsPage.tsx') },
  { name: 'desk', pattern: /^\/desk$/, load: () => import('./features/desk/DeskPage.tsx') },
  {
    name: 'campaignDesk',
    pattern: new RegExp(`^/desk/${ADDRESS}$`),
    load: () => import('./features/desk/CampaignDeskPage.tsx'),
  },
  { name: 'create', pattern: /^\/create$/, load: () => import('./features/create/CreatePage.tsx') },
]

const notFound: Route = { name: 'notFound', pattern: /^/, load: () => import('./app/NotFoundPage.tsx') }
const loading = new Map<string, Promise<PageModule>>()
const loaded = new Map<string, PageModule>()
const failed = new Set<string>()

export interface RouteMatch {
  name: string
  params: Params
}

export function matchRoute(pathname: string): RouteMatch {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') : pathname
  for (const route of routes) {
    const match = route.pattern.exec(path)
    if (match) {
      const params = Object.fromEntries(Object.entries(match.groups ?? {}).map(([k, v]) => [k, v.toLowerCase()]))
      return { name: route.name, params }
    }
  }
  return { name: notFound.name, params: {} }
}

/**
 * A page's code. One promise for as long as it may be wanted, a failed one too: rendering reads it again and again, and would
 * ask for the missing file without end.
 */
export function loadRoute(pathname: string): Promise<PageModule> {
  const { name } = matchRoute(pathname)
  let promise = loading.get(name)
  if (promise === undefined) {
    const route = routes.find((candidate) => candidate.name === name) ?? notFound
    promise = route.load().then((module) => {
      loaded.set(name, module)
      return module
    })
    promise.catch(() => failed.add(name))
    loading.set(name, promise)
  }
  return promise
}

/** The same when somebody goes there: code that did not arrive is asked for once more. */
export function loadRouteAgain(pathname: string): Promise<PageModule> {
  const { name } = matchRoute(pathname)
  if (failed.delete(name)) loading.delete(name)
  return loadRoute(pathname)
}

/** The page's code if it is here: then it renders without a pause, on the server too. */
export const loadedRoute = (name: string): PageModule | undefined => loaded.get(name)
