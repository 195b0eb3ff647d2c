import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getDeskCounts, listRecentErrors } from '../../../queries/desk/getDeskCounts.ts'
import { listLanes } from '../../../queries/desk/listDeskChains.ts'
import { listRpcEndpoints, type RpcEndpoint as RpcEndpointRecord } from '../../../queries/listRpcEndpoints.ts'
import type { RouteContext } from '../../context.ts'
import { ref } from '../../schemas.ts'
import { consumersOf, readChains, readQueues } from './readPipeline.ts'
import { Overview } from './schemas.ts'
import { createThroughput } from './throughput.ts'

export const overviewRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool, config, broker }) => {
  const rates = createThroughput()
  app.get(
    '/overview/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'getAdminOverview',
        summary: 'How this deployment does, at a glance',
        description: 'Ask every few seconds: rates are between looks.',
        response: { 200: ref(Overview) },
      },
    },
    async () => {
      const [chains, lanes, endpoints, counts, recentErrors] = await Promise.all([
        readChains(pool, config, rates),
        listLanes(pool),
        listRpcEndpoints(pool),
        getDeskCounts(pool),
        listRecentErrors(pool),
      ])
      const queues = await readQueues(pool, broker, lanes)
      return {
        chains: chains.map(({ figures }) => figures),
        queues,
        consumers: consumersOf(lanes, queues),
        rpc_endpoints: endpoints.map(toEndpoint),
        dead_letters: counts.dead_letters,
        metadata: {
          pending: counts.metadata_pending,
          resolved: counts.metadata_resolved,
          failed: counts.metadata_failed,
        },
        reports_open: counts.reports_open,
        jobs_running: counts.jobs_running,
        recent_errors: recentErrors,
      }
    },
  )
}

const toEndpoint = (endpoint: RpcEndpointRecord) => ({
  id: `${endpoint.chain_id}:${endpoint.position}`,
  chain_id: endpoint.chain_id,
  origin: endpoint.origin,
  state: endpoint.state,
  consecutive_failures: endpoint.consecutive_failures,
  limit: endpoint.concurrency,
  requests: endpoint.requests,
  failures: endpoint.failures,
  last_error: endpoint.last_error,
  last_ok_at: endpoint.last_ok_at,
  retry_at: endpoint.retry_at,
})
