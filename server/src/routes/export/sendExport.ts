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
  /** Called once, when the last byte was handed on or the client has gone. */
  close(): Promise<void>
}

/** The exports under way, of one app. */
const underway = new WeakMap<object, number>()

/** Streams rows as a file; the trailer tells its digest. @throws ProblemError too_many_streams */
export async function sendExport(reply: FastifyReply, open: () => Promise<ExportAnswer>): Promise<FastifyReply> {
  const { server } = reply.server
  const count = underway.get(server) ?? 0
  if (count >= MAX_EXPORTS) {
    throw new ProblemError('too_many_streams', `${count} exports are under way; that is as many as there can be.`, {
      headers: { 'retry-after': '10' },
    })
  }
  underway.set(server, count + 1)
  const leave = () => underway.set(server, (underway.get(server) ?? 1) - 1)
  const { batches, columns, format, fileName, close } = await open().catch((error) => {
    leave()
    throw error
  })
  const hash = createHash('sha256')
  const stream = Readable.from(lines(batches, columns, format, hash), { objectMode: false })
  stream.on('close', () => {
    leave()
    void close()
  })
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
