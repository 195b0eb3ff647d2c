import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { isEventId } from '../../plugins/validation.ts'
import { atChain, CACHE, type RouteContext } from '../context.ts'
import { addressParameter, chainQuery, query } from '../parameters.ts'

export const streamRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool }) => {
  app.get(
    '/stream/',
    {
      exposeHeadRoute: false,
      schema: {
        operationId: 'openStream',
        tags: ['events'],
        summary: 'What happens, as it happens (Server-Sent Events)',
        description: `Events in the order in which they were indexed, each with an \`id\`; the header \`Last-Event-ID\` (EventSource
sends it by itself) goes on after one, as does \`after\` where the header is not sent; a new stream begins with an id and nothing else, to go
on from if nothing comes. \`campaign\`, \`donation\`, \`withdrawal\`, \`refund\`: \`event_id\`, \`campaign_address\`,
\`account_address\`, \`amount_wei\`, \`tx_hash\`, \`block_number\`. \`reorg\`: what \`removed_event_ids\` names did not happen, the
chain stands at \`last_block\`; what happened instead follows. \`metadata\`: \`campaign_address\`. \`reset\`: too much changed to be told,
ask for the state anew. A comment every 15 seconds shows that the stream lives. Who reads too slowly is disconnected.`,
        querystring: query({
          campaign: Type.Optional(
            Type.Array(addressParameter('A campaign'), { description: 'Only what is about these, comma-separated' }),
          ),
          after: Type.Optional(
            Type.String({
              format: 'event-id',
              description: 'The id of an event, to begin after it',
              examples: ['1024.3'],
            }),
          ),
          ...chainQuery,
        }),
        response: {
          200: {
            description: 'A stream that does not end',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
        },
      },
    },
    async (request, reply) => {
      const chain = await atChain(pool, request.query.chain_id, reply, CACHE.never)
      const last = request.headers['last-event-id']
      const { campaign, after } = request.query
      const lastEventId = isEventId(last) ? last : after
      const { raw } = reply
      reply.hijack()
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        // nginx holds back what it proxies otherwise.
        'x-accel-buffering': 'no',
      })
      try {
        await app.live.subscribe(raw, { chainId: chain.chainId, campaigns: campaign && new Set(campaign) }, lastEventId)
      } catch (error) {
        request.log.warn({ err: error }, 'a stream could not be opened')
        raw.destroy()
      }
    },
  )
}
