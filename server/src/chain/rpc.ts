import { setTimeout as sleep } from 'node:timers/promises'
import { createEndpoint, DEFAULT_MAX_CONCURRENCY, type Endpoint, type EndpointHealth } from './endpoint.ts'
import { RpcError } from './RpcError.ts'

/** Several endpoints of one chain, used as one. */
export interface Rpc {
  /**
   * Runs `work` against one endpoint, so that all it reads comes from one node; when that fails with something
   * another node may do better, against the next. Endpoints in their backoff come last.
   *
   * @throws RpcError the last endpoint's, when none could do it
   */
  read<T>(work: (endpoint: Endpoint) => Promise<T>): Promise<T>
  health(): EndpointHealth[]
}

/**
 * @param urls at least one
 * @param options.chainId every endpoint must serve this chain; one that does not is left out
 */
export function createRpc(
  urls: string[],
  options: { chainId: number; timeoutMs?: number | undefined; maxConcurrency?: number | undefined },
): Rpc {
  const { timeoutMs = 30_000, maxConcurrency = DEFAULT_MAX_CONCURRENCY } = options
  // Where there is another endpoint, that one is the better second try.
  const tries = urls.length === 1 ? 4 : 2
  const endpoints = urls.map((url) => patient(createEndpoint(url, { timeoutMs, maxConcurrency }), tries))
  const checked = new Set<Endpoint>()

  async function checkChain(endpoint: Endpoint): Promise<void> {
    if (checked.has(endpoint)) return
    const id = Number(await endpoint.request<string>('eth_chainId', []))
    if (id !== options.chainId) {
      const error = new RpcError('wrong_chain', `${endpoint.health.origin} serves chain ${id}, not ${options.chainId}.`)
      endpoint.health.lastError = error.message
      endpoint.health.wrongChain = true
      endpoint.health.consecutiveFailures++
      endpoint.health.retryAtMs = Date.now() + WRONG_CHAIN_PAUSE_MS
      throw error
    }
    endpoint.health.wrongChain = false
    checked.add(endpoint)
  }

  return {
    health: () => endpoints.map((endpoint) => ({ ...endpoint.health })),
    async read(work) {
      let last: unknown
      for (const endpoint of byPreference(endpoints)) {
        try {
          await checkChain(endpoint)
          return await work(endpoint)
        } catch (error) {
          if (!(error instanceof RpcError)) throw error
          // A connection that failed may lead to another node next time: its chain is checked again.
          if (error.fault === 'unavailable') checked.delete(endpoint)
          // The caller answers a refused range by asking for less, not by asking elsewhere.
          if (error.fault === 'range_too_large') throw error
          // One of another chain is left out: it must not hide that another endpoint may answer later.
          if (last === undefined || error.fault !== 'wrong_chain') last = error
        }
      }
      throw last
    },
  }
}

const FIRST_PAUSE_MS = 100
/** An endpoint of another chain is not asked again before this, unless no other answers. */
const WRONG_CHAIN_PAUSE_MS = 60_000
/** A failure that took longer (a time-out) is not tried again here. */
const QUICK_MS = 1_000

/**
 * The same endpoint, which asks again when a request failed quickly: a range needs a dozen answers of one node, and one
 * dropped connection must not cost the other eleven.
 */
function patient(endpoint: Endpoint, tries: number): Endpoint {
  return {
    health: endpoint.health,
    async request<T>(method: string, params: unknown[], signal?: AbortSignal): Promise<T> {
      for (let attempt = 1; ; attempt++) {
        const startedMs = Date.now()
        try {
          return await endpoint.request<T>(method, params, signal)
        } catch (error) {
          const transient =
            error instanceof RpcError && (error.fault === 'unavailable' || error.fault === 'rate_limited')
          const pauseMs = FIRST_PAUSE_MS * 2 ** (attempt - 1)
          const tooLate = Date.now() - startedMs > QUICK_MS || ((transient && error.retryAfterMs) || 0) > pauseMs
          if (!transient || attempt >= tries || tooLate) throw error
          await sleep(pauseMs * (0.5 + Math.random() / 2), undefined, signal ? { signal } : {})
        }
      }
    },
  }
}

/** Healthy ones first in the configured order, then those in backoff, the soonest due first. */
function byPreference(endpoints: Endpoint[]): Endpoint[] {
  const now = Date.now()
  const waiting = (endpoint: Endpoint) =>
    endpoint.health.retryAtMs > now && endpoint.health.consecutiveFailures > 0 ? 1 : 0
  return [...endpoints].sort(
    (a, b) => waiting(a) - waiting(b) || (waiting(a) ? a.health.retryAtMs - b.health.retryAtMs : 0),
  )
}
