import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../plugins/problems.ts'
import { campaignOrdering } from '../../queries/campaignOrderings.ts'
import { ensureStandings } from '../../queries/ensureStandings.ts'
import type { CampaignDetail as CampaignDetailRecord } from '../../queries/getCampaign.ts'
import type { ChainPosition } from '../../queries/getChainPosition.ts'
import type { Metadata as MetadataRecord } from '../../queries/metadataRow.ts'
import { readSearch } from '../../queries/readSearch.ts'
import { highlightFound, searchCampaigns } from '../../queries/searchCampaigns.ts'
import { ipfsUrlOf, type RouteContext, readCampaign } from '../context.ts'
import { pageOf, toList } from '../list.ts'
import { addressParams, chainQuery, flag, query } from '../parameters.ts'
import { readAt } from '../readAt.ts'
import { problem, ref } from '../schemas.ts'
import { campaignQuery, filtersOf, orderingOf, searchQuery } from './campaignQuery.ts'
import { findCampaigns } from './findCampaigns.ts'
import { CampaignDetail, CampaignList, CampaignSearch, Metadata } from './schemas.ts'

const params = addressParams('The campaign contract')

export const campaignRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool } = context
  app.get(
    '/campaigns/',
    {
      config: { kept: true },
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
      return toList(request, page, await findCampaigns(context, request, reply, ordering, page))
    },
  )

  app.get(
    '/campaigns/search/',
    {
      config: { kept: true },
      schema: {
        operationId: 'searchCampaigns',
        tags: ['campaigns'],
        summary: 'Campaigns found by text, the most relevant first',
        description:
          'Finds stems, the beginning of the last word, accents either way, and words that nobody uses as if mistyped (`corrections`). Relevance is text × (1 + ln(1 + donors within 7 days) / 4); text weighs title 1, blurb, tags and category 0.4, creator and place 0.2, the story 0.02. `facets` count what each category and status would give. A word that very many campaigns use is looked for, by relevance, in titles, of very many in the newest, and where those are too few in the newest stories; the 120 whose titles say it best are taken, then the newest, and, where no word is excluded, of the fifty campaigns that move most those whose titles say it; `exhaustive` is false then, and `count` and `facets` are of those. Beside `category`, and beside `status=ACTIVE` alone, they are taken of those categories and of as many as have so many open ones (240 at most; of very many among which open ones lie the newest 120, then 600), and `facets` tell of another choice what sixty of the newest give (`facets_exhaustive` is false then in any case); beside other filters 300 titles and as many of the newest stories. Where fewer than twenty are found that pass, all are looked through. Of a beginning that very many words or campaigns share the twelve most used words are meant, and a last word that more than 150 campaigns use is taken for finished. `highlights` are HTML: escaped text with <mark>.',
        querystring: searchQuery,
        response: { 200: ref(CampaignSearch) },
      },
    },
    async (request, reply) => {
      const ordering = orderingOf(request.query, 'relevance')
      const page = pageOf(request.query, campaignOrdering(ordering))
      return app.searches.inTurn(request, reply, async () => {
        const search = await readSearch(pool, request.query.q)
        const prepare = (chain: ChainPosition) => ensureStandings(pool, chain, context.standingsYoungMs)
        return readAt(pool, request, reply, { prepare }, async (chain, db, sight) => {
          const { facets, isExhaustive, areFacetsExhaustive, ...found } = await searchCampaigns(db, chain, search, {
            filters: filtersOf(request.query),
            ordering,
            includeMetadata: request.query.include_metadata ?? false,
            page,
            ipfsUrl: ipfsUrlOf(request),
            marks: true,
          })
          const { rows, seen } = await highlightFound(db, search, found)
          sight.seen = seen
          return {
            ...toList(request, page, { ...found, rows }),
            exhaustive: isExhaustive,
            facets,
            facets_exhaustive: areFacetsExhaustive,
            corrections: search.corrections,
          }
        })
      })
    },
  )

  app.get(
    '/campaigns/:address/',
    {
      config: { kept: true },
      schema: {
        operationId: 'getCampaign',
        tags: ['campaigns'],
        summary: 'One campaign',
        params,
        querystring: query({
          ...chainQuery,
          include_metadata: Type.Optional(flag('Nests all metadata; null when nothing was fetched yet')),
        }),
        response: { 200: ref(CampaignDetail), 451: problem },
      },
    },
    async (request, reply): Promise<CampaignDetailRecord> => {
      const { address } = request.params
      const includeMetadata = request.query.include_metadata ?? false
      return readAt(pool, request, reply, {}, (chain, db, sight) =>
        readCampaign(db, chain, address, request, includeMetadata, sight),
      )
    },
  )

  app.get(
    '/campaigns/:address/metadata/',
    {
      config: { kept: true },
      schema: {
        operationId: 'getCampaignMetadata',
        tags: ['campaigns'],
        summary: "A campaign's metadata, once resolved",
        description:
          'Until then 404, with the code metadata_absent (the campaign has no CID), metadata_pending or metadata_failed, and the members `cid` and `state`.',
        params,
        querystring: query(chainQuery),
        response: { 200: ref(Metadata), 451: problem },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const campaign = await readAt(pool, request, reply, {}, (chain, db, sight) =>
        readCampaign(db, chain, address, request, true, sight),
      )
      if (campaign.metadata?.state !== 'resolved') throw unresolved(address, campaign.cid, campaign.metadata ?? null)
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
