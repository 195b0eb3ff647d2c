import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { parseExactJson } from '../../queries/exactJson.ts'
import { EXPORTS, type Export, type ExportRow, exportRows } from '../../queries/exportRows.ts'
import { getBlockRange } from '../../queries/getBlockRange.ts'
import { CACHE, type RouteContext, tellPosition } from '../context.ts'
import { addressParameter, chainQuery, query } from '../parameters.ts'
import { openAt } from '../readAt.ts'
import { EXPORT_FORMATS, type ExportFormat, sendExport } from './sendExport.ts'

const WHAT: Record<Export, string> = {
  campaigns: 'Every campaign with its totals',
  contributions: 'What each donor gave to each campaign',
  events: 'Every event read from the chain, removed ones too',
}

interface Asked {
  chain_id?: number
  campaign_address?: string
}

const ofCampaign = { campaign_address: Type.Optional(addressParameter('To this campaign alone')) }

export const exportRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool }) => {
  for (const name of EXPORTS) {
    for (const format of Object.keys(EXPORT_FORMATS) as ExportFormat[]) {
      app.get(
        `/export/${name}.${format}`,
        {
          exposeHeadRoute: false,
          schema: {
            operationId: `export${capital(name)}${capital(format)}`,
            tags: ['export'],
            summary: `${WHAT[name]}, as ${format.toUpperCase()}`,
            description:
              'One snapshot in a fixed order, nothing of hidden campaigns, amounts in exact wei. `X-Block-Number` and `X-Block-Range` say what it covers; the trailer `Repr-Digest` is its SHA-256 (RFC 9530). CSV text that a spreadsheet would run is preceded by an apostrophe.',
            querystring: query({ ...chainQuery, ...(name === 'contributions' ? ofCampaign : {}) }),
            response: {
              200: {
                description: 'All of it',
                content: { [EXPORT_FORMATS[format].documented]: { schema: { type: 'string' } } },
              },
            },
          },
        },
        async (request, reply) => {
          const { chain_id, campaign_address: campaignAddress } = request.query as Asked
          return sendExport(reply as FastifyReply, async () => {
            const { chain, db, close } = await openAt(pool, chain_id)
            tellPosition(reply as FastifyReply, chain, CACHE.never)
            const range = await getBlockRange(db, chain.chainId).catch(async (error) => {
              await close()
              throw error
            })
            if (range) reply.header('x-block-range', `${range.first}-${range.last}`)
            const rows = exportRows(db, chain, name, campaignAddress)
            return {
              batches: format === 'ndjson' ? withParsedData(rows) : rows,
              format,
              fileName: `kindling-${chain.chainId}-${name}`,
              close,
            }
          })
        },
      )
    }
  }
}

/** An event's data as JSON of its own. */
async function* withParsedData(batches: AsyncIterable<ExportRow[]>): AsyncGenerator<object[]> {
  for await (const rows of batches) {
    yield rows.map((row) =>
      typeof row['event_data'] === 'string' ? { ...row, event_data: parseExactJson(row['event_data']) } : row,
    )
  }
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
