import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { createJob } from '../../../desk/jobs.ts'
import { withTransaction } from '../../../lib/database.ts'
import { ProblemError } from '../../../plugins/problems.ts'
import { listLanes } from '../../../queries/desk/listDeskChains.ts'
import { deskJobs } from '../../../queries/desk/workLists.ts'
import { listChains } from '../../../queries/listChains.ts'
import type { RouteContext } from '../../context.ts'
import { ref } from '../../schemas.ts'
import { actorOf } from '../actorOf.ts'
import { findOne } from '../findOne.ts'
import { Job } from '../jobs/schemas.ts'
import { lanesOf, readChains, readQueues } from '../overview/readPipeline.ts'
import { createThroughput } from '../overview/throughput.ts'
import { body } from '../parameters.ts'
import { AdminChainList, QueueList } from './schemas.ts'

export const pipelineRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool, config, broker }) => {
  const rates = createThroughput()

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
    async () => {
      const [chains, lanes] = await Promise.all([readChains(pool, config, rates), listLanes(pool)])
      return wholeList(
        chains.map(({ chain, figures }) => ({
          id: chain.chain_id,
          ...figures,
          start_block: chain.start_block,
          factory_addresses: chain.factory_addresses,
          progress_percent: chain.progress_percent,
          eta_seconds: chain.eta_seconds,
          finalized_block: chain.finalized_block,
          dead_letters: chain.dead_letters,
          resync_job: chain.resync_job,
          checkpoint: chain.checkpoint,
          lanes: lanesOf(chain, lanes),
        })),
      )
    },
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
    async (request, reply) => {
      const { chain_id: chainId } = request.params
      const chains = await listChains(pool)
      if (!chains.some(({ chain_id }) => chain_id === chainId))
        throw new ProblemError('chain_not_found', `Chain ${chainId} is not followed here.`)
      const id = await withTransaction(pool, (tx) =>
        createJob(tx, actorOf(request), {
          kind: 'resync',
          chainId,
          parameters: { from_block: request.body.from_block },
        }),
      )
      reply.code(202)
      return findOne<Static<typeof Job>>(pool, deskJobs({ id }, '-id'), 'job_not_found', `job ${id}`)
    },
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
    async () => wholeList(await readQueues(pool, broker, await listLanes(pool))),
  )
}

/** Of what is always few. */
const wholeList = <Row>(results: Row[]) => ({
  count: results.length,
  next: null,
  previous: null,
  next_cursor: null,
  results,
})
