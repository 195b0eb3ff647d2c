import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ensureStandings } from '../../queries/ensureStandings.ts'
import type { ChainPosition } from '../../queries/getChainPosition.ts'
import { listCampaignLeaders } from '../../queries/listCampaignLeaders.ts'
import { listCategoryStats } from '../../queries/listCategoryStats.ts'
import { listDonorLeaders } from '../../queries/listDonorLeaders.ts'
import { listTrending } from '../../queries/listTrending.ts'
import { CACHE, ipfsUrlOf, type RouteContext } from '../context.ts'
import { chainQuery, flag, query } from '../parameters.ts'
import { readAt } from '../readAt.ts'
import { campaignStatus, ref } from '../schemas.ts'
import {
  CampaignLeaderboard,
  CategoryList,
  DonorLeaderboard,
  period,
  periodOrAll,
  Trending,
  trendingType,
} from './schemas.ts'

const limit = (fallback: number) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: fallback, description: 'At most so many' }))
const offset = Type.Optional(
  Type.Integer({ minimum: 0, maximum: 10_000, default: 0, description: 'Leaves out so many from the beginning' }),
)

/** What moves with the clock: windows of 24 hours, 7 and 30 days. */
export const leaderboardRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool, standingsYoungMs }) => {
  const whole = { cache: CACHE.stats }
  const windowed = { ...whole, prepare: (chain: ChainPosition) => ensureStandings(pool, chain, standingsYoungMs) }

  app.get(
    '/stats/trending/',
    {
      config: { kept: true },
      schema: {
        operationId: 'listTrending',
        tags: ['stats'],
        summary: 'Campaigns that take donations and are moving, or nearly there',
        description:
          "By the sum over donors of the square root of what each gave within the period: many donors count more than one big one, and the creator's own gifts nothing. close_to_goal is by how little is missing. `why` says it in words. Windows are a minute old at most.",
        querystring: query({
          period: Type.Optional({ ...period, default: '7d' }),
          type: Type.Optional(trendingType),
          limit: limit(10),
          include_metadata: Type.Optional(flag('Nests the metadata')),
          ...chainQuery,
        }),
        response: { 200: ref(Trending) },
      },
    },
    async (request, reply) => {
      const { period: within = '7d', type = 'recent_donations', limit: most = 10, include_metadata } = request.query
      return readAt(pool, request, reply, windowed, async (chain, db) => {
        const results = await listTrending(db, chain, {
          period: within,
          type,
          limit: most,
          includeMetadata: include_metadata ?? false,
          ipfsUrl: ipfsUrlOf(request),
        })
        return { chain_id: chain.chainId, period: within, type, count: results.length, results }
      })
    },
  )

  app.get(
    '/stats/leaderboard/campaigns/',
    {
      config: { kept: true },
      schema: {
        operationId: 'listCampaignLeaders',
        tags: ['stats'],
        summary: 'Campaigns by what they were given',
        description: 'A period lists those given to within it. Windows are a minute old at most.',
        querystring: query({
          status: Type.Optional(
            Type.Array(campaignStatus, { description: 'One or several, comma-separated; any letter case' }),
          ),
          period: Type.Optional(periodOrAll),
          limit: limit(10),
          offset,
          include_metadata: Type.Optional(flag('Nests the metadata')),
          ...chainQuery,
        }),
        response: { 200: ref(CampaignLeaderboard) },
      },
    },
    async (request, reply) => {
      const { period: within = 'all', limit: most = 10, offset: from = 0, status, include_metadata } = request.query
      return readAt(pool, request, reply, within === 'all' ? whole : windowed, async (chain, db) => {
        const { count, rows } = await listCampaignLeaders(db, chain, {
          period: within,
          limit: most,
          offset: from,
          status,
          includeMetadata: include_metadata ?? false,
          ipfsUrl: ipfsUrlOf(request),
        })
        return { chain_id: chain.chainId, period: within, count, offset: from, limit: most, results: rows }
      })
    },
  )

  app.get(
    '/stats/leaderboard/donors/',
    {
      config: { kept: true },
      schema: {
        operationId: 'listDonorLeaders',
        tags: ['stats'],
        summary: 'Donors by what they gave',
        description: 'A period lists those who gave within it. Windows are a minute old at most.',
        querystring: query({
          period: Type.Optional(periodOrAll),
          anonymize: Type.Optional(flag('Shortens the addresses')),
          limit: limit(10),
          offset,
          ...chainQuery,
        }),
        response: { 200: ref(DonorLeaderboard) },
      },
    },
    async (request, reply) => {
      const { period: within = 'all', limit: most = 10, offset: from = 0, anonymize = false } = request.query
      return readAt(pool, request, reply, within === 'all' ? whole : windowed, async (chain, db) => {
        const { count, rows } = await listDonorLeaders(db, chain, {
          period: within,
          limit: most,
          offset: from,
          anonymize,
        })
        return { chain_id: chain.chainId, period: within, count, offset: from, limit: most, results: rows }
      })
    },
  )

  app.get(
    '/stats/categories/',
    {
      config: { kept: true },
      schema: {
        operationId: 'listCategoryStats',
        tags: ['stats'],
        summary: 'Campaigns and amounts of each category',
        description: 'Of campaigns whose metadata is resolved; a minute old at most.',
        querystring: query(chainQuery),
        response: { 200: ref(CategoryList) },
      },
    },
    async (request, reply) => {
      return readAt(pool, request, reply, windowed, async (chain, db) => ({
        chain_id: chain.chainId,
        results: await listCategoryStats(db, chain),
      }))
    },
  )
}
