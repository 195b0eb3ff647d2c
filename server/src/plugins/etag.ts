import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** A strong ETag over the body of every answered GET and HEAD, and 304 to who has it already (RFC 9110, section 13.1.2). */
export function addEtag(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const readable = request.method === 'GET' || request.method === 'HEAD'
    if (!readable || reply.statusCode !== 200) return done(null, payload)
    // As bytes at once: hashed, counted and written as they are.
    const body = typeof payload === 'string' ? Buffer.from(payload) : payload
    let etag = reply.getHeader('etag') as string | undefined
    if (etag === undefined) {
      if (!Buffer.isBuffer(body)) return done(null, body)
      etag = etagOf(body)
      reply.header('etag', etag)
    }
    if (!isAmong(etag, request.headers['if-none-match'])) return done(null, body)
    reply.code(304).removeHeader('content-length').removeHeader('content-type')
    // Not '': with a Content-Length of 0 a cache would take the whole answer for empty (RFC 9110, section 8.6). Of an answer to HEAD
    // Fastify lets the body go itself, and needs one for it.
    done(null, request.method === 'HEAD' ? body : null)
  })
}

export const etagOf = (body: Buffer) => `"${hash('sha256', body, 'base64url').slice(0, 27)}"`

/** Weak comparison, as If-None-Match asks for. */
export function isAmong(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const opaque = etag.replace(/^W\//, '')
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque)
}
