import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { republish } from '../../../desk/DeskBroker.ts'
import { discardDeadLetter, replayDeadLetter } from '../../../desk/deadLetters.ts'
import { errorMessage } from '../../../lib/errors.ts'
import { ProblemError } from '../../../plugins/problems.ts'
import { deadLetterOrderings, deskDeadLetters } from '../../../queries/desk/workLists.ts'
import type { RouteContext } from '../../context.ts'
import { textParameter } from '../../parameters.ts'
import { problem, ref } from '../../schemas.ts'
import { actorOf } from '../actorOf.ts'
import { addListing } from '../addListing.ts'
import { findOne } from '../findOne.ts'
import { idParams } from '../parameters.ts'
import { AdminDeadLetter, AdminDeadLetterDetail, DeadLetterList } from './deadLetterSchemas.ts'

const params = idParams('The dead letter')

export const deadLetterRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool, broker } = context

  addListing(app, context, {
    path: 'dead-letters',
    name: 'DeadLetters',
    summary: 'Messages that could not be applied',
    row: AdminDeadLetter,
    wholeRow: AdminDeadLetterDetail,
    list: DeadLetterList,
    orderings: deadLetterOrderings,
    ordering: '-id',
    filters: {
      q: Type.Optional(textParameter('In the reason or the message')),
      queue: Type.Optional(textParameter('Of this queue')),
    },
    listing: ({ given, ordering, whole }) => deskDeadLetters(given, ordering, whole),
  })

  app.get(
    '/dead-letters/:id/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'getAdminDeadLetter',
        summary: 'One of them, with the message as it came',
        params,
        response: { 200: ref(AdminDeadLetterDetail) },
      },
    },
    async (request) => {
      const { id } = request.params
      return findOne<Static<typeof AdminDeadLetterDetail>>(
        pool,
        deskDeadLetters({ id }, '-id', true),
        'dead_letter_not_found',
        `dead letter ${id}`,
      )
    },
  )

  app.post(
    '/dead-letters/:id/replay/',
    {
      config: { role: 'admin' },
      schema: {
        operationId: 'replayDeadLetter',
        summary: 'Put it back into its queue',
        description: 'It is applied if its lane still lacks it, and else does nothing.',
        params,
        response: { 204: Type.Null({ description: 'It is back in its queue' }), 409: problem },
      },
    },
    async (request, reply) => {
      if (!broker) throw new ProblemError('broker_unavailable', 'This server has no broker.')
      const post = { republish: (queue: string, body: string) => republish(broker, queue, body).catch(refuse) }
      await replayDeadLetter(pool, post, actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/dead-letters/:id/discard/',
    {
      config: { role: 'admin' },
      schema: {
        operationId: 'discardDeadLetter',
        summary: 'Forget it; what its lane lacks is asked for again in any case',
        params,
        response: { 204: Type.Null({ description: 'It is gone' }) },
      },
    },
    async (request, reply) => {
      await discardDeadLetter(pool, actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function refuse(cause: unknown): never {
  throw new ProblemError('broker_unavailable', `The message is not back in its queue: ${errorMessage(cause)}`, {
    cause,
  })
}
