import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../lib/config.ts'

/** Security headers for an origin that serves data; CORS for the origins that were named. */
export function addSecurity(app: FastifyInstance, config: Config): void {
  app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // Public data and pictures: pages of other origins may use them.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Whoever ends TLS in front of us in production; over plain HTTP browsers ignore it.
    strictTransportSecurity: config.production ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
  })
  app.register(cors, {
    origin: config.corsOrigins.length === 0 ? false : config.corsOrigins,
    strictPreflight: false,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: [
      'ETag',
      'Retry-After',
      'X-Block-Number',
      'X-Request-Id',
      'RateLimit-Limit',
      'RateLimit-Remaining',
      'RateLimit-Reset',
    ],
    maxAge: 3600,
  })
}
