import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { ProblemError } from '../../plugins/problems.ts'
import { parseExactJson } from '../../queries/exactJson.ts'
import { EXPORTS, type Export, type ExportRow, exportRows } from '../../queries/exportRows.ts'
import { getBlockRange } from '../../queries/getBlockRange.ts'
import { atChain, CACHE, type RouteContext } from '../context.ts'
import { chainQuery, query } from '../parameters.ts'
import { toCsv, toCsvLine } from './toCsv.ts'

/** Each holds a connection for as long as its client reads. */
const MAX_EXPORTS = 4
/** A client that reads nothing for so long is hung up on. */
const STALLED_MS = 30_000

const WHAT: Record<Export, string> = {
  campaigns: 'Every campaign with its totals',
  contributions: 'What each donor gave to each campaign',
  events: 'Every event read from the chain, removed ones too',
}

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', documented: 'text/csv' },
  ndjson: { type: 'application/x-ndjson; charset=utf-8', documented: 'application/x-ndjson' },
} as const
type Format = keyof typeof FORMATS

export const exportRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool }) => {
  let open = 0

  for (const name of EXPORTS) {
    for (const format of Object.keys(FORMATS) as Format[]) {
      app.get(
        `/export/${name}.${format}`,
        {
          exposeHeadRoute: false,
          schema: {
            operationId: `export${capital(name)}${capital(format)}`,
            tags: ['export'],
            summary: `${WHAT[name]}, as ${format.toUpperCase()}`,
            description:
              'One snapshot in a fixed order, amounts in exact wei. `X-Block-Number` and `X-Block-Range` say what it covers; the trailer `Repr-Digest` is its SHA-256 (RFC 9530). CSV text that a spreadsheet would run is preceded by an apostrophe.',
            querystring: query(chainQuery),
            response: {
              200: {
                description: 'All of it',
                content: { [FORMATS[format].documented]: { schema: { type: 'string' } } },
              },
            },
          },
        },
        async (request, reply) => {
          const chain = await atChain(pool, request.query.chain_id, reply, CACHE.never)
          if (open >= MAX_EXPORTS) {
            throw new ProblemError(
              'too_many_streams',
              `${open} exports are under way; that is as many as there can be.`,
              {
                headers: { 'retry-after': '10' },
              },
            )
          }
          const range = await getBlockRange(pool, chain.chainId)
          const hash = createHash('sha256')
          open++
          const stream = Readable.from(lines(exportRows(pool, chain, name), format, hash), { objectMode: false })
          stream.on('close', () => open--)
          reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy())
          reply.trailer('repr-digest', async () => `sha-256=:${hash.digest('base64')}:`)
          return (reply as FastifyReply)
            .headers({
              ...(range ? { 'x-block-range': `${range.first}-${range.last}` } : {}),
              'content-disposition': `attachment; filename="kindling-${chain.chainId}-${name}.${format}"`,
            })
            .type(FORMATS[format].type)
            .send(stream)
        },
      )
    }
  }
}

async function* lines(batches: AsyncIterable<ExportRow[]>, format: Format, hash: { update(text: string): unknown }) {
  let isFirst = true
  for await (const rows of batches) {
    const head = isFirst && format === 'csv' ? toCsvLine(Object.keys(rows[0]!)) : ''
    isFirst = false
    const text = head + (format === 'csv' ? toCsv(rows) : toNdjson(rows))
    hash.update(text)
    yield text
  }
}

/** An event's data as JSON of its own. */
const toNdjson = (rows: readonly ExportRow[]) =>
  rows
    .map((row) => {
      const { event_data } = row
      return `${JSON.stringify(typeof event_data === 'string' ? { ...row, event_data: parseExactJson(event_data) } : row)}\n`
    })
    .join('')

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
