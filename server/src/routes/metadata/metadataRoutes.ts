import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refreshMetadata } from '../../metadata/refreshMetadata.ts'
import { requireUser } from '../../plugins/auth.ts'
import { clientGone } from '../../plugins/clientGone.ts'
import { ProblemError } from '../../plugins/problems.ts'
import { Metadata } from '../campaigns/schemas.ts'
import { atChain, CACHE, campaignNotFound, type RouteContext, readCampaign } from '../context.ts'
import { addressParams, chainQuery, query } from '../parameters.ts'
import { problem, ref } from '../schemas.ts'
import { refreshProblem } from './refreshProblem.ts'

export const metadataRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool, config, blockStore, gateways } = context

  app.post(
    '/campaigns/:address/metadata/refresh/',
    {
      onRequest: requireUser,
      config: { limit: 'write' },
      schema: {
        operationId: 'refreshCampaignMetadata',
        tags: ['campaigns'],
        summary: "Fetch a campaign's metadata again from IPFS, now",
        description:
          'What was resolved before stays when this fails; the problem then lists in `gateways` what each one did.',
        security: [{ bearer: [] }],
        params: addressParams('The campaign contract'),
        querystring: query(chainQuery),
        response: { 200: ref(Metadata), 422: problem, 451: problem, 502: problem, 504: problem },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const chain = await atChain(pool, request.query.chain_id, reply, CACHE.never)
      const before = await readCampaign(pool, chain, address, request, true)
      if (before.cid === '') {
        throw new ProblemError('metadata_absent', `Campaign ${address} names no metadata CID.`, {
          members: { cid: null, state: null },
        })
      }
      if (!blockStore) throw new ProblemError('content_unavailable', 'This server has no store of IPFS content.')
      const resolution = await refreshMetadata(
        { pool, store: blockStore, gateways, timeoutMs: config.ipfsFetchTimeoutMs, signal: clientGone(reply) },
        { chainId: chain.chainId, address },
      )
      if ('error' in resolution) throw refreshProblem(before.cid, resolution.error, config.ipfsGatewayUrls)
      const after = await readCampaign(pool, chain, address, request, true)
      if (!after.metadata) throw campaignNotFound(address, chain.chainId)
      return after.metadata
    },
  )
}
