import { createContext, useContext } from 'react'
import type { LanguageCode } from '../i18n/languages.ts'

export type Theme = 'light' | 'dark' | 'system'

/** What one native coin costs, for hints. `at`: Unix ms of reading it; null for a price set by the operator. */
export interface FiatPrice {
  currency: string
  price: number
  at: number | null
}

/** What the server tells a page about the deployment; it travels in the page itself. */
export interface SiteConfig {
  /** Scheme and host, for addresses that leave the page: canonical, share, embed. */
  origin: string
  siteName: string
  chainId: number
  chainName: string
  nativeSymbol: string
  explorerUrl: string | null
  factoryAddress: string | null
  /** A node that browsers may ask: of the local chain, or PUBLIC_RPC_URL. */
  rpcUrl: string | null
  /** The wallet with published keys: only on the local chain. */
  demoWallet: boolean
  walletConnectProjectId: string | null
  fiat: FiatPrice | null
  language: LanguageCode
  theme: Theme
  /** Unix ms of the rendering, so that the first paint in the browser says the same as the server's. */
  now: number
  /** The page's data has everything that the live stream told until here; null where that is not known. */
  streamId: string | null
}

export const SiteConfigContext = createContext<SiteConfig | null>(null)

export function useSiteConfig(): SiteConfig {
  const config = useContext(SiteConfigContext)
  if (config === null) throw new Error('SiteConfigContext has no value: render inside App.')
  return config
}

let pageConfig: SiteConfig | undefined

/** For code outside of React: the wallet's. Set once, when the page starts; on the server never. */
export const setPageConfig = (config: SiteConfig): void => {
  pageConfig = config
}

export function readPageConfig(): SiteConfig {
  if (pageConfig === undefined) throw new Error('The page has not started: setPageConfig was not called.')
  return pageConfig
}
