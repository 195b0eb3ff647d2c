import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** A strong ETag over the body of every answered GET and HEAD, and 304 to who has it already (RFC 9110, section 13.1.2). */
export function addEtag(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const readable = request.method === 'GET' || request.method === 'HEAD'
    if (!readable || reply.statusCode !== 200) return payload
    let etag = reply.getHeader('etag') as string | undefined
    if (etag === undefined) {
      if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
      etag = etagOf(payload)
      reply.header('etag', etag)
    }
    if (!isAmong(etag, request.headers['if-none-match'])) return payload
    reply.code(304).removeHeader('content-length').removeHeader('content-type')
    // Not '': with a Content-Length of 0 a cache would take the whole answer for empty (RFC 9110, section 8.6).
    return null
  })
}

export const etagOf = (body: string | Buffer) =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`

/** Weak comparison, as If-None-Match asks for. */
function isAmong(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const opaque = etag.replace(/^W\//, '')
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque)
}
