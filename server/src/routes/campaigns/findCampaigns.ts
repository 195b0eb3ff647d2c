import type { FastifyReply, FastifyRequest } from 'fastify'
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
import { readAt } from '../readAt.ts'
import { type campaignQuery, filtersOf } from './campaignQuery.ts'

/** The page that a list of campaigns asks for; of one creator where `creatorAddress` is given. */
export async function findCampaigns(
  { pool, standingsYoungMs }: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
  ordering: CampaignOrdering,
  page: PageRequest,
  creatorAddress?: string,
): Promise<Page<Campaign>> {
  const given = request.query as Static<typeof campaignQuery>
  const wanted = {
    filters: { ...filtersOf(given), ...(creatorAddress === undefined ? {} : { creatorAddress }) },
    ordering,
    includeMetadata: given.include_metadata ?? false,
    page,
    ipfsUrl: ipfsUrlOf(request),
  }
  const prepare = usesStandings(ordering)
    ? { prepare: (chain: ChainPosition) => ensureStandings(pool, chain, standingsYoungMs) }
    : {}
  const { q } = given
  if (q === undefined) return readAt(pool, request, reply, prepare, (chain, db) => listCampaigns(db, chain, wanted))
  return request.server.searches.inTurn(request, reply, async () => {
    const search = await readSearch(pool, q)
    return readAt(pool, request, reply, prepare, async (chain, db, sight) => {
      const found = await searchCampaigns(db, chain, search, wanted)
      sight.seen = found.seen
      return found
    })
  })
}
