import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { type OpenFile, openFile } from '../../ipfs/fetchFile.ts'
import { SNIFFED_BYTES, sniffContent } from '../../ipfs/images/sniffContent.ts'
import type { ContentRequest } from './ContentRequest.ts'
import { rangeProblem } from './contentProblem.ts'
import { readRange } from './readRange.ts'
import { isAmong, sendHeaders } from './sendHeaders.ts'

/**
 * The bytes of a file, or the part of it that a Range asks for. Held are at most the first MiB and the blocks read ahead,
 * however large it is; one that turns out broken in the middle ends the connection short of its Content-Length.
 */
export async function answerFile(asked: ContentRequest): Promise<FastifyReply> {
  const { request, reply, root, fetching, intime } = asked
  const file = await intime(openFile(root, fetching))
  const etag = `"${file.cid.toV1()}"`
  const head = await intime(read(file, 0, Math.min(file.size, SNIFFED_BYTES)))
  const { contentType, inline } = sniffContent(head, head.byteLength === file.size)
  sendHeaders(asked, { etag, type: contentType, inline }).header('accept-ranges', 'bytes')
  if (isAmong(etag, request.headers['if-none-match'])) return reply.code(304).send()

  const wanted = isCurrent(etag, request.headers['if-range']) ? readRange(request.headers.range, file.size) : undefined
  if (wanted === 'unsatisfiable') throw rangeProblem(file.size)
  const { start, end } = wanted ?? { start: 0, end: file.size }
  if (wanted) reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${file.size}`)
  reply.header('content-length', end - start)
  // HEAD answers with the length of what GET would send.
  if (request.method === 'HEAD') return reply.send(Readable.from([]))
  if (end <= head.byteLength) return reply.send(head.subarray(start, end))
  return reply.send(Readable.from(rest(file, head, start, end), { objectMode: false }))
}

async function read(file: OpenFile, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(end - start)
  let at = 0
  for await (const part of file.read(start, end)) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes
}

async function* rest(file: OpenFile, head: Buffer, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (start < head.byteLength) yield head.subarray(start)
  yield* file.read(Math.max(start, head.byteLength), end)
}

/** If-Range: only a strong match makes a range count; a date never does, as content here has none (RFC 9110, 13.1.5). */
const isCurrent = (etag: string, ifRange: unknown): boolean => ifRange === undefined || ifRange === etag
