import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { RateLimit } from '../lib/config.ts'
import { ProblemError } from './problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Probes and scrapers are not counted. */
    unlimited?: boolean
  }
}

/**
 * Counts requests per client address (an IPv6 client is its /64), in this process's memory. Unknown routes count too.
 * Headers are those of draft-ietf-httpapi-ratelimit-headers-07: limit, remaining, seconds until reset.
 */
export function addRateLimit(app: FastifyInstance, limit: RateLimit): void {
  app.register(rateLimit, { global: false, max: limit.max, timeWindow: limit.windowMs, cache: 10_000 })
  app.after(() => {
    const count = app.createRateLimit()
    app.addHook('onRequest', async (request, reply) => {
      if (request.routeOptions.config?.unlimited) return
      const counted = await count(request)
      if (counted.isAllowed) return
      reply.headers({
        'ratelimit-limit': counted.max,
        'ratelimit-remaining': counted.remaining,
        'ratelimit-reset': counted.ttlInSeconds,
      })
      if (!counted.isExceeded) return
      throw new ProblemError(
        'rate_limited',
        `More than ${counted.max} requests in ${limit.windowMs / 1000} s; try again in ${counted.ttlInSeconds} s.`,
        { headers: { 'retry-after': String(counted.ttlInSeconds) } },
      )
    })
  })
}
