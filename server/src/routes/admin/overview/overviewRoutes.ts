import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { RouteContext } from '../../context.ts'
import { ref } from '../../schemas.ts'
import { notThere } from '../notThere.ts'
import { Overview } from '../schemas.ts'

export const overviewRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app) => {
  app.get(
    '/overview/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'getAdminOverview',
        summary: 'How this deployment does, at a glance',
        response: { 200: ref(Overview) },
      },
    },
    async () => notThere(),
  )
}
