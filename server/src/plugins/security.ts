import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import { type FastifyInstance, fastify } from 'fastify'
import type { Config } from '../lib/config.ts'

/**
 * What only says how a browser treats a document, its windows and what it loads: JSON has none of that, and to write a header takes as long
 * as to send two kilobytes.
 */
const OF_DOCUMENTS = new Set([
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
])

/** Security headers for an origin that serves data; CORS for the origins that were named. */
export function addSecurity(app: FastifyInstance, config: Config): void {
  // The same for every answer, so worked out once: helmet's plugin makes all its parts anew for each request.
  let headers: Record<string, string> = {}
  let headersOfData: Record<string, string> = {}
  app.addHook('onReady', async () => {
    headers = await securityHeaders(config)
    headersOfData = Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_DOCUMENTS.has(name)))
  })
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.routeOptions.config?.kept === true ? headersOfData : headers)
    done()
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

/** What helmet sets. */
async function securityHeaders({ production }: Config): Promise<Record<string, string>> {
  const probe = fastify()
  probe.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // Public data and pictures: pages of other origins may use them.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Whoever ends TLS in front of us in production; over plain HTTP browsers ignore it.
    strictTransportSecurity: production ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
  })
  let headers: Record<string, string> = {}
  probe.get('/', async (_request, reply) => {
    headers = { ...(reply.getHeaders() as Record<string, string>) }
    return ''
  })
  await probe.inject('/')
  await probe.close()
  return headers
}
