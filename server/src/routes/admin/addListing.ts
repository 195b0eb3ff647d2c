import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import type { Role } from '../../accounts/users.ts'
import { type Listing, type Orderings, readListing, walkListing } from '../../queries/desk/listing.ts'
import type { ChainPosition } from '../../queries/getChainPosition.ts'
import { openSnapshot, type Snapshot } from '../../queries/snapshot.ts'
import { CACHE, ipfsUrlOf, type RouteContext, tellPosition } from '../context.ts'
import { EXPORT_FORMATS, type ExportFormat, sendExport } from '../export/sendExport.ts'
import { pageOf, toList } from '../list.ts'
import { chainQuery, pageQuery, query } from '../parameters.ts'
import { openAt, readAt } from '../readAt.ts'
import { ref } from '../schemas.ts'

export interface Asked<Filters extends TProperties> {
  given: Static<TObject<Filters>> & { chain_id?: number }
  /** Of a list that is of one chain. */
  chain: ChainPosition
  ordering: string
  /** For a file, which tells all of a row. */
  whole: boolean
  /** Before a CID it makes the address of its content here. */
  ipfsUrl: string
}

interface ListRoute<Filters extends TProperties> {
  /** Below /admin/. */
  path: string
  /** What the operations are called by: listAdmin…, exportAdmin… */
  name: string
  summary: string
  description?: string
  role?: Exclude<Role, 'user'>
  row: TObject
  /** What a file tells of a row, where it is more. */
  wholeRow?: TObject
  list: TSchema
  filters: Filters
  orderings: Pick<Orderings, 'names' | 'of'>
  ordering: string
  /** Of one chain: the deployment's first where none is named. Else of all, or of the one named. */
  ofChain?: boolean
  listing(asked: Asked<Filters>): Listing | Promise<Listing>
}

/** A list of the desk and its two exports, which take the same filters and orderings. */
export function addListing<Filters extends TProperties>(
  app: FastifyInstance,
  { pool }: RouteContext,
  route: ListRoute<Filters>,
): void {
  const { role = 'staff', path, name, orderings } = route
  const filters = {
    ...route.filters,
    ordering: Type.Optional(
      Type.Enum(orderings.names, { type: 'string', default: route.ordering, description: '- reverses' }),
    ),
    ...chainQuery,
  }

  type Given = Asked<Filters>['given'] & { ordering?: string; page?: number; page_size?: number; cursor?: string }
  /** @param chain of a list of one chain */
  async function listingOf(request: FastifyRequest, whole: boolean, chain?: ChainPosition) {
    const given = request.query as Given
    const ordering = given.ordering ?? route.ordering
    return route.listing({ given, chain: chain!, ordering, whole, ipfsUrl: ipfsUrlOf(request) })
  }

  async function openOf(request: FastifyRequest): Promise<Snapshot & { chain?: ChainPosition }> {
    return route.ofChain ? openAt(pool, (request.query as Given).chain_id) : openSnapshot(pool)
  }

  app.get(
    `/${path}/`,
    {
      config: { role },
      schema: {
        operationId: `listAdmin${name}`,
        summary: route.summary,
        ...(route.description ? { description: route.description } : {}),
        querystring: query({ ...filters, ...pageQuery }),
        response: { 200: ref(route.list) },
      },
    },
    async (request, reply) => {
      const given = request.query as Given
      const page = pageOf(given, orderings.of(given.ordering ?? route.ordering))
      const found = route.ofChain
        ? await readAt(pool, request, reply, { cache: CACHE.never }, async (chain, db) =>
            readListing(db, await listingOf(request, false, chain), page),
          )
        : await readListing(pool, await listingOf(request, false), page)
      return toList(request, page, found)
    },
  )

  for (const format of Object.keys(EXPORT_FORMATS) as ExportFormat[]) {
    app.get(
      `/${path}/export.${format}`,
      {
        exposeHeadRoute: false,
        config: { role },
        schema: {
          operationId: `exportAdmin${name}${format[0]!.toUpperCase()}${format.slice(1)}`,
          summary: `${route.summary}, as ${format.toUpperCase()}`,
          description: 'All rows that pass the filters, of one snapshot; members that are no text or number are JSON.',
          querystring: query(filters),
          response: {
            200: {
              description: 'All of it',
              content: { [EXPORT_FORMATS[format].documented]: { schema: { type: 'string' } } },
            },
          },
        },
      },
      async (request, reply) =>
        sendExport(reply, async () => {
          const { db, close, chain } = await openOf(request)
          try {
            if (chain) tellPosition(reply, chain, CACHE.never)
            const listing = await listingOf(request, true, chain)
            const columns = Object.keys((route.wholeRow ?? route.row).properties)
            return { batches: walkListing(db, listing), columns, format, fileName: `kindling-${path}`, close }
          } catch (error) {
            await close()
            throw error
          }
        }),
    )
  }
}
