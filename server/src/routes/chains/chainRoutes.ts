import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../plugins/problems.ts'
import { getSyncState } from '../../queries/getSyncState.ts'
import { listChains } from '../../queries/listChains.ts'
import { CACHE, type RouteContext } from '../context.ts'
import { ref } from '../schemas.ts'
import { Chain, SyncState } from './schemas.ts'

const params = Type.Object({
  chain_id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: "The chain's id (EIP-155)" }),
})

export const chainRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool, config }) => {
  const missing = (chainId: number) => new ProblemError('chain_not_found', `Chain ${chainId} is not followed here.`)

  app.get(
    '/chains/',
    {
      schema: {
        operationId: 'listChains',
        tags: ['chains'],
        summary: 'The chains followed',
        description: 'A plain array, the first chain first: the one that is meant where chain_id is left out.',
        response: { 200: Type.Array(ref(Chain)) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', CACHE.rarely)
      return listChains(pool)
    },
  )

  app.get(
    '/chains/:chain_id/',
    {
      schema: {
        operationId: 'getChain',
        tags: ['chains'],
        summary: 'One chain',
        params,
        response: { 200: ref(Chain) },
      },
    },
    async ({ params: { chain_id } }, reply) => {
      const chain = (await listChains(pool)).find((one) => one.chain_id === chain_id)
      if (chain === undefined) throw missing(chain_id)
      reply.header('cache-control', CACHE.rarely)
      return chain
    },
  )

  app.get(
    '/chains/:chain_id/sync-state/',
    {
      schema: {
        operationId: 'getSyncState',
        tags: ['chains'],
        summary: 'How far the tables follow the chain',
        description:
          'live: within 25 blocks (and CONFIRMATIONS) of the head. backfilling: further behind and moving. stalled: halted, or nothing heard for 60 s from whoever should be moving.',
        params,
        response: { 200: ref(SyncState) },
      },
    },
    async ({ params: { chain_id } }, reply) => {
      const state = await getSyncState(pool, chain_id, config)
      if (state === undefined) throw missing(chain_id)
      reply.header('cache-control', CACHE.live)
      if (state.last_block !== null) reply.header('x-block-number', state.last_block)
      return state
    },
  )
}
