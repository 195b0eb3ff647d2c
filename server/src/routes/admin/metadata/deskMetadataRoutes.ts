import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { campaignSubject, recordAction } from '../../../audit/recordAction.ts'
import { createJob } from '../../../desk/jobs.ts'
import { withTransaction } from '../../../lib/database.ts'
import { clearMetadata } from '../../../metadata/clearMetadata.ts'
import { compareDocument } from '../../../metadata/compareDocument.ts'
import type { DocumentFields } from '../../../metadata/readDocument.ts'
import { refreshMetadata } from '../../../metadata/refreshMetadata.ts'
import { clientGone } from '../../../plugins/clientGone.ts'
import { ProblemError } from '../../../plugins/problems.ts'
import { deskMetadata, getDeskMetadata, metadataOrderings } from '../../../queries/desk/deskMetadata.ts'
import { deskJobs } from '../../../queries/desk/workLists.ts'
import type { ChainPosition } from '../../../queries/getChainPosition.ts'
import type { Queryable } from '../../../queries/sql.ts'
import { atChain, CACHE, campaignNotFound, ipfsUrlOf, type RouteContext } from '../../context.ts'
import { refreshProblem } from '../../metadata/refreshProblem.ts'
import { addressParams, chainQuery, query, textParameter } from '../../parameters.ts'
import { readAt } from '../../readAt.ts'
import { problem, ref } from '../../schemas.ts'
import { actorOf } from '../actorOf.ts'
import { addListing } from '../addListing.ts'
import { badBody } from '../badBody.ts'
import { findOne } from '../findOne.ts'
import { Job } from '../jobs/schemas.ts'
import { addressesMember, body, MAX_ADDRESSES } from '../parameters.ts'
import { AdminMetadata, AdminMetadataDetail, AdminMetadataList, METADATA_STATES } from './schemas.ts'

const params = addressParams('The campaign contract')

export const deskMetadataRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool, config, blockStore, gateways } = context

  async function read(chain: ChainPosition, address: string, request: FastifyRequest, db: Queryable = pool) {
    const metadata = await getDeskMetadata(db, chain, address, ipfsUrlOf(request))
    if (metadata === undefined) throw campaignNotFound(address, chain.chainId)
    return { ...metadata, differences: compareDocument(metadata.raw_json, metadata as DocumentFields) }
  }

  addListing(app, context, {
    path: 'metadata',
    name: 'Metadata',
    summary: "Every campaign's metadata, in whatever state",
    row: AdminMetadata,
    list: AdminMetadataList,
    ofChain: true,
    orderings: metadataOrderings,
    ordering: '-created_at',
    filters: {
      state: Type.Optional(
        Type.Array(Type.Enum([...METADATA_STATES], { type: 'string' }), { description: 'One or several' }),
      ),
      error_code: Type.Optional(textParameter('Failed for this reason')),
      q: Type.Optional(textParameter('In the title, the CID or the error, or the beginning of the address')),
    },
    listing: ({ chain, given, ordering, ipfsUrl }) => deskMetadata(chain, given, ordering, ipfsUrl),
  })

  app.get(
    '/metadata/:address/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'getAdminMetadata',
        summary: "One campaign's metadata, its document, and where the two differ",
        params,
        querystring: query(chainQuery),
        response: { 200: ref(AdminMetadataDetail) },
      },
    },
    async (request, reply) => {
      return readAt(pool, request, reply, { cache: CACHE.never }, (chain, db) =>
        read(chain, request.params.address, request, db),
      )
    },
  )

  app.post(
    '/metadata/:address/refresh/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'refreshAdminMetadata',
        summary: 'Fetch and read the document again, now',
        description: 'What was resolved before stays when this fails.',
        params,
        querystring: query(chainQuery),
        response: { 200: ref(AdminMetadataDetail), 422: problem, 502: problem, 504: problem },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const chain = await atChain(pool, request.query.chain_id, reply, CACHE.never)
      const before = await read(chain, address, request)
      if (before.cid === '') {
        throw new ProblemError('metadata_absent', `Campaign ${address} names no metadata CID.`)
      }
      if (!blockStore) throw new ProblemError('content_unavailable', 'This server has no store of IPFS content.')
      const { chainId } = chain
      const actor = actorOf(request)
      const resolution = await refreshMetadata(
        {
          pool,
          store: blockStore,
          gateways,
          timeoutMs: config.ipfsFetchTimeoutMs,
          signal: clientGone(reply),
          alongside: (tx, state) =>
            recordAction(tx, actor, {
              action: 'metadata.refresh',
              subject: campaignSubject(chainId, address),
              before: { state: before.state },
              after: { state },
            }),
        },
        { chainId, address },
      )
      if ('error' in resolution) throw refreshProblem(before.cid, resolution.error, config.ipfsGatewayUrls)
      return read(chain, address, request)
    },
  )

  app.post(
    '/metadata/:address/clear/',
    {
      config: { role: 'admin' },
      schema: {
        operationId: 'clearMetadata',
        summary: 'Forget what is stored, and have the worker fetch it anew',
        params,
        querystring: query(chainQuery),
        response: { 200: ref(AdminMetadataDetail) },
      },
    },
    async (request, reply) => {
      const { address } = request.params
      const chain = await atChain(pool, request.query.chain_id, reply, CACHE.never)
      await read(chain, address, request)
      await withTransaction(pool, async (tx) => {
        const before = await clearMetadata(tx, { chainId: chain.chainId, address })
        const subject = campaignSubject(chain.chainId, address)
        await recordAction(tx, actorOf(request), { action: 'metadata.clear', subject, before })
      })
      return read(chain, address, request)
    },
  )

  app.post(
    '/metadata/bulk-refresh/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'bulkRefreshMetadata',
        summary: 'Fetch many documents again',
        description: 'Give `addresses`, or `state`. A job: its answer tells how far it is and what failed of it.',
        querystring: query(chainQuery),
        body: body({
          addresses: Type.Optional(addressesMember('Campaigns', MAX_ADDRESSES)),
          state: Type.Optional(Type.Enum(['failed', 'pending'], { type: 'string', description: 'All in this state' })),
        }),
        response: { 202: ref(Job) },
      },
    },
    async (request, reply) => {
      const { addresses, state } = request.body
      if ((addresses === undefined) === (state === undefined))
        throw badBody('addresses', 'or state must be given, one of them')
      const { chainId } = await atChain(pool, request.query.chain_id, reply, CACHE.never)
      const id = await withTransaction(pool, (tx) =>
        createJob(tx, actorOf(request), {
          kind: 'refresh_metadata',
          chainId,
          ...(addresses === undefined
            ? { parameters: { state }, subjects: { metadataState: state! } }
            : { parameters: { addresses }, subjects: addresses.map((address) => address.toLowerCase()) }),
        }),
      )
      reply.code(202)
      return findOne<Static<typeof Job>>(pool, deskJobs({ id }, '-id'), 'job_not_found', `job ${id}`)
    },
  )
}
