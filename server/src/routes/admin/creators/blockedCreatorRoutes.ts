import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { RouteContext } from '../../context.ts'
import { addressParams, textParameter } from '../../parameters.ts'
import { ref } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { notThere } from '../notThere.ts'
import { addressMember, body, wordsMember } from '../parameters.ts'
import { BlockedCreator, BlockedCreatorList } from '../schemas.ts'

export const blockedCreatorRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  addListing(app, context, {
    path: 'blocked-creators',
    name: 'BlockedCreators',
    summary: 'Creators whose campaigns are hidden, on all chains',
    row: BlockedCreator,
    list: BlockedCreatorList,
    orderings: { names: ['blocked_at', '-blocked_at'], of: notThere },
    ordering: '-blocked_at',
    exported: false,
    filters: { q: Type.Optional(textParameter('In the reason, or the beginning of the address')) },
    listing: () => notThere(),
  })

  app.post(
    '/blocked-creators/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'blockCreator',
        summary: "Hide a creator's campaigns, those to come too",
        description: 'Blocking one again changes the reason.',
        body: body({
          address: addressMember('The creator'),
          reason: wordsMember('What visitors are told on the pages of its campaigns', 500),
        }),
        response: { 201: ref(BlockedCreator) },
      },
    },
    async () => notThere(),
  )

  app.delete(
    '/blocked-creators/:address/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'unblockCreator',
        summary: "Show a creator's campaigns again",
        description: 'But for those that are hidden themselves.',
        params: addressParams('The creator'),
        response: { 204: Type.Null({ description: 'Not blocked any more' }) },
      },
    },
    async () => notThere(),
  )
}
