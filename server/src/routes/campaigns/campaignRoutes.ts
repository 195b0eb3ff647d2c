import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../plugins/problems.ts'
import { campaignOrdering } from '../../queries/campaignOrderings.ts'
import { type CampaignDetail as CampaignDetailRecord, getCampaign } from '../../queries/getCampaign.ts'
import { listCampaigns } from '../../queries/listCampaigns.ts'
import type { Metadata as MetadataRecord } from '../../queries/metadataRow.ts'
import { atChain, campaignNotFound, ipfsUrlOf, type RouteContext } from '../context.ts'
import { pageOf, toList } from '../list.ts'
import { addressParams, chainQuery, flag, query } from '../parameters.ts'
import { ref } from '../schemas.ts'
import { campaignQuery, filtersOf, orderingOf } from './campaignQuery.ts'
import { CampaignDetail, CampaignList, Metadata } from './schemas.ts'

const params = addressParams('The campaign contract')

export const campaignRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool }) => {
  app.get(
    '/campaigns/',
    {
      schema: {
        operationId: 'listCampaigns',
        tags: ['campaigns'],
        summary: 'Campaigns, filtered and ordered',
        querystring: campaignQuery,
        response: { 200: ref(CampaignList) },
      },
    },
    async (request, reply) => {
      const ordering = orderingOf(request.query)
      const page = pageOf(request.query, campaignOrdering(ordering))
      const chain = await atChain(pool, request.query.chain_id, reply)
      const found = await listCampaigns(pool, chain, {
        filters: filtersOf(request.query),
        ordering,
        includeMetadata: request.query.include_metadata ?? false,
        page,
        ipfsUrl: ipfsUrlOf(request),
      })
      return toList(request, page, found)
    },
  )

  app.get(
    '/campaigns/:address/',
    {
      schema: {
        operationId: 'getCampaign',
        tags: ['campaigns'],
        summary: 'One campaign',
        params,
        querystring: query({
          ...chainQuery,
          include_metadata: Type.Optional(flag('Nests all metadata; null when nothing was fetched yet')),
        }),
        response: { 200: ref(CampaignDetail) },
      },
    },
    async (request, reply): Promise<CampaignDetailRecord> => {
      const { address } = request.params
      const chain = await atChain(pool, request.query.chain_id, reply)
      const campaign = await getCampaign(pool, chain, address, ipfsUrlOf(request))
      if (campaign === undefined) throw campaignNotFound(address, chain.chainId)
      const { metadata, ...facts } = campaign
      return request.query.include_metadata ? { ...facts, metadata } : facts
    },
  )

  app.get(
    '/campaigns/:address/metadata/',
    {
      schema: {
        operationId: 'getCampaignMetadata',
        tags: ['campaigns'],
        summary: "A campaign's metadata, once resolved",
        description:
          'Until then 404, with the code metadata_absent (the campaign has no CID), metadata_pending or metadata_failed, and the members `cid` and `state`.',
        params,
        querystring: query(chainQuery),
        response: { 200: ref(Metadata) },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const chain = await atChain(pool, request.query.chain_id, reply)
      const campaign = await getCampaign(pool, chain, address, ipfsUrlOf(request))
      if (campaign === undefined) throw campaignNotFound(address, chain.chainId)
      if (campaign.metadata?.state !== 'resolved') throw unresolved(address, campaign.cid, campaign.metadata)
      return campaign.metadata
    },
  )
}

function unresolved(address: string, cid: string, metadata: MetadataRecord | null): ProblemError {
  if (cid === '') {
    return new ProblemError('metadata_absent', `Campaign ${address} names no metadata CID.`, {
      members: { cid: null, state: null },
    })
  }
  const named = cid.length > 100 ? `${cid.slice(0, 100)}…` : cid
  if (metadata?.state !== 'failed') {
    return new ProblemError('metadata_pending', `The metadata ${named} of campaign ${address} is not fetched yet.`, {
      members: { cid, state: 'pending' },
    })
  }
  return new ProblemError('metadata_failed', `The metadata ${named} of campaign ${address} could not be fetched.`, {
    members: { cid, state: 'failed', last_error: metadata.last_error },
  })
}
