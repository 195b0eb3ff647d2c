import type { FastifyInstance, FastifyRequest } from 'fastify'
import { originOf } from '../plugins/originOf.ts'
import { PAGE_REQUEST } from '../plugins/rateLimit.ts'
import { createFiatPrice, type FiatSettings } from './fiatPrice.ts'
import type { SiteConfig } from './renderer.ts'

const LOCAL_CHAIN_ID = 31_337

export interface SiteSettings {
  siteName?: string | undefined
  /** A node that browsers may ask: the local chain's, or PUBLIC_RPC_URL. Never one whose address holds a key. */
  publicRpcUrl?: string | undefined
  walletConnectProjectId?: string | undefined
  /** Left out: no hints of what amounts are worth. */
  fiat?: FiatSettings | undefined
}

interface Chain {
  chain_id: number
  name: string
  native_symbol: string
  explorer_url: string | null
  factory_addresses: string[]
}

const CHAIN_MS = 30_000

/** Reads what pages are told about the deployment; the chain is asked of the API, seldom. */
export function createSiteConfigReader(app: FastifyInstance, settings: SiteSettings) {
  const fiatPrice = createFiatPrice(settings.fiat, (error) =>
    app.log.warn({ err: error }, 'The fiat price was not read.'),
  )
  let known: { chain: Chain | undefined; at: number } | undefined
  return async (request: FastifyRequest): Promise<SiteConfig> => {
    if (known?.chain === undefined || Date.now() - known.at > CHAIN_MS) {
      const answer = await app.inject({ url: '/api/v1/chains/', headers: PAGE_REQUEST, remoteAddress: request.ip })
      const chains: Chain[] = answer.statusCode === 200 ? answer.json() : []
      known = { chain: chains[0] ?? known?.chain, at: Date.now() }
    }
    const { chain } = known
    return {
      origin: originOf(request),
      siteName: settings.siteName ?? 'Kindling',
      chainId: chain?.chain_id ?? 0,
      chainName: chain?.name ?? '',
      nativeSymbol: chain?.native_symbol ?? 'ETH',
      explorerUrl: chain?.explorer_url ?? null,
      factoryAddress: chain?.factory_addresses[0] ?? null,
      rpcUrl: settings.publicRpcUrl ?? null,
      demoWallet: chain?.chain_id === LOCAL_CHAIN_ID && settings.publicRpcUrl !== undefined,
      walletConnectProjectId: settings.walletConnectProjectId ?? null,
      fiat: fiatPrice(),
      language: languageOf(request),
      theme: themeOf(request),
      now: Date.now(),
      streamId: null,
    }
  }
}

function choiceOf(request: FastifyRequest, name: string): string | undefined {
  return new RegExp(`(?:^|;\\s*)kindling_${name}=([a-z]{1,16})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]
}

/** The visitor's choice, from the cookie that the web app and the desk share. */
export function themeOf(request: FastifyRequest): SiteConfig['theme'] {
  const theme = choiceOf(request, 'theme')
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** The visitor's choice, else the first language of the browser that is spoken here. */
export function languageOf(request: FastifyRequest): SiteConfig['language'] {
  const chosen = choiceOf(request, 'language')
  if (chosen === 'en' || chosen === 'de') return chosen
  for (const part of (request.headers['accept-language'] ?? '').slice(0, 200).split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase()
    if (language === 'en' || language === 'de') return language
  }
  return 'en'
}
