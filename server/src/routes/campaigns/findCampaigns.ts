import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { type CampaignOrdering, usesStandings } from '../../queries/campaignOrderings.ts'
import type { Campaign } from '../../queries/campaignRow.ts'
import { ensureStandings } from '../../queries/ensureStandings.ts'
import type { ChainPosition } from '../../queries/getChainPosition.ts'
import { listCampaigns } from '../../queries/listCampaigns.ts'
import type { Page, PageRequest } from '../../queries/paging.ts'
import { readSearch } from '../../queries/readSearch.ts'
import { searchCampaigns } from '../../queries/searchCampaigns.ts'
import { ipfsUrlOf, type RouteContext } from '../context.ts'
import { type campaignQuery, filtersOf } from './campaignQuery.ts'

/** The page that a list of campaigns asks for; of one creator where `creatorAddress` is given. */
export async function findCampaigns(
  { pool, standingsYoungMs }: RouteContext,
  request: FastifyRequest,
  chain: ChainPosition,
  ordering: CampaignOrdering,
  page: PageRequest,
  creatorAddress?: string,
): Promise<Page<Campaign>> {
  const given = request.query as Static<typeof campaignQuery>
  if (usesStandings(ordering)) await ensureStandings(pool, chain, standingsYoungMs)
  const wanted = {
    filters: { ...filtersOf(given), ...(creatorAddress === undefined ? {} : { creatorAddress }) },
    ordering,
    includeMetadata: given.include_metadata ?? false,
    page,
    ipfsUrl: ipfsUrlOf(request),
  }
  if (given.q === undefined) return listCampaigns(pool, chain, wanted)
  return searchCampaigns(pool, chain, await readSearch(pool, given.q), wanted)
}
