import type { IpfsError, IpfsErrorCode } from './IpfsError.ts'

export interface GatewayStats {
  url: string
  requests: number
  successes: number
  failures: number
  /** Answers that did not have the hash they were asked for. */
  lies: number
  notFound: number
  bytes: number
  inFlight: number
  waiting: number
  lastSuccessAt: Date | null
  lastError: { code: IpfsErrorCode; message: string; at: Date } | null
  /** Not asked before this time unless every other gateway fails. */
  restsUntil: Date | null
}

/** One fault in a row is bad luck: at 5 % errors, three come once in 8,000 requests. */
const FAULTS_BEFORE_REST = 3
const FIRST_REST_MS = 1_000
const LONGEST_REST_MS = 5 * 60_000
const LIAR_REST_MS = 60_000
const LONGEST_LIAR_REST_MS = 60 * 60_000
const LONGEST_RETRY_AFTER_MS = 10 * 60_000

const backoff = (firstMs: number, longestMs: number, times: number) =>
  Math.min(longestMs, firstMs * 2 ** Math.min(times, 30)) * (0.75 + Math.random() / 2)

/** Remembers how a gateway behaved, and from that whether it is to be asked. */
export function createGatewayHealth() {
  const counts = { requests: 0, successes: 0, failures: 0, lies: 0, notFound: 0, bytes: 0 }
  let faultsInRow = 0
  let liesInRow = 0
  let restsUntilMs = 0
  let waitUntilMs = 0
  let lastSuccessAt: Date | null = null
  let lastError: GatewayStats['lastError'] = null

  return {
    asked(): void {
      counts.requests += 1
    },
    succeeded(bytes: number): void {
      counts.successes += 1
      counts.bytes += bytes
      faultsInRow = 0
      liesInRow = 0
      restsUntilMs = 0
      lastSuccessAt = new Date()
    },
    failed(error: IpfsError): void {
      const now = Date.now()
      // Given up by us, or not asked at all because it still has to be waited for.
      if (error.code === 'aborted' || now < waitUntilMs) return
      if (error.code === 'not_found') {
        counts.notFound += 1
        faultsInRow = 0
        return
      }
      counts.failures += 1
      lastError = { code: error.code, message: error.message, at: new Date(now) }
      // Serving only plain bytes is no fault of health: such a gateway is asked for those next.
      if (error.code === 'not_a_block' || error.code === 'unverifiable') return
      let restMs = 0
      if (error.code === 'hash_mismatch') {
        counts.lies += 1
        restMs = backoff(LIAR_REST_MS, LONGEST_LIAR_REST_MS, liesInRow)
        liesInRow += 1
      } else {
        faultsInRow += 1
        if (faultsInRow >= FAULTS_BEFORE_REST)
          restMs = backoff(FIRST_REST_MS, LONGEST_REST_MS, faultsInRow - FAULTS_BEFORE_REST)
      }
      if (error.retryAfterMs !== undefined) waitUntilMs = now + Math.min(error.retryAfterMs, LONGEST_RETRY_AFTER_MS)
      restsUntilMs = Math.max(restsUntilMs, waitUntilMs, now + restMs)
    },
    /** Slower than another, or hanging. What is under way when it begins to rest says nothing new. */
    overtaken(message: string): void {
      const now = Date.now()
      if (now < restsUntilMs) return
      lastError = { code: 'timeout', message, at: new Date(now) }
      faultsInRow += 1
      if (faultsInRow >= FAULTS_BEFORE_REST)
        restsUntilMs = now + backoff(FIRST_REST_MS, LONGEST_REST_MS, faultsInRow - FAULTS_BEFORE_REST)
    },
    /** Whether to leave it alone for now; one that failed is tried with one request before the rest follow. */
    rests: (inFlight: number): boolean =>
      Date.now() < restsUntilMs || ((faultsInRow >= FAULTS_BEFORE_REST || liesInRow > 0) && inFlight > 0),
    restsUntilMs: (): number => restsUntilMs,
    /** What is left of its Retry-After. */
    askedToWaitMs: (): number => Math.max(0, waitUntilMs - Date.now()),
    stats: () => ({
      ...counts,
      lastSuccessAt,
      lastError,
      restsUntil: Date.now() < restsUntilMs ? new Date(restsUntilMs) : null,
    }),
  }
}
