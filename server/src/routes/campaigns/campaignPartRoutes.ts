import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { eventOrdering } from '../../queries/eventRow.ts'
import { getCampaignTimeseries } from '../../queries/getCampaignTimeseries.ts'
import { contributionOrdering, listContributions } from '../../queries/listContributions.ts'
import { listDonations } from '../../queries/listDonations.ts'
import { listEvents } from '../../queries/listEvents.ts'
import { assertCampaign, CACHE, type RouteContext } from '../context.ts'
import { EventList } from '../events/schemas.ts'
import { pageOf, toList } from '../list.ts'
import { addressParams, chainQuery, flag, pageQuery, query } from '../parameters.ts'
import { readAt } from '../readAt.ts'
import { eventName, problem, ref } from '../schemas.ts'
import { CampaignTimeseries, ContributionList, DonationList } from './schemas.ts'

const params = addressParams('The campaign contract')

export const campaignPartRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool }) => {
  app.get(
    '/campaigns/:address/contributions/',
    {
      config: { kept: true },
      schema: {
        operationId: 'listCampaignContributions',
        tags: ['campaigns'],
        summary: 'What each donor gave, one row a donor',
        description: 'The newest donor first.',
        params,
        querystring: query({ ...chainQuery, ...pageQuery }),
        response: { 200: ref(ContributionList), 451: problem },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const page = pageOf(request.query, contributionOrdering)
      const found = await readAt(pool, request, reply, {}, async (chain, db) => {
        await assertCampaign(db, chain.chainId, address)
        return listContributions(db, chain.chainId, address, page)
      })
      return toList(request, page, found)
    },
  )

  app.get(
    '/campaigns/:address/donations/',
    {
      config: { kept: true },
      schema: {
        operationId: 'listCampaignDonations',
        tags: ['campaigns'],
        summary: 'Every donation, one row each',
        description: 'The newest first; donations that a reorg took away are not among them.',
        params,
        querystring: query({ ...chainQuery, ...pageQuery }),
        response: { 200: ref(DonationList), 451: problem },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const page = pageOf(request.query, eventOrdering)
      const found = await readAt(pool, request, reply, {}, async (chain, db) => {
        await assertCampaign(db, chain.chainId, address)
        return listDonations(db, chain, address, page)
      })
      return toList(request, page, found)
    },
  )

  app.get(
    '/campaigns/:address/events/',
    {
      config: { kept: true },
      schema: {
        operationId: 'listCampaignEvents',
        tags: ['campaigns'],
        summary: 'The events of one campaign, its creation included',
        description: 'The newest first.',
        params,
        querystring: query({
          event_name: Type.Optional(eventName),
          removed: Type.Optional(flag('Only those a reorg took away, or only the others; left out: both')),
          ...chainQuery,
          ...pageQuery,
        }),
        response: { 200: ref(EventList), 451: problem },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const page = pageOf(request.query, eventOrdering)
      const filters = {
        campaignAddress: address,
        eventName: request.query.event_name,
        removed: request.query.removed,
      }
      const found = await readAt(pool, request, reply, {}, async (chain, db) => {
        await assertCampaign(db, chain.chainId, address)
        return listEvents(db, chain.chainId, filters, page)
      })
      return toList(request, page, found)
    },
  )

  app.get(
    '/campaigns/:address/timeseries/',
    {
      config: { kept: true },
      schema: {
        operationId: 'getCampaignTimeseries',
        tags: ['campaigns'],
        summary: 'Donations over time, with the running total',
        description: 'Oldest first, UTC; hours or days without a donation are left out.',
        params,
        querystring: query({
          interval: Type.Optional(
            Type.Enum(['hour', 'day'], { type: 'string', default: 'day', description: 'The bucket' }),
          ),
          ...chainQuery,
        }),
        response: { 200: ref(CampaignTimeseries), 451: problem },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const { interval = 'day' } = request.query
      return readAt(pool, request, reply, { cache: CACHE.stats }, async ({ chainId }, db) => {
        await assertCampaign(db, chainId, address)
        const results = await getCampaignTimeseries(db, chainId, address, interval)
        return { campaign_address: address, chain_id: chainId, interval, results }
      })
    },
  )
}
