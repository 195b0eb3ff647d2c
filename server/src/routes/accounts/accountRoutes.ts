import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { campaignOrdering } from '../../queries/campaignOrderings.ts'
import { donorContributionOrdering, listDonorContributions } from '../../queries/listDonorContributions.ts'
import { creatorCampaignQuery, orderingOf } from '../campaigns/campaignQuery.ts'
import { findCampaigns } from '../campaigns/findCampaigns.ts'
import { CampaignList, DonorContributionList } from '../campaigns/schemas.ts'
import { ipfsUrlOf, type RouteContext } from '../context.ts'
import { pageOf, toList } from '../list.ts'
import { addressParams, chainQuery, flag, pageQuery, query } from '../parameters.ts'
import { readAt } from '../readAt.ts'
import { ref } from '../schemas.ts'

export const accountRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool } = context
  app.get(
    '/creators/:address/campaigns/',
    {
      config: { kept: true },
      schema: {
        operationId: 'listCreatorCampaigns',
        tags: ['accounts'],
        summary: 'The campaigns of one creator',
        description: 'Filters and orderings as for all campaigns; empty for an address that made none.',
        params: addressParams('The creator'),
        querystring: creatorCampaignQuery,
        response: { 200: ref(CampaignList) },
      },
    },
    async (request, reply) => {
      const ordering = orderingOf(request.query)
      const page = pageOf(request.query, campaignOrdering(ordering))
      const found = await findCampaigns(context, request, reply, ordering, page, request.params.address)
      return toList(request, page, found)
    },
  )

  app.get(
    '/donors/:address/contributions/',
    {
      config: { kept: true },
      schema: {
        operationId: 'listDonorContributions',
        tags: ['accounts'],
        summary: 'What one donor gave, one row a campaign',
        description: 'The campaign first given to last comes first; empty for an address that gave nothing.',
        params: addressParams('The donor'),
        querystring: query({
          include_metadata: Type.Optional(flag("Nests the campaigns' metadata")),
          ...chainQuery,
          ...pageQuery,
        }),
        response: { 200: ref(DonorContributionList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request.query, donorContributionOrdering)
      const found = await readAt(pool, request, reply, {}, (chain, db) =>
        listDonorContributions(db, chain, request.params.address, {
          page,
          includeMetadata: request.query.include_metadata ?? false,
          ipfsUrl: ipfsUrlOf(request),
        }),
      )
      return toList(request, page, found)
    },
  )
}
