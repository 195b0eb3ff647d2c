import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import {
  contributionOrderings,
  deskContributions,
  deskEventOrderings,
  deskEvents,
} from '../../../queries/desk/ledger.ts'
import type { RouteContext } from '../../context.ts'
import { Event, EventList } from '../../events/schemas.ts'
import { addressParameter, blockParameter, flag, uint256Parameter } from '../../parameters.ts'
import { eventName } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { AdminContribution, AdminContributionList } from './schemas.ts'

/** What the chain says, to be read and never to be changed. */
export const ledgerRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  addListing(app, context, {
    path: 'contributions',
    name: 'Contributions',
    summary: 'What each donor gave to each campaign',
    row: AdminContribution,
    list: AdminContributionList,
    ofChain: true,
    orderings: contributionOrderings,
    ordering: '-created_at',
    filters: {
      campaign: Type.Optional(addressParameter('To this campaign')),
      donor: Type.Optional(addressParameter('Of this donor')),
      refunded: Type.Optional(flag('Only what was taken back, in part at least, or only the rest')),
      min_contributed: Type.Optional(uint256Parameter('At least so much, in wei')),
    },
    listing: ({ chain, given, ordering }) => deskContributions(chain.chainId, given, ordering),
  })

  addListing(app, context, {
    path: 'events',
    name: 'Events',
    summary: 'Every event read from the chain, removed ones too',
    row: Event,
    list: EventList,
    ofChain: true,
    orderings: deskEventOrderings,
    ordering: '-block_number',
    filters: {
      event_name: Type.Optional(eventName),
      removed: Type.Optional(flag('Only those a reorg took away, or only the others; left out: both')),
      tx_hash: Type.Optional(Type.String({ format: 'hash', description: 'Of this transaction' })),
      campaign: Type.Optional(addressParameter('About this campaign')),
      account: Type.Optional(addressParameter('Of this creator or donor')),
      address: Type.Optional(addressParameter('Emitted by this contract')),
      block_number_gte: Type.Optional(blockParameter('In this block or later')),
      block_number_lte: Type.Optional(blockParameter('In this block or earlier')),
    },
    listing: ({ chain, given, ordering }) =>
      deskEvents(
        chain.chainId,
        {
          eventName: given.event_name,
          removed: given.removed,
          txHash: given.tx_hash,
          campaignAddress: given.campaign,
          accountAddress: given.account,
          address: given.address,
          blockNumberGte: given.block_number_gte,
          blockNumberLte: given.block_number_lte,
        },
        ordering,
      ),
  })
}
