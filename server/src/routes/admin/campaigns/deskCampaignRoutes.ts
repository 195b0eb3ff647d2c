import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CAMPAIGN_ORDERINGS } from '../../../queries/campaignOrderings.ts'
import { campaignFilterParameters } from '../../campaigns/campaignQuery.ts'
import type { RouteContext } from '../../context.ts'
import { addressParams, chainQuery, flag, query } from '../../parameters.ts'
import { problem, ref } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { notThere } from '../notThere.ts'
import { addressesMember, body, MAX_ADDRESSES, PUBLIC_REASON, wordsMember } from '../parameters.ts'
import { AdminCampaign, AdminCampaignDetail, AdminCampaignList, Job, METADATA_STATES } from '../schemas.ts'

const params = addressParams('The campaign contract')

export const deskCampaignRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  addListing(app, context, {
    path: 'campaigns',
    name: 'Campaigns',
    summary: 'Campaigns, hidden ones too',
    row: AdminCampaign,
    list: AdminCampaignList,
    ofChain: true,
    orderings: { names: [...CAMPAIGN_ORDERINGS], of: notThere },
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
    listing: () => notThere(),
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
    async () => notThere(),
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
    async () => notThere(),
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
    async () => notThere(),
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
    async () => notThere(),
  )
}
