import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { AccountError } from '../accounts/AccountError.ts'
import { createTokens, type Tokens } from '../accounts/tokens.ts'
import { findBearer, type Role, type User } from '../accounts/users.ts'
import type { Config } from '../lib/config.ts'
import { ProblemError } from './problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent a valid access token; null for everybody else. */
    user: User | null
    /** What is wrong with the token sent. */
    tokenFault: unknown
  }
  interface FastifyInstance {
    tokens: Tokens
  }
  interface FastifyContextConfig {
    /** Whatever Authorization says is not read: who signs in may still send an old token. */
    ignoresToken?: boolean
  }
}

const RANK: Record<Role, number> = { user: 0, staff: 1, admin: 2 }

/**
 * Reads the bearer token before requests are counted, so that a user's requests count for the user. The account is read
 * each time: who was demoted, signed out or deleted is so at once.
 */
export function addAuth(app: FastifyInstance, config: Config, pool: pg.Pool): void {
  const tokens = createTokens([config.jwtSecret, ...config.jwtPreviousSecrets])
  app.decorate('tokens', tokens)
  app.decorateRequest('user', null)
  app.decorateRequest('tokenFault', undefined)
  async function identify(request: FastifyRequest, authorization: string): Promise<void> {
    try {
      const claims = await tokens.verify(bearerOf(authorization), 'access')
      const user = await findBearer(pool, claims)
      if (user === undefined) throw new AccountError('token_invalid', 'The token no longer counts: sign in again.')
      request.user = user
    } catch (error) {
      // Thrown on after the request is counted: guessing tokens is limited too.
      request.tokenFault = error
    }
  }
  app.addHook('onRequest', (request, _reply, done) => {
    const { authorization } = request.headers
    if (authorization === undefined) return done()
    const { ignoresToken, unlimited } = request.routeOptions.config ?? {}
    if (ignoresToken || unlimited) return done()
    void identify(request, authorization).then(() => done())
  })
}

/** Refuses what came with a bad token: after the limits, before everything else. */
export function addTokenRefusal(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => done(request.tokenFault as Error | undefined))
}

function bearerOf(authorization: string): string {
  const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)
  if (!match) throw new AccountError('token_invalid', 'Authorization must be Bearer and an access token.')
  return match[1]!
}

/** A route's onRequest hook: only for who is signed in. @throws ProblemError token_missing */
export async function requireUser(request: FastifyRequest, _reply?: FastifyReply): Promise<void> {
  userOf(request)
}

/** A route's onRequest hook: only for this role or a higher one. */
export function requireRole(role: Role) {
  return async (request: FastifyRequest, _reply?: FastifyReply): Promise<void> => {
    const user = userOf(request)
    if (RANK[user.role] < RANK[role]) {
      throw new ProblemError(
        'role_required',
        `This is for the role ${role}; account ${user.id} has the role ${user.role}.`,
      )
    }
  }
}

/** Who is signed in. @throws ProblemError token_missing */
export function userOf(request: FastifyRequest): User {
  if (request.user === null) {
    throw new ProblemError('token_missing', 'This needs an access token: Authorization: Bearer.', {
      headers: { 'www-authenticate': 'Bearer' },
    })
  }
  return request.user
}
