import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { withTransaction } from '../../../lib/database.ts'
import { blockCreator, unblockCreator } from '../../../moderation/blockedCreators.ts'
import { blockedCreatorOrderings, deskBlockedCreators } from '../../../queries/desk/moderationLists.ts'
import type { RouteContext } from '../../context.ts'
import { addressParams, textParameter } from '../../parameters.ts'
import { ref } from '../../schemas.ts'
import { actorOf } from '../actorOf.ts'
import { addListing } from '../addListing.ts'
import { findOne } from '../findOne.ts'
import { addressMember, body, wordsMember } from '../parameters.ts'
import { BlockedCreator, BlockedCreatorList } from './schemas.ts'

export const blockedCreatorRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool } = context

  addListing(app, context, {
    path: 'blocked-creators',
    name: 'BlockedCreators',
    summary: 'Creators whose campaigns are hidden, on all chains',
    row: BlockedCreator,
    list: BlockedCreatorList,
    orderings: blockedCreatorOrderings,
    ordering: '-blocked_at',
    filters: { q: Type.Optional(textParameter('In the reason, or the beginning of the address')) },
    listing: ({ given, ordering }) => deskBlockedCreators(given, ordering),
  })

  app.post(
    '/blocked-creators/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'blockCreator',
        summary: "Hide a creator's campaigns, those to come too",
        description: 'Blocking one again changes the reason; with the same one nothing is done.',
        body: body({
          address: addressMember('The creator'),
          reason: wordsMember('What visitors are told on the pages of its campaigns', 500),
        }),
        response: { 201: ref(BlockedCreator) },
      },
    },
    async (request, reply) => {
      const address = request.body.address.toLowerCase()
      await withTransaction(pool, (tx) => blockCreator(tx, actorOf(request), address, request.body.reason.trim()))
      reply.code(201)
      return findOne<Static<typeof BlockedCreator>>(
        pool,
        deskBlockedCreators({ address }, '-blocked_at'),
        'creator_not_blocked',
        `block of ${address}`,
      )
    },
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
    async (request, reply) => {
      await withTransaction(pool, (tx) => unblockCreator(tx, actorOf(request), request.params.address))
      return reply.code(204).send(null)
    },
  )
}
