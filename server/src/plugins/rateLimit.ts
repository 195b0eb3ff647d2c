import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Counter } from 'prom-client'
import type { Config, RateLimit } from '../lib/config.ts'
import { errorMessage } from '../lib/errors.ts'
import { type Count, createMemoryLimitStore, type LimitStore } from './limitStore.ts'
import { ProblemError } from './problems.ts'
import { createRedisLimitStore } from './redisLimitStore.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Probes and scrapers are not counted. */
    unlimited?: boolean
    /** Counted by a limit of its own instead of the general one. */
    limit?: LimitName
  }
  interface FastifyInstance {
    limits: Limits
  }
}

const MINUTE = 60_000

/**
 * Headers of a request that this process makes of itself to render a page: the page was counted, its parts are not. Nobody outside
 * knows the token.
 */
export const PAGE_REQUEST = { 'x-kindling-page': randomUUID() } as const
export function isPageRequest({ headers }: FastifyRequest): boolean {
  return headers['x-kindling-page'] === PAGE_REQUEST['x-kindling-page']
}

/** Limits beside the general ones. A page of campaigns shows many pictures. */
const OWN_LIMITS = {
  content: ({ rateLimitAnon: { max, windowMs } }: Config) => ({ max: max * 20, windowMs }),
  signIn: ({ rateLimitSignIn }: Config) => rateLimitSignIn,
  register: () => ({ max: 10, windowMs: 10 * MINUTE }),
  refresh: () => ({ max: 30, windowMs: MINUTE }),
  write: () => ({ max: 60, windowMs: MINUTE }),
  report: () => ({ max: 5, windowMs: 10 * MINUTE }),
} satisfies Record<string, (config: Config) => RateLimit>
export type LimitName = keyof typeof OWN_LIMITS

export interface Limits {
  /** Counts what is not a request: wrong passwords, say. */
  add(key: string, limit: RateLimit): Promise<void>
  /** Whether as many were counted as the limit lets pass; never when nothing can be counted. */
  isReached(key: string, limit: RateLimit): Promise<boolean>
  /** Failures to count, for Prometheus. */
  failures: Counter
}

/**
 * Counts requests per user, or per client address where nobody is signed in, in memory or, with REDIS_URL, for all processes
 * together. Unknown routes count too. A store that fails lets everything pass, is logged and counted.
 * Headers are those of draft-ietf-httpapi-ratelimit-headers-07: limit, remaining, seconds until reset.
 */
export function addRateLimit(app: FastifyInstance, config: Config): void {
  const failures = new Counter({
    name: 'kindling_rate_limit_failures_total',
    help: 'Requests that could not be counted and passed: Redis did not answer.',
    registers: [],
  })
  const store = openStore(config, app)
  app.addHook('onClose', () => store.close())

  /** At once where counting is, so that a request need not wait for a promise. */
  function count(key: string, amount: number, limit: RateLimit): Count | Promise<Count> {
    const counted = store.add(key, amount, limit.windowMs)
    if (!('then' in counted)) return counted
    return counted.catch((error) => {
      failures.inc()
      app.log.debug({ reason: errorMessage(error) }, 'a request was not counted')
      return { count: 0, resetMs: limit.windowMs }
    })
  }

  app.decorate('limits', {
    failures,
    add: async (key, limit) => void (await count(key, 1, limit)),
    isReached: async (key, limit) => (await count(key, 0, limit)).count >= limit.max,
  } satisfies Limits)

  app.addHook('onRequest', (request, reply, done) => {
    const { unlimited, limit: name } = request.routeOptions.config ?? {}
    if (unlimited || isPageRequest(request)) return done()
    const limit = name ? OWN_LIMITS[name](config) : request.user ? config.rateLimitUser : config.rateLimitAnon
    const key = `${name ?? 'all'}:${request.user ? `user:${request.user.id}` : clientOf(request)}`
    const counted = count(key, 1, limit)
    const enforced = (counted: Count) => done(enforce(reply, limit, counted))
    if ('then' in counted) void counted.then(enforced)
    else enforced(counted)
  })
}

/** What to refuse with, if so. */
function enforce(reply: FastifyReply, limit: RateLimit, { count, resetMs }: Count): ProblemError | undefined {
  const reset = Math.max(1, Math.ceil(resetMs / 1000))
  reply.headers({
    'ratelimit-limit': limit.max,
    'ratelimit-remaining': Math.max(0, limit.max - count),
    'ratelimit-reset': reset,
  })
  return count > limit.max ? rateLimited(limit, reset) : undefined
}

export function rateLimited(limit: RateLimit, retryAfterSeconds: number, what = 'requests'): ProblemError {
  return new ProblemError(
    'rate_limited',
    `More than ${limit.max} ${what} in ${limit.windowMs / 1000} s; try again in ${retryAfterSeconds} s.`,
    { headers: { 'retry-after': String(retryAfterSeconds) } },
  )
}

function openStore(config: Config, app: FastifyInstance): LimitStore {
  if (config.redisUrl === undefined) return createMemoryLimitStore()
  let said = false
  return createRedisLimitStore(config.redisUrl, (error) => {
    app.log[said ? 'debug' : 'warn']({ reason: errorMessage(error) }, 'Redis does not answer: requests are not limited')
    said = true
  })
}

/** An IPv6 client has a /64 to itself (RFC 6177), an IPv4 client its address. */
export function clientOf(request: FastifyRequest): string {
  const { ip } = request
  if (!ip.includes(':')) return ip
  if (ip.startsWith('::ffff:') && ip.includes('.')) return ip.slice(7)
  const [head = '', tail = ''] = ip.split('%')[0]!.split('::')
  const start = head === '' ? [] : head.split(':')
  const end = tail === '' ? [] : tail.split(':')
  const zeros = ip.includes('::') ? Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0') : []
  return [...start, ...zeros, ...end]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}
