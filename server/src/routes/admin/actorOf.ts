import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../audit/recordAction.ts'
import { userOf } from '../../plugins/auth.ts'

/** Who asks, for the audit log. */
export function actorOf(request: FastifyRequest): Actor {
  const { id, username, walletAddress } = userOf(request)
  return { name: username ?? walletAddress ?? `account ${id}`, id, requestId: request.id }
}
