import type { FastifyPluginAsync } from 'fastify'
import { CACHE, type RouteContext } from '../context.ts'
import { auditRoutes } from './audit/auditRoutes.ts'
import { deskCampaignRoutes } from './campaigns/deskCampaignRoutes.ts'
import { blockedCreatorRoutes } from './creators/blockedCreatorRoutes.ts'
import { featuredRoutes } from './featured/featuredRoutes.ts'
import { jobRoutes } from './jobs/jobRoutes.ts'
import { ledgerRoutes } from './ledger/ledgerRoutes.ts'
import { deskMetadataRoutes } from './metadata/deskMetadataRoutes.ts'
import { overviewRoutes } from './overview/overviewRoutes.ts'
import { deadLetterRoutes } from './pipeline/deadLetterRoutes.ts'
import { pipelineRoutes } from './pipeline/pipelineRoutes.ts'
import { verifyRunRoutes } from './pipeline/verifyRunRoutes.ts'
import { deskReportRoutes } from './reports/deskReportRoutes.ts'
import { requireDeskRole } from './requireDeskRole.ts'
import { userRoutes } from './users/userRoutes.ts'

/** Everything below /admin/: for staff, each route for the role it names. */
export const adminRoutes: FastifyPluginAsync<RouteContext> = async (app, context) => {
  app.addHook('onRoute', requireDeskRole)
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', CACHE.never))
  // A body whose members may all be left out may be left out itself.
  app.addHook('preValidation', async (request) => {
    const body = request.routeOptions.schema?.body as { required?: string[] } | undefined
    if (body !== undefined && (body.required ?? []).length === 0) request.body ??= {}
  })
  for (const routes of [
    overviewRoutes,
    deskCampaignRoutes,
    featuredRoutes,
    deskMetadataRoutes,
    jobRoutes,
    ledgerRoutes,
    deskReportRoutes,
    blockedCreatorRoutes,
    pipelineRoutes,
    deadLetterRoutes,
    verifyRunRoutes,
    userRoutes,
    auditRoutes,
  ]) {
    app.register(routes, { ...context, prefix: '/admin' })
  }
}
