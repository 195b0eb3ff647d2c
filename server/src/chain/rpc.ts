import { createEndpoint, type Endpoint, type EndpointHealth } from './endpoint.ts'
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
export function createRpc(urls: string[], options: { chainId: number; timeoutMs?: number }): Rpc {
  const endpoints = urls.map((url) => createEndpoint(url, { timeoutMs: options.timeoutMs ?? 30_000 }))
  const checked = new Set<Endpoint>()

  async function checkChain(endpoint: Endpoint): Promise<void> {
    if (checked.has(endpoint)) return
    const id = Number(await endpoint.request<string>('eth_chainId', []))
    if (id !== options.chainId) {
      const error = new RpcError('wrong_chain', `${endpoint.health.origin} serves chain ${id}, not ${options.chainId}.`)
      endpoint.health.lastError = error.message
      endpoint.health.consecutiveFailures++
      throw error
    }
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
          last = error
        }
      }
      throw last
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
