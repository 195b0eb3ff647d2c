import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { createJob } from '../../../desk/jobs.ts'
import { withTransaction } from '../../../lib/database.ts'
import { verifyRunOrderings, verifyRuns } from '../../../queries/desk/workLists.ts'
import { atChain, CACHE, type RouteContext } from '../../context.ts'
import { flag, textParameter } from '../../parameters.ts'
import { ref } from '../../schemas.ts'
import { actorOf } from '../actorOf.ts'
import { addListing } from '../addListing.ts'
import { findOne } from '../findOne.ts'
import { jobState } from '../jobs/schemas.ts'
import { body, chainIdMember, idParams } from '../parameters.ts'
import { VerifyRun, VerifyRunDetail, VerifyRunList } from './verifyRunSchemas.ts'

export const verifyRunRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool } = context
  const read = (id: number) =>
    findOne<Static<typeof VerifyRunDetail>>(pool, verifyRuns({ id }, '-id', true), 'job_not_found', `verify run ${id}`)

  addListing(app, context, {
    path: 'verify-runs',
    name: 'VerifyRuns',
    summary: 'Proofs of the tables against events and contracts',
    row: VerifyRun,
    wholeRow: VerifyRunDetail,
    list: VerifyRunList,
    orderings: verifyRunOrderings,
    ordering: '-id',
    filters: {
      q: Type.Optional(textParameter('Who asked for it, or in the error')),
      state: Type.Optional(Type.Array(jobState, { description: 'One or several' })),
      ok: Type.Optional(flag('Only those that found everything in agreement, or only those that found differences')),
    },
    listing: ({ given, ordering, whole }) => verifyRuns(given, ordering, whole),
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
    async (request, reply) => {
      const { chainId } = await atChain(pool, request.body.chain_id, reply, CACHE.never)
      const { sample } = request.body
      const id = await withTransaction(pool, (tx) =>
        createJob(tx, actorOf(request), {
          kind: 'verify',
          chainId,
          parameters: sample === undefined ? {} : { sample },
        }),
      )
      reply.code(202)
      return read(id)
    },
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
    async (request) => read(request.params.id),
  )
}
