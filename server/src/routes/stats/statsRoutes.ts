import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../plugins/problems.ts'
import { getCreatorStats } from '../../queries/getCreatorStats.ts'
import { getPlatformStats } from '../../queries/getPlatformStats.ts'
import { getPlatformTimeseries, PLATFORM_METRICS } from '../../queries/getPlatformTimeseries.ts'
import { CACHE, type RouteContext } from '../context.ts'
import { addressParams, chainQuery, query } from '../parameters.ts'
import { readAt } from '../readAt.ts'
import { ref } from '../schemas.ts'
import { CreatorStats, PlatformStats, PlatformTimeseries } from './schemas.ts'

export const statsRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool }) => {
  app.get(
    '/stats/platform/',
    {
      config: { kept: true },
      schema: {
        operationId: 'getPlatformStats',
        tags: ['stats'],
        summary: 'Totals of one chain',
        querystring: query(chainQuery),
        response: { 200: ref(PlatformStats) },
      },
    },
    async (request, reply) =>
      readAt(pool, request, reply, { cache: CACHE.stats }, (chain, db) => getPlatformStats(db, chain)),
  )

  app.get(
    '/stats/creator/:address/',
    {
      config: { kept: true },
      schema: {
        operationId: 'getCreatorStats',
        tags: ['stats'],
        summary: 'Totals of one creator',
        description: '404 for an address with no campaign.',
        params: addressParams('The creator'),
        querystring: query(chainQuery),
        response: { 200: ref(CreatorStats) },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      return readAt(pool, request, reply, { cache: CACHE.stats }, async (chain, db) => {
        const stats = await getCreatorStats(db, chain, address)
        if (stats === undefined) {
          throw new ProblemError('creator_not_found', `${address} has no campaign on chain ${chain.chainId}.`)
        }
        return stats
      })
    },
  )

  app.get(
    '/stats/timeseries/',
    {
      config: { kept: true },
      schema: {
        operationId: 'getPlatformTimeseries',
        tags: ['stats'],
        summary: 'One metric over time, with the running total',
        description:
          'Oldest first, UTC, weeks from Monday; buckets without any are left out. A donor counts once, on the day of the first donation.',
        querystring: query({
          metric: Type.Optional(
            Type.Enum(PLATFORM_METRICS, { type: 'string', default: 'raised', description: 'What is counted' }),
          ),
          interval: Type.Optional(
            Type.Enum(['day', 'week'], { type: 'string', default: 'day', description: 'The bucket' }),
          ),
          ...chainQuery,
        }),
        response: { 200: ref(PlatformTimeseries) },
      },
    },
    async (request, reply) => {
      const { metric = 'raised', interval = 'day' } = request.query
      return readAt(pool, request, reply, { cache: CACHE.stats }, async ({ chainId }, db) => {
        const results = await getPlatformTimeseries(db, chainId, metric, interval)
        return { chain_id: chainId, metric, interval, results }
      })
    },
  )
}
