import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { AccountError } from '../../accounts/AccountError.ts'
import { usernameKey } from '../../accounts/foldUsername.ts'
import { createSessions } from '../../accounts/sessions.ts'
import { createUser, findBearer, findByPassword } from '../../accounts/users.ts'
import { requireUser, userOf } from '../../plugins/auth.ts'
import { clientOf, rateLimited } from '../../plugins/rateLimit.ts'
import { CACHE, type RouteContext } from '../context.ts'
import { problem, ref } from '../schemas.ts'
import { Account, credentials, refreshBody, SignIn, TokenAnswer, toAccount, tokenBody, toTokens } from './schemas.ts'

/** Larger than any of these bodies. */
const BODY_LIMIT = 16 * 1024
const FAILURE_WINDOW_MS = 15 * 60_000
/** Wrong passwords for one account: from one client, and from all together. */
const CLIENT_FAILURES = { max: 5, windowMs: FAILURE_WINDOW_MS }
const ACCOUNT_FAILURES = { max: 100, windowMs: FAILURE_WINDOW_MS }

export const authRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool, config }) => {
  const sessions = createSessions({
    pool,
    tokens: app.tokens,
    accessLifetimeMs: config.jwtAccessLifetimeMs,
    refreshLifetimeMs: config.jwtRefreshLifetimeMs,
  })

  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', CACHE.never))

  app.post(
    '/auth/register/',
    {
      bodyLimit: BODY_LIMIT,
      config: { limit: 'register', ignoresToken: true },
      schema: {
        operationId: 'register',
        tags: ['auth'],
        summary: 'Make an account and sign in',
        description:
          'Usernames that differ only in letter case or unicode form are the same. Passwords that are tried first are refused.',
        body: credentials,
        response: { 201: ref(SignIn), 409: problem },
      },
    },
    async (request, reply) => {
      const user = await createUser(pool, request.body)
      reply.code(201)
      return { ...toTokens(await sessions.start(user)), user: toAccount(user) }
    },
  )

  app.post(
    '/auth/token/',
    {
      bodyLimit: BODY_LIMIT,
      config: { limit: 'signIn', ignoresToken: true },
      schema: {
        operationId: 'signIn',
        tags: ['auth'],
        summary: 'Sign in with username and password',
        description: 'Five wrong passwords within 15 minutes close the account to that client for as long.',
        body: credentials,
        response: { 200: ref(SignIn), 403: problem },
      },
    },
    async (request) => {
      const { username, password } = request.body
      const failed = failuresOf(request, username)
      for (const [key, limit] of failed) {
        if (await app.limits.isReached(key, limit)) {
          throw rateLimited(limit, FAILURE_WINDOW_MS / 1000, 'wrong passwords')
        }
      }
      try {
        const user = await findByPassword(pool, username, password)
        return { ...toTokens(await sessions.start(user)), user: toAccount(user) }
      } catch (error) {
        if (error instanceof AccountError) for (const [key, limit] of failed) await app.limits.add(key, limit)
        throw error
      }
    },
  )

  app.post(
    '/auth/token/refresh/',
    {
      bodyLimit: BODY_LIMIT,
      config: { limit: 'refresh', ignoresToken: true },
      schema: {
        operationId: 'refreshToken',
        tags: ['auth'],
        summary: 'The next pair of tokens',
        description: 'A refresh token counts once. Used twice, it ends the whole session: two hold it.',
        body: refreshBody,
        response: { 200: ref(TokenAnswer) },
      },
    },
    async (request) => toTokens(await sessions.rotate(request.body.refresh)),
  )

  app.post(
    '/auth/token/verify/',
    {
      bodyLimit: BODY_LIMIT,
      config: { ignoresToken: true },
      schema: {
        operationId: 'verifyToken',
        tags: ['auth'],
        summary: 'Whether an access token counts, and whose it is',
        body: tokenBody,
        response: { 200: ref(Account) },
      },
    },
    async (request) => {
      const user = await findBearer(pool, await app.tokens.verify(request.body.token, 'access'))
      if (user === undefined) throw new AccountError('token_invalid', 'The token no longer counts: sign in again.')
      return toAccount(user)
    },
  )

  app.post(
    '/auth/logout/',
    {
      bodyLimit: BODY_LIMIT,
      config: { ignoresToken: true },
      schema: {
        operationId: 'signOut',
        tags: ['auth'],
        summary: 'End a session',
        description: 'Its refresh token and its access tokens no longer count.',
        body: refreshBody,
        response: { 204: Type.Null({ description: 'Signed out' }) },
      },
    },
    async (request, reply) => {
      await sessions.end(request.body.refresh)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/auth/me/',
    {
      onRequest: requireUser,
      schema: {
        operationId: 'getMe',
        tags: ['auth'],
        summary: 'The account that is signed in',
        security: [{ bearer: [] }],
        response: { 200: ref(Account) },
      },
    },
    async (request) => toAccount(userOf(request)),
  )
}

function failuresOf(request: FastifyRequest, username: string) {
  const account = usernameKey(username)
  return [
    [`failed:${clientOf(request)}:${account}`, CLIENT_FAILURES],
    [`failed:${account}`, ACCOUNT_FAILURES],
  ] as const
}
