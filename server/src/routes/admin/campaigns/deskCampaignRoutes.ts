import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { createJob } from '../../../desk/jobs.ts'
import { withTransaction } from '../../../lib/database.ts'
import { hideCampaign, unhideCampaign } from '../../../moderation/hides.ts'
import {
  CAMPAIGN_ORDERINGS,
  type CampaignOrdering,
  campaignOrdering,
  usesStandings,
} from '../../../queries/campaignOrderings.ts'
import { deskCampaigns, getDeskCampaign } from '../../../queries/desk/deskCampaigns.ts'
import { deskJobs } from '../../../queries/desk/workLists.ts'
import { ensureStandings } from '../../../queries/ensureStandings.ts'
import type { ChainPosition } from '../../../queries/getChainPosition.ts'
import { readSearch } from '../../../queries/readSearch.ts'
import type { Queryable } from '../../../queries/sql.ts'
import { campaignFilterParameters, filtersOf, orderingOf } from '../../campaigns/campaignQuery.ts'
import { atChain, CACHE, campaignNotFound, ipfsUrlOf, type RouteContext } from '../../context.ts'
import { addressParams, chainQuery, flag, query } from '../../parameters.ts'
import { readAt } from '../../readAt.ts'
import { problem, ref } from '../../schemas.ts'
import { actorOf } from '../actorOf.ts'
import { addListing } from '../addListing.ts'
import { badBody } from '../badBody.ts'
import { findOne } from '../findOne.ts'
import { Job } from '../jobs/schemas.ts'
import { METADATA_STATES } from '../metadata/schemas.ts'
import { addressesMember, body, MAX_ADDRESSES, PUBLIC_REASON, wordsMember } from '../parameters.ts'
import { AdminCampaign, AdminCampaignDetail, AdminCampaignList } from './schemas.ts'

const params = addressParams('The campaign contract')

export const deskCampaignRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool, standingsYoungMs } = context

  async function read(chain: ChainPosition, address: string, request: FastifyRequest, db: Queryable = pool) {
    const campaign = await getDeskCampaign(db, chain, address, ipfsUrlOf(request))
    if (campaign === undefined) throw campaignNotFound(address, chain.chainId)
    return campaign
  }

  addListing(app, context, {
    path: 'campaigns',
    name: 'Campaigns',
    summary: 'Campaigns, hidden ones too',
    row: AdminCampaign,
    list: AdminCampaignList,
    ofChain: true,
    orderings: { names: [...CAMPAIGN_ORDERINGS], of: (name) => campaignOrdering(name as CampaignOrdering) },
    ordering: '-created_at',
    filters: {
      ...campaignFilterParameters,
      hidden: Type.Optional(flag('Only those that are hidden, or only the others')),
      featured: Type.Optional(flag('Only those on the home page, or only the others')),
      reported: Type.Optional(flag('Only those with open reports, or only the others')),
      metadata_state: Type.Optional(
        Type.Array(Type.Enum([...METADATA_STATES], { type: 'string' }), { description: 'One or several' }),
      ),
    },
    async listing({ given, chain, ordering: wanted, ipfsUrl }) {
      const ordering = orderingOf({ ordering: wanted, ...(given.q === undefined ? {} : { q: given.q }) })
      if (usesStandings(ordering)) await ensureStandings(pool, chain, standingsYoungMs)
      const filters = {
        ...filtersOf(given),
        search: given.q === undefined ? undefined : await readSearch(pool, given.q),
        hidden: given.hidden,
        reported: given.reported,
        metadataState: given.metadata_state,
      }
      return deskCampaigns(chain, filters, ordering, ipfsUrl)
    },
  })

  app.get(
    '/campaigns/:address/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'getAdminCampaign',
        summary: 'One campaign, hidden or not',
        params,
        querystring: query(chainQuery),
        response: { 200: ref(AdminCampaignDetail) },
      },
    },
    async (request, reply) => {
      return readAt(pool, request, reply, { cache: CACHE.never }, (chain, db) =>
        read(chain, request.params.address, request, db),
      )
    },
  )

  app.post(
    '/campaigns/:address/hide/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'hideCampaign',
        summary: 'Take a campaign out of every list',
        description: 'Its own page then says why. Hiding it again changes the reason. Its money still counts.',
        params,
        querystring: query(chainQuery),
        body: body({ reason: wordsMember(PUBLIC_REASON, 500) }),
        response: { 200: ref(AdminCampaignDetail) },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const chain = await atChain(pool, request.query.chain_id, reply, CACHE.never)
      const campaign = { chainId: chain.chainId, address }
      await withTransaction(pool, (tx) => hideCampaign(tx, actorOf(request), campaign, request.body.reason.trim()))
      return read(chain, address, request)
    },
  )

  app.post(
    '/campaigns/:address/unhide/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'unhideCampaign',
        summary: 'Show a campaign again',
        params,
        querystring: query(chainQuery),
        body: body({ reason: Type.Optional(wordsMember('For the audit log', 500, 0)) }),
        response: { 200: ref(AdminCampaignDetail), 409: problem },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const chain = await atChain(pool, request.query.chain_id, reply, CACHE.never)
      const campaign = { chainId: chain.chainId, address }
      await withTransaction(pool, (tx) => unhideCampaign(tx, actorOf(request), campaign, request.body.reason?.trim()))
      return read(chain, address, request)
    },
  )

  app.post(
    '/campaigns/bulk/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'bulkCampaigns',
        summary: 'Do the same to many campaigns',
        description: 'A job: its answer tells how far it is and what failed of it.',
        querystring: query(chainQuery),
        body: body({
          action: Type.Enum(['hide', 'unhide', 'refresh_metadata', 'feature', 'unfeature'], { type: 'string' }),
          addresses: addressesMember('Campaigns', MAX_ADDRESSES),
          reason: Type.Optional(wordsMember(`${PUBLIC_REASON}; required to hide`, 500)),
        }),
        response: { 202: ref(Job) },
      },
    },
    async (request, reply) => {
      const { action, reason } = request.body
      if (action === 'hide' && reason === undefined) throw badBody('reason', 'must be given to hide')
      const { chainId } = await atChain(pool, request.query.chain_id, reply, CACHE.never)
      const addresses = request.body.addresses.map((address) => address.toLowerCase())
      const id = await withTransaction(pool, (tx) =>
        createJob(tx, actorOf(request), {
          kind: action,
          chainId,
          parameters: { addresses, ...(reason === undefined ? {} : { reason: reason.trim() }) },
          subjects: addresses,
        }),
      )
      reply.code(202)
      return findOne<Static<typeof Job>>(pool, deskJobs({ id }, '-id'), 'job_not_found', `job ${id}`)
    },
  )
}
