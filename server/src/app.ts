import { randomUUID } from 'node:crypto'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import type { Logger } from './lib/logger.ts'
import { addErrorHandling, answerClientError, answerProblem } from './plugins/errorHandling.ts'
import { addEtag } from './plugins/etag.ts'
import { addMetrics } from './plugins/metrics.ts'
import { addOpenapi } from './plugins/openapi.ts'
import { addRateLimit } from './plugins/rateLimit.ts'
import { addSecurity } from './plugins/security.ts'
import { addValidation } from './plugins/validation.ts'
import { accountRoutes } from './routes/accounts/accountRoutes.ts'
import { campaignPartRoutes } from './routes/campaigns/campaignPartRoutes.ts'
import { campaignRoutes } from './routes/campaigns/campaignRoutes.ts'
import { chainRoutes } from './routes/chains/chainRoutes.ts'
import { components } from './routes/components.ts'
import type { RouteContext } from './routes/context.ts'
import { eventRoutes } from './routes/events/eventRoutes.ts'
import { healthRoutes } from './routes/health/healthRoutes.ts'
import { ipfsRoutes } from './routes/ipfs/ipfsRoutes.ts'
import { statsRoutes } from './routes/stats/statsRoutes.ts'

export const BASE_PATH = '/api/v1'
const BODY_LIMIT = 1024 * 1024

export type AppOptions = RouteContext & { logger: Logger }

/** The HTTP API as an app that does not listen: the process does that, tests inject. It needs no database to be built. */
export function createApp({ logger, ...context }: AppOptions): FastifyInstance {
  const { config } = context
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // One proxy: of a longer X-Forwarded-For only the address that the nearest proxy saw is believed.
    trustProxy: config.trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 15_000,
    keepAliveTimeout: 72_000,
    http: { headersTimeout: 10_000 },
    // Longer than any request line may be: a long value is answered by validation, not by a 404.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 32_768 },
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
    clientErrorHandler: answerClientError,
  }) as unknown as FastifyInstance

  // Answers are fitted to their schemas by tests; on this Node plain JSON.stringify is the faster serializer.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  addSecurity(app, config)
  addRateLimit(app, config.rateLimitAnon)
  addErrorHandling(app)
  addEtag(app)
  addValidation(app)
  addOpenapi(app, context.version)
  addMetrics(app, context.pool)
  for (const component of components) app.addSchema(component)

  app.register(async (instance) => {
    instance.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/docs/'))
    instance.register(healthRoutes, context)
    const prefix = BASE_PATH
    for (const routes of [
      chainRoutes,
      campaignRoutes,
      campaignPartRoutes,
      accountRoutes,
      eventRoutes,
      statsRoutes,
      ipfsRoutes,
    ]) {
      instance.register(routes, { ...context, prefix })
    }
  })
  return app
}
