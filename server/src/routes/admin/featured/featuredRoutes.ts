import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { RouteContext } from '../../context.ts'
import { chainQuery, query } from '../../parameters.ts'
import { ref } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { notThere } from '../notThere.ts'
import { addressMember, body, MAX_FEATURED } from '../parameters.ts'
import { Featured, FeaturedList } from '../schemas.ts'

export const featuredRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  addListing(app, context, {
    path: 'featured',
    name: 'Featured',
    summary: 'The campaigns on the home page, in their order',
    row: Featured,
    list: FeaturedList,
    ofChain: true,
    orderings: { names: ['position', '-position'], of: notThere },
    ordering: 'position',
    exported: false,
    filters: {},
    listing: () => notThere(),
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
        response: { 200: ref(FeaturedList) },
      },
    },
    async () => notThere(),
  )
}
