import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { RouteContext } from '../../context.ts'
import { ref } from '../../schemas.ts'
import { notThere } from '../notThere.ts'
import { body } from '../parameters.ts'
import { AdminChainList, Job, QueueList } from '../schemas.ts'

export const pipelineRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app) => {
  app.get(
    '/chains/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'listAdminChains',
        summary: 'How far each chain is followed, lane by lane',
        response: { 200: ref(AdminChainList) },
      },
    },
    async () => notThere(),
  )

  app.post(
    '/chains/:chain_id/resync/',
    {
      config: { role: 'admin' },
      schema: {
        operationId: 'resyncChain',
        summary: 'Take back everything from a block on and index it anew',
        description: 'A job, the same as `kindling producer resync`. A producer halted at a deep reorg then goes on.',
        params: Type.Object({
          chain_id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: 'The chain' }),
        }),
        body: body({
          from_block: Type.Integer({
            minimum: 0,
            maximum: Number.MAX_SAFE_INTEGER,
            description: 'The first block that may be wrong',
          }),
        }),
        response: { 202: ref(Job) },
      },
    },
    async () => notThere(),
  )

  app.get(
    '/queues/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'listAdminQueues',
        summary: 'What waits in each queue, and who reads it',
        response: { 200: ref(QueueList) },
      },
    },
    async () => notThere(),
  )
}
