import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { countFacets } from '../../queries/countFacets.ts'
import { getCampaignGifts } from '../../queries/getCampaignGifts.ts'
import { readSearch } from '../../queries/readSearch.ts'
import { assertCampaign, CACHE, type RouteContext } from '../context.ts'
import { addressParams, chainQuery, query } from '../parameters.ts'
import { readAt } from '../readAt.ts'
import { problem, ref } from '../schemas.ts'
import { facetQuery, filtersOf } from './campaignQuery.ts'
import { CampaignFacets, CampaignGifts } from './schemas.ts'

/** Figures about campaigns: of many, how many each filter would leave; of one, what its donations are like. */
export const campaignFigureRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool }) => {
  app.get(
    '/campaigns/facets/',
    {
      config: { kept: true },
      schema: {
        operationId: 'countCampaignFacets',
        tags: ['campaigns'],
        summary: 'How many campaigns each choice of a filter would give',
        description:
          'The filters are those of the list. Every group is counted as if it were not filtered by itself, so that one sees what another choice would give. The 24 most used tags are told.',
        querystring: facetQuery,
        response: { 200: ref(CampaignFacets) },
      },
    },
    async (request, reply) => {
      const { q } = request.query
      const count = async () => {
        const search = q === undefined ? undefined : await readSearch(pool, q)
        return readAt(pool, request, reply, { cache: CACHE.stats }, (chain, db) =>
          countFacets(db, chain, filtersOf(request.query), search),
        )
      }
      return q === undefined ? count() : app.searches.inTurn(request, reply, count)
    },
  )

  app.get(
    '/campaigns/:address/gifts/',
    {
      config: { kept: true },
      schema: {
        operationId: 'getCampaignGifts',
        tags: ['campaigns'],
        summary: 'What its donations are like, and how many people gave each day',
        params: addressParams('The campaign contract'),
        querystring: query(chainQuery),
        response: { 200: ref(CampaignGifts), 451: problem },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      return readAt(pool, request, reply, { cache: CACHE.stats }, async ({ chainId }, db) => {
        await assertCampaign(db, chainId, address)
        return getCampaignGifts(db, chainId, address)
      })
    },
  )
}
