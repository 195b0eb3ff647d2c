import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { RouteContext } from '../../context.ts'
import { textParameter } from '../../parameters.ts'
import { problem, ref } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { notThere } from '../notThere.ts'
import { idParams } from '../parameters.ts'
import { AdminDeadLetter, AdminDeadLetterDetail, DeadLetterList } from '../schemas.ts'

const params = idParams('The dead letter')

export const deadLetterRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  addListing(app, context, {
    path: 'dead-letters',
    name: 'DeadLetters',
    summary: 'Messages that could not be applied',
    row: AdminDeadLetter,
    list: DeadLetterList,
    orderings: { names: ['id', '-id'], of: notThere },
    ordering: '-id',
    exported: false,
    filters: { queue: Type.Optional(textParameter('Of this queue')) },
    listing: () => notThere(),
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
    async () => notThere(),
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
    async () => notThere(),
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
    async () => notThere(),
  )
}
