import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createSessions } from '../../accounts/sessions.ts'
import { createSiweNonce } from '../../accounts/siweNonces.ts'
import { ensureWalletUser, linkWallet } from '../../accounts/users.ts'
import type { Config } from '../../lib/config.ts'
import { requireUser, userOf } from '../../plugins/auth.ts'
import { listChains } from '../../queries/listChains.ts'
import { CACHE, type RouteContext } from '../context.ts'
import { problem, ref } from '../schemas.ts'
import { Account, SignIn, SiweNonce, signedMessage, toAccount, toTokens } from './schemas.ts'

const BODY_LIMIT = 32 * 1024

export const siweRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool, config } = context
  const sessions = createSessions({
    pool,
    tokens: app.tokens,
    accessLifetimeMs: config.jwtAccessLifetimeMs,
    refreshLifetimeMs: config.jwtRefreshLifetimeMs,
  })
  const verify = async (signed: { message: string; signature: string }) => {
    // With viem, which takes a sixth of a second of each start: loaded when somebody comes with a wallet.
    const { verifySiwe } = await import('../../accounts/siwe.ts')
    return verifySiwe(
      {
        pool,
        isOwnDomain: createDomainCheck(config),
        chainIds: (await listChains(pool)).map((chain) => chain.chain_id),
        rpcUrlsOf: context.rpcUrlsOf ?? (() => config.rpcUrls),
      },
      signed,
    )
  }

  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', CACHE.never))

  app.post(
    '/auth/siwe/nonce/',
    {
      config: { limit: 'refresh', ignoresToken: true },
      schema: {
        operationId: 'createSiweNonce',
        tags: ['auth'],
        summary: 'A nonce for Sign-In with Ethereum',
        description: 'It goes into the message (EIP-4361) that the wallet signs, and counts once, for ten minutes.',
        response: { 200: ref(SiweNonce) },
      },
    },
    async () => {
      const { nonce, expiresAt } = await createSiweNonce(pool)
      return { nonce, expires_at: expiresAt.toISOString() }
    },
  )

  app.post(
    '/auth/siwe/verify/',
    {
      bodyLimit: BODY_LIMIT,
      config: { limit: 'signIn', ignoresToken: true },
      schema: {
        operationId: 'signInWithEthereum',
        tags: ['auth'],
        summary: 'Sign in with a wallet',
        description:
          'The message must name this site (PUBLIC_URL, CORS_ORIGINS) as its domain, a chain that is followed here, and a nonce from here. The account is made at the first sign-in.',
        body: signedMessage,
        response: { 200: ref(SignIn), 403: problem },
      },
    },
    async (request) => {
      const user = await ensureWalletUser(pool, await verify(request.body))
      return { ...toTokens(await sessions.start(user)), user: toAccount(user) }
    },
  )

  app.post(
    '/auth/siwe/link/',
    {
      bodyLimit: BODY_LIMIT,
      onRequest: requireUser,
      config: { limit: 'signIn' },
      schema: {
        operationId: 'linkWallet',
        tags: ['auth'],
        summary: 'Link a wallet to the account that is signed in',
        description: 'From then on the wallet signs in as this account.',
        security: [{ bearer: [] }],
        body: signedMessage,
        response: { 200: ref(Account), 409: problem },
      },
    },
    async (request) => toAccount(await linkWallet(pool, userOf(request).id, await verify(request.body))),
  )
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * A message signed for another site must not count here, and the Host header is the client's word: domains are those that
 * were configured, and outside production this machine's own.
 */
export function createDomainCheck(config: Config): (domain: string) => boolean {
  const hosts = new Set(
    [...config.publicUrls, ...config.corsOrigins].filter((url) => URL.canParse(url)).map((url) => new URL(url).host),
  )
  return (domain) => hosts.has(domain) || (!config.production && LOOPBACK.test(domain))
}
