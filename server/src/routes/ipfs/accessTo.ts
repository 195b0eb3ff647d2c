import type { FastifyRequest } from 'fastify'
import type { CID } from 'multiformats/cid'
import type pg from 'pg'
import { allSpellingsOf } from '../../ipfs/cid.ts'
import { isUploadOf } from '../../metadata/uploads/isUploadOf.ts'
import { isCidMentioned } from '../../queries/isCidMentioned.ts'
import type { MentionedParts } from './mentionedParts.ts'

export interface Asked {
  root: CID
  /** As it stands in the URL. */
  cidText: string
  /** Whether its block is asked for, and not what it means. */
  asBlock: boolean
}

/**
 * Who may read: everybody what a campaign speaks of, or a block of that; staff everything; the uploader what he brought.
 * This is no open proxy. `private` is not for caches that others share.
 */
export async function accessTo(
  { root, cidText, asBlock }: Asked,
  { pool, parts, user }: { pool: pg.Pool; parts: MentionedParts; user: FastifyRequest['user'] },
): Promise<'public' | 'private' | 'none'> {
  const spellings = allSpellingsOf(root, cidText)
  if (await isCidMentioned(pool, spellings)) return 'public'
  if (asBlock && (await parts.has(root))) return 'public'
  if (user === null) return 'none'
  if (user.role !== 'user' || (await isUploadOf(pool, user.id, spellings))) return 'private'
  return 'none'
}
