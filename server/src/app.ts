import { randomUUID } from 'node:crypto'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import type { Logger } from './lib/logger.ts'
import { hiddenVersion } from './metadata/listMentionedContent.ts'
import { addAdminOrigin } from './plugins/adminOrigin.ts'
import { addAnswerCache } from './plugins/answerCache.ts'
import { addAuth, addTokenRefusal } from './plugins/auth.ts'
import { addDraining } from './plugins/draining.ts'
import { addErrorHandling, addLastAnswers, answerClientError, answerProblem } from './plugins/errorHandling.ts'
import { addEtag } from './plugins/etag.ts'
import { addLive } from './plugins/live.ts'
import { addMetrics } from './plugins/metrics.ts'
import { addOpenapi } from './plugins/openapi.ts'
import { addPositions } from './plugins/positions.ts'
import { addRateLimit } from './plugins/rateLimit.ts'
import { createRequestLogger } from './plugins/requestLogger.ts'
import { addRequestTrace } from './plugins/requestTrace.ts'
import { addSearches } from './plugins/searches.ts'
import { addSecurity } from './plugins/security.ts'
import { addValidation } from './plugins/validation.ts'
import { keepCampaigns } from './queries/keptCampaigns.ts'
import { accountRoutes } from './routes/accounts/accountRoutes.ts'
import { adminRoutes } from './routes/admin/adminRoutes.ts'
import { authRoutes } from './routes/auth/authRoutes.ts'
import { siweRoutes } from './routes/auth/siweRoutes.ts'
import { campaignFigureRoutes } from './routes/campaigns/campaignFigureRoutes.ts'
import { campaignPartRoutes } from './routes/campaigns/campaignPartRoutes.ts'
import { campaignRoutes } from './routes/campaigns/campaignRoutes.ts'
import { chainRoutes } from './routes/chains/chainRoutes.ts'
import { components } from './routes/components.ts'
import type { RouteContext } from './routes/context.ts'
import { eventRoutes } from './routes/events/eventRoutes.ts'
import { exportRoutes } from './routes/export/exportRoutes.ts'
import { healthRoutes } from './routes/health/healthRoutes.ts'
import { ipfsRoutes } from './routes/ipfs/ipfsRoutes.ts'
import { metadataRoutes } from './routes/metadata/metadataRoutes.ts'
import { reportRoutes } from './routes/reports/reportRoutes.ts'
import { leaderboardRoutes } from './routes/stats/leaderboardRoutes.ts'
import { statsRoutes } from './routes/stats/statsRoutes.ts'
import { streamRoutes } from './routes/stream/streamRoutes.ts'
import { type WebOptions, webRoutes } from './web/webRoutes.ts'

export const BASE_PATH = '/api/v1'
const BODY_LIMIT = 1024 * 1024
/** Of answers kept by version. */
const KEPT_BYTES = 64 * 1024 * 1024

export type AppOptions = RouteContext & {
  logger: Logger
  /** Without it there is no web app, and "/" leads to the API's documentation. */
  web?: WebOptions | undefined
}

/** The HTTP API as an app that does not listen: the process does that, tests inject. It needs no database to be built. */
export function createApp({ logger, web, ...context }: AppOptions): FastifyInstance {
  const { config } = context
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    childLoggerFactory: (parent, bindings, options) => createRequestLogger(parent, bindings, options),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // One proxy: of a longer X-Forwarded-For only the address that the nearest proxy saw is believed.
    trustProxy: config.trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: BODY_LIMIT,
    // Time for an upload of 10 MB at 1.4 Mbit/s.
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    // Node looks for slow clients only so often: without this, 30 s.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
    // Longer than any request line may be: a long value is answered by validation, not by a 404.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 32_768 },
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
    clientErrorHandler: answerClientError,
  }) as unknown as FastifyInstance

  // Answers are fitted to their schemas by tests; on this Node plain JSON.stringify is the faster serializer.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  addLastAnswers(app)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  addRequestTrace(app, config)
  addSecurity(app, config)
  addAdminOrigin(app, config.adminOrigin)
  addAuth(app, config, context.pool)
  addRateLimit(app, config)
  addTokenRefusal(app)
  addErrorHandling(app)
  addLive(app, context.pool)
  addDraining(app)
  addPositions(app, context.pool)
  addSearches(app, keepCampaigns(context.pool, context.keptCampaignBytes))
  addAnswerCache(app, context.keptBytes ?? KEPT_BYTES)
  addEtag(app)
  addValidation(app)
  addOpenapi(app, context.version)
  addMetrics(app, context.pool, context.version)
  for (const component of components) app.addSchema(component)

  app.register(async (instance) => {
    if (web)
      instance.register(webRoutes, {
        ...web,
        hiddenVersion: () => hiddenVersion(context.pool),
        streamId: () => app.live.newestId(),
      })
    else instance.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/docs/'))
    instance.register(healthRoutes, context)
    const prefix = BASE_PATH
    for (const routes of [
      chainRoutes,
      campaignRoutes,
      campaignPartRoutes,
      campaignFigureRoutes,
      accountRoutes,
      eventRoutes,
      streamRoutes,
      exportRoutes,
      statsRoutes,
      leaderboardRoutes,
      ipfsRoutes,
      metadataRoutes,
      authRoutes,
      siweRoutes,
      reportRoutes,
      adminRoutes,
    ]) {
      instance.register(routes, { ...context, prefix })
    }
  })
  return app
}
