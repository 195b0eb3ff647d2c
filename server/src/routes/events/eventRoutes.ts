import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../plugins/problems.ts'
import { eventOrdering } from '../../queries/eventRow.ts'
import { getChainPosition } from '../../queries/getChainPosition.ts'
import { getEvent } from '../../queries/getEvent.ts'
import { listEvents } from '../../queries/listEvents.ts'
import { openSnapshot } from '../../queries/snapshot.ts'
import { CACHE, campaignHidden, type RouteContext, tellPosition } from '../context.ts'
import { pageOf, toList } from '../list.ts'
import { addressParameter, blockParameter, chainQuery, flag, pageQuery, query } from '../parameters.ts'
import { readAt } from '../readAt.ts'
import { eventName, problem, ref } from '../schemas.ts'
import { Event, EventList } from './schemas.ts'

export const eventRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool }) => {
  app.get(
    '/events/',
    {
      config: { kept: true },
      schema: {
        operationId: 'listEvents',
        tags: ['events'],
        summary: 'Every event read from the chain',
        description: 'The newest first; none of hidden campaigns.',
        querystring: query({
          event_name: Type.Optional(eventName),
          address: Type.Optional(addressParameter('Emitted by this contract')),
          account_address: Type.Optional(addressParameter('Done by this creator or donor')),
          block_number_gte: Type.Optional(blockParameter('In this block or later')),
          block_number_lte: Type.Optional(blockParameter('In this block or earlier')),
          tx_hash: Type.Optional(Type.String({ format: 'hash', description: 'Of this transaction' })),
          removed: Type.Optional(flag('Only those a reorg took away, or only the others; left out: both')),
          ...chainQuery,
          ...pageQuery,
        }),
        response: { 200: ref(EventList) },
      },
    },
    async (request, reply) => {
      const given = request.query
      const page = pageOf(given, eventOrdering)
      const filters = {
        eventName: given.event_name,
        address: given.address,
        accountAddress: given.account_address,
        blockNumberGte: given.block_number_gte,
        blockNumberLte: given.block_number_lte,
        txHash: given.tx_hash,
        removed: given.removed,
      }
      const found = await readAt(pool, request, reply, {}, ({ chainId }, db) => listEvents(db, chainId, filters, page))
      return toList(request, page, found)
    },
  )

  app.get(
    '/events/:id/',
    {
      schema: {
        operationId: 'getEvent',
        tags: ['events'],
        summary: 'One event',
        params: Type.Object({
          id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: "The event's id" }),
        }),
        response: { 200: ref(Event), 451: problem },
      },
    },
    async ({ params: { id } }, reply) => {
      // Only the event says of which chain it is, so the two are read in one snapshot.
      const { db, close } = await openSnapshot(pool)
      try {
        const found = await getEvent(db, id)
        if (found === undefined) throw new ProblemError('event_not_found', `There is no event ${id}.`)
        const { event, hidden } = found
        if (hidden) throw campaignHidden(hidden.address, hidden.reason)
        const chain = await getChainPosition(db, event.chain_id)
        tellPosition(reply, chain!, CACHE.live)
        return event
      } finally {
        await close()
      }
    },
  )
}
