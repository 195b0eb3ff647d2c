import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { reportCampaign } from '../../moderation/reports.ts'
import { clientOf } from '../../plugins/rateLimit.ts'
import { body, wordsMember } from '../admin/parameters.ts'
import { Report, reportReason } from '../admin/reports/schemas.ts'
import { assertCampaign, atChain, CACHE, type RouteContext } from '../context.ts'
import { addressParams, chainQuery, query } from '../parameters.ts'
import { problem, ref } from '../schemas.ts'

export const reportRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool, config }) => {
  app.post(
    '/campaigns/:address/reports/',
    {
      bodyLimit: 16 * 1024,
      config: { limit: 'report' },
      schema: {
        operationId: 'reportCampaign',
        tags: ['campaigns'],
        summary: 'Tell the staff that something is wrong with a campaign',
        description: 'Signed in or not; one open report a reporter and campaign.',
        params: addressParams('The campaign contract'),
        querystring: query(chainQuery),
        body: body({
          reason: reportReason,
          details: Type.Optional(wordsMember('What is wrong, in your own words', 2_000, 0)),
        }),
        response: { 201: ref(Report), 409: problem, 451: problem },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const { chainId } = await atChain(pool, request.query.chain_id, reply, CACHE.never)
      await assertCampaign(pool, chainId, address)
      const { reason, details } = request.body
      const { id, createdAt } = await reportCampaign(pool, {
        chainId,
        address,
        reason,
        details: details?.trim() || null,
        reporter: request.user
          ? { userId: request.user.id }
          : { clientAddress: clientOf(request), secret: config.jwtSecret },
      })
      reply.code(201)
      return {
        id,
        chain_id: chainId,
        campaign_address: address,
        reason,
        state: 'open' as const,
        created_at: createdAt.toISOString(),
      }
    },
  )
}
