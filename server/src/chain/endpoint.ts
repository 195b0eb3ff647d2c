import { errorMessage } from '../lib/errors.ts'
import { createAdaptiveLimit } from './adaptiveLimit.ts'
import { classifyRpcError, RpcError } from './RpcError.ts'
import { type RedactedUrl, redactSecrets } from './redactSecrets.ts'

/** What is remembered of one RPC URL; the URL itself stays inside, since it may carry a key. */
export interface EndpointHealth {
  /** Scheme and host only, without what may be a key. */
  origin: string
  requests: number
  failures: number
  /** In a row; 0 when the last request succeeded. */
  consecutiveFailures: number
  /** Without anything of the URL that may be a key. */
  lastError: string | null
  /** Ms since the epoch; null before the first answer. */
  lastOkAtMs: number | null
  /** It said that it serves another chain. */
  wrongChain: boolean
  /** Not asked before this time (ms since the epoch) unless all others fail too. */
  retryAtMs: number
  /** Requests it gets at once at the moment. */
  concurrency: number
}

export interface Endpoint {
  health: EndpointHealth
  request<T>(method: string, params: unknown[], signal?: AbortSignal): Promise<T>
}

const MAX_BACKOFF_MS = 60_000
const MAX_RESPONSE_BYTES = 256 * 1024 * 1024

export const DEFAULT_MAX_CONCURRENCY = 32

/** One RPC URL. Every failure is an RpcError and is remembered; nothing is retried here. */
export function createEndpoint(url: string, options: { timeoutMs: number; maxConcurrency?: number }): Endpoint {
  const limit = createAdaptiveLimit(options.maxConcurrency ?? DEFAULT_MAX_CONCURRENCY)
  const { origin, redact } = redactSecrets(url)
  const health: EndpointHealth = {
    origin,
    requests: 0,
    failures: 0,
    consecutiveFailures: 0,
    lastError: null,
    lastOkAtMs: null,
    wrongChain: false,
    retryAtMs: 0,
    concurrency: limit.size(),
  }
  let id = 0

  function noAnswer(method: string, error: unknown): RpcError {
    const said = `${origin} did not answer ${method}: ${errorMessage(error)}.`
    const message = redact(said)
    // A cause's own words reach the logs too.
    return new RpcError('unavailable', message, message === said ? { cause: error } : {})
  }

  return {
    health,
    async request<T>(method: string, params: unknown[], signal?: AbortSignal): Promise<T> {
      const ticket = await limit.enter(signal)
      health.requests++
      let result: 'accepted' | 'refused' | 'neither' = 'neither'
      try {
        const timeout = AbortSignal.timeout(options.timeoutMs)
        const answer = await post<T>(
          url,
          { origin, redact },
          ++id,
          method,
          params,
          signal ? AbortSignal.any([signal, timeout]) : timeout,
        )
        health.consecutiveFailures = 0
        health.lastOkAtMs = Date.now()
        result = 'accepted'
        return answer
      } catch (error) {
        signal?.throwIfAborted()
        const fault = error instanceof RpcError ? error : noAnswer(method, error)
        remember(health, fault)
        if (fault.fault === 'rate_limited' || fault.fault === 'unavailable') result = 'refused'
        throw fault
      } finally {
        ticket.leave(result)
        health.concurrency = limit.size()
      }
    },
  }
}

function remember(health: EndpointHealth, error: RpcError): void {
  // A refused range or a malformed question says nothing about the endpoint's health.
  if (error.fault === 'range_too_large' || error.fault === 'refused') return
  health.failures++
  health.consecutiveFailures++
  health.lastError = error.message
  const backoffMs = Math.min(MAX_BACKOFF_MS, 250 * 2 ** Math.min(health.consecutiveFailures, 10))
  health.retryAtMs = Date.now() + Math.max(backoffMs, error.retryAfterMs ?? 0)
}

async function post<T>(
  url: string,
  { origin, redact }: RedactedUrl,
  id: number,
  method: string,
  params: unknown[],
  signal: AbortSignal,
): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
    signal,
    redirect: 'error',
  })
  const text = await readText(response, origin)
  const answer = parse(text)
  if (response.status === 429) {
    const retryAfter = Number(response.headers.get('retry-after'))
    throw new RpcError(
      'rate_limited',
      `${origin} answered ${method} with 429.`,
      retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {},
    )
  }
  // Some providers send a JSON-RPC error with a 4xx or 5xx status: the body says more than the status.
  if (answer?.error && typeof answer.error === 'object') {
    const { message } = answer.error as { message?: unknown }
    const fault = classifyRpcError(method, answer.error)
    throw new RpcError(
      fault,
      `${origin} refused ${method}: ${redact(String(message ?? 'no reason given').slice(0, 300))}.`,
    )
  }
  if (!response.ok) throw new RpcError('unavailable', `${origin} answered ${method} with HTTP ${response.status}.`)
  if (answer === null || answer.id !== id || !('result' in answer)) {
    throw new RpcError('unavailable', `${origin} answered ${method} with something that is not JSON-RPC.`)
  }
  return answer.result as T
}

function parse(text: string): { id?: unknown; result?: unknown; error?: object } | null {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

async function readText(response: Response, origin: string): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > MAX_RESPONSE_BYTES) {
    await response.body?.cancel()
    throw new RpcError('range_too_large', `${origin} sent an answer of more than ${MAX_RESPONSE_BYTES} bytes.`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    // Leaving the loop cancels the body.
    if (size > MAX_RESPONSE_BYTES)
      throw new RpcError('range_too_large', `${origin} sent an answer of more than ${MAX_RESPONSE_BYTES} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size).toString('utf8')
}
