import type { FiatPrice } from './fiatPrice.ts'

/** What the page is told about the deployment. The web app's `SiteConfig` is this. */
export interface SiteConfig {
  origin: string
  siteName: string
  chainId: number
  chainName: string
  nativeSymbol: string
  explorerUrl: string | null
  factoryAddress: string | null
  rpcUrl: string | null
  demoWallet: boolean
  walletConnectProjectId: string | null
  fiat: FiatPrice | null
  language: 'en' | 'de'
  theme: 'light' | 'dark' | 'system'
  /** Unix ms. */
  now: number
  /** The page's data has everything that the live stream told until here; null where that is not known, or no page. */
  streamId: string | null
}

export interface Head {
  title: string
  description?: string
  canonical?: string
  image?: string
  imageAlt?: string
  type?: 'website' | 'article'
  noIndex?: boolean
  jsonLd?: object
  preloadImage?: { srcSet: string; sizes: string }
}

export interface RenderedPage {
  status: number
  route: string
  head: Head
  html: string
  queries: [key: readonly unknown[], answer: unknown][]
}

/** The function that `web/src/render.tsx` exports. */
export type Renderer = (request: {
  href: string
  config: SiteConfig
  fetch: (request: Request) => Promise<Response>
}) => Promise<RenderedPage>
