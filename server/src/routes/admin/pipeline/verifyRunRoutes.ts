import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { RouteContext } from '../../context.ts'
import { ref } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { notThere } from '../notThere.ts'
import { body, chainIdMember, idParams } from '../parameters.ts'
import { jobState, VerifyRun, VerifyRunDetail, VerifyRunList } from '../schemas.ts'

export const verifyRunRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  addListing(app, context, {
    path: 'verify-runs',
    name: 'VerifyRuns',
    summary: 'Proofs of the tables against events and contracts',
    row: VerifyRun,
    list: VerifyRunList,
    orderings: { names: ['id', '-id'], of: notThere },
    ordering: '-id',
    exported: false,
    filters: { state: Type.Optional(Type.Array(jobState, { description: 'One or several' })) },
    listing: () => notThere(),
  })

  app.post(
    '/verify-runs/',
    {
      config: { role: 'admin' },
      schema: {
        operationId: 'startVerifyRun',
        summary: 'Prove the tables, as `kindling verify` does',
        description: 'A job of the same id.',
        body: body({
          chain_id: Type.Optional(chainIdMember),
          sample: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: Number.MAX_SAFE_INTEGER,
              description: 'Only so many campaigns, chosen at random, and no rollups over all',
            }),
          ),
        }),
        response: { 202: ref(VerifyRunDetail) },
      },
    },
    async () => notThere(),
  )

  app.get(
    '/verify-runs/:id/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'getVerifyRun',
        summary: 'One of them, with every difference',
        params: idParams('The run'),
        response: { 200: ref(VerifyRunDetail) },
      },
    },
    async () => notThere(),
  )
}
