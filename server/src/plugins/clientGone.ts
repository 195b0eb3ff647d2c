import type { FastifyReply } from 'fastify'

/**
 * Aborts when the client goes away before its answer. Not `request.signal`: that follows the request's stream, which also closes
 * when a body has been read to its end.
 */
export function clientGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  if (reply.raw.destroyed) gone.abort()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
