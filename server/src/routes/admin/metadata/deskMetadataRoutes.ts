import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { RouteContext } from '../../context.ts'
import { addressParams, chainQuery, query, textParameter } from '../../parameters.ts'
import { problem, ref } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { notThere } from '../notThere.ts'
import { addressesMember, body, MAX_ADDRESSES } from '../parameters.ts'
import { AdminMetadata, AdminMetadataDetail, AdminMetadataList, Job, METADATA_STATES } from '../schemas.ts'

const params = addressParams('The campaign contract')

export const deskMetadataRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  addListing(app, context, {
    path: 'metadata',
    name: 'Metadata',
    summary: "Every campaign's metadata, in whatever state",
    row: AdminMetadata,
    list: AdminMetadataList,
    ofChain: true,
    orderings: {
      names: ['updated_at', '-updated_at', 'attempts', '-attempts', 'created_at', '-created_at'],
      of: notThere,
    },
    ordering: '-created_at',
    filters: {
      state: Type.Optional(
        Type.Array(Type.Enum([...METADATA_STATES], { type: 'string' }), { description: 'One or several' }),
      ),
      error_code: Type.Optional(textParameter('Failed for this reason')),
      q: Type.Optional(textParameter('In the title, the CID or the error, or the beginning of the address')),
    },
    listing: () => notThere(),
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
    async () => notThere(),
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
    async () => notThere(),
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
    async () => notThere(),
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
    async () => notThere(),
  )
}
