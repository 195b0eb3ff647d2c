import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { withTransaction } from '../../../lib/database.ts'
import { setFeatured } from '../../../moderation/featured.ts'
import { readListing } from '../../../queries/desk/listing.ts'
import { deskFeatured, featuredOrderings } from '../../../queries/desk/moderationLists.ts'
import type { PageRequest } from '../../../queries/paging.ts'
import { atChain, CACHE, type RouteContext } from '../../context.ts'
import { toList } from '../../list.ts'
import { chainQuery, query } from '../../parameters.ts'
import { problem, ref } from '../../schemas.ts'
import { actorOf } from '../actorOf.ts'
import { addListing } from '../addListing.ts'
import { badBody } from '../badBody.ts'
import { addressMember, body, MAX_FEATURED } from '../parameters.ts'
import { Featured, FeaturedList } from './schemas.ts'

export const featuredRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool } = context
  addListing(app, context, {
    path: 'featured',
    name: 'Featured',
    summary: 'The campaigns on the home page, in their order',
    row: Featured,
    list: FeaturedList,
    ofChain: true,
    orderings: featuredOrderings,
    ordering: 'position',
    filters: {},
    listing: ({ chain, ordering }) => deskFeatured(chain.chainId, ordering),
  })

  app.put(
    '/featured/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'setFeatured',
        summary: 'Say which campaigns are on the home page, in which order',
        querystring: query(chainQuery),
        body: body({
          addresses: Type.Array(addressMember('A campaign'), {
            maxItems: MAX_FEATURED,
            description: 'All of them, as they are to stand; none empties it',
          }),
        }),
        response: { 200: ref(FeaturedList), 404: problem },
      },
    },
    async (request, reply) => {
      const { chainId } = await atChain(pool, request.query.chain_id, reply, CACHE.never)
      const addresses = request.body.addresses.map((address) => address.toLowerCase())
      if (new Set(addresses).size < addresses.length) throw badBody('addresses', 'must name each campaign once')
      await withTransaction(pool, (tx) => setFeatured(tx, actorOf(request), chainId, addresses))
      const page: PageRequest = { pageSize: MAX_FEATURED, at: { page: 1 } }
      const found = await readListing<Static<typeof Featured>>(pool, deskFeatured(chainId, 'position'), page)
      return toList(request, page, found)
    },
  )
}
