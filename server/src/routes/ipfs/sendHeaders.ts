import type { FastifyReply } from 'fastify'
import type { ContentRequest } from './ContentRequest.ts'

/** What every answer with content says: it is for ever, what it is, and that nothing of it may run as part of this origin. */
export function sendHeaders(
  { reply, access }: Pick<ContentRequest, 'reply' | 'access'>,
  { etag, type, inline, name }: { etag: string; type: string; inline: boolean; name?: string },
): FastifyReply {
  return reply
    .headers({
      etag,
      'cache-control': `${access}, max-age=31536000, immutable`,
      'content-disposition': inline ? 'inline' : name ? `attachment; filename="${name}"` : 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      // Accept chooses between pictures, blocks and files; what is for one user is for whoever sends his token.
      vary: access === 'private' ? 'Accept, Authorization' : 'Accept',
    })
    .type(type)
}

/** Weak comparison, as If-None-Match asks for. */
export function isAmong(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
