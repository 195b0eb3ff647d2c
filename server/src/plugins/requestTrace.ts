import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from '../lib/logger.ts'
import { isTracing, type Span, startSpan } from '../lib/tracing.ts'

/** A span and a log line (at debug) for each request, both with its id. Paths are told without their query. */
export function addRequestTrace(app: FastifyInstance, { trustProxy }: { trustProxy: boolean }): void {
  const spans = new WeakMap<FastifyRequest, Span>()
  app.addHook('onRequest', (request, _reply, done) => {
    if (!isTracing()) return done()
    // Only a proxy of ours may say which trace a request belongs to.
    const parent = trustProxy ? request.headers['traceparent'] : undefined
    const span = startSpan(`${request.method} ${routeOf(request)}`, {
      kind: 'server',
      attributes: {
        'http.request.method': request.method,
        'http.route': routeOf(request),
        'kindling.request_id': request.id,
      },
      ...(typeof parent === 'string' ? { parent } : {}),
    })
    spans.set(request, span)
    span.within(done)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request)
    span?.set({ 'http.response.status_code': reply.statusCode })
    span?.end(reply.statusCode >= 500 ? new Error(`status ${reply.statusCode}`) : undefined)
    done()
    if (!(app.log as Logger).isLevelEnabled('debug')) return
    const ms = Math.round(reply.elapsedTime)
    request.log.debug(
      { method: request.method, path: pathOf(request), status: reply.statusCode, ms },
      'request answered',
    )
  })
}

const pathOf = (request: FastifyRequest) => request.url.split('?', 1)[0]!.slice(0, 200)
const routeOf = (request: FastifyRequest) => (request.is404 ? 'none' : (request.routeOptions.url ?? 'none'))
