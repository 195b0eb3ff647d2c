import type { FastifyReply } from 'fastify'

/**
 * Aborts when the client goes away before its answer. Not `request.signal`: that follows the request's stream, which also closes
 * when a body has been read to its end.
 *
 * @param gone may be aborted for other reasons, too
 */
export function clientGone(reply: FastifyReply, gone = new AbortController()): AbortSignal {
  if (reply.raw.destroyed) gone.abort()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
