import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { ProblemError } from '../../plugins/problems.ts'
import { toCsvLine } from './toCsv.ts'

/** Each holds a connection for as long as its client reads. */
const MAX_EXPORTS = 4
/** A client that reads nothing for so long is hung up on. */
const STALLED_MS = 30_000

export const EXPORT_FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', documented: 'text/csv' },
  ndjson: { type: 'application/x-ndjson; charset=utf-8', documented: 'application/x-ndjson' },
} as const
export type ExportFormat = keyof typeof EXPORT_FORMATS

export interface ExportAnswer {
  batches: AsyncIterable<object[]>
  /** Of the CSV, in their order; left out: those of the first row, and nothing at all where there is none. */
  columns?: readonly string[]
  format: ExportFormat
  /** Without its ending. */
  fileName: string
}

/** The exports under way, of one app. */
const underway = new WeakMap<object, number>()

/** Streams rows as a file; the trailer tells its digest. @throws ProblemError too_many_streams */
export function sendExport(reply: FastifyReply, { batches, columns, format, fileName }: ExportAnswer): FastifyReply {
  const { server } = reply
  const open = underway.get(server.server) ?? 0
  if (open >= MAX_EXPORTS) {
    throw new ProblemError('too_many_streams', `${open} exports are under way; that is as many as there can be.`, {
      headers: { 'retry-after': '10' },
    })
  }
  underway.set(server.server, open + 1)
  const hash = createHash('sha256')
  const stream = Readable.from(lines(batches, columns, format, hash), { objectMode: false })
  stream.on('close', () => underway.set(server.server, (underway.get(server.server) ?? 1) - 1))
  reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy())
  reply.trailer('repr-digest', async () => `sha-256=:${hash.digest('base64')}:`)
  return reply
    .header('content-disposition', `attachment; filename="${fileName}.${format}"`)
    .type(EXPORT_FORMATS[format].type)
    .send(stream)
}

async function* lines(
  batches: AsyncIterable<object[]>,
  given: readonly string[] | undefined,
  format: ExportFormat,
  hash: { update(text: string): unknown },
) {
  const emit = (text: string) => {
    hash.update(text)
    return text
  }
  let columns = given
  if (format === 'csv' && columns) yield emit(toCsvLine(columns))
  for await (const rows of batches) {
    if (format === 'ndjson') {
      yield emit(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      continue
    }
    const names = columns ?? Object.keys(rows[0]!)
    const head = columns === undefined ? toCsvLine(names) : ''
    columns = names
    yield emit(
      head + rows.map((row) => toCsvLine(names.map((name) => (row as Record<string, unknown>)[name]))).join(''),
    )
  }
}
