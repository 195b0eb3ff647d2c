import type pg from 'pg'
import { Gauge, type Registry } from 'prom-client'
import { listPipelineFigures, type PipelineFigures } from '../queries/listPipelineFigures.ts'
import { listRpcEndpoints, type RpcEndpoint } from '../queries/listRpcEndpoints.ts'

const GAUGES: { name: string; help: string; of: (figures: PipelineFigures) => number | null }[] = [
  {
    name: 'kindling_lag_blocks',
    help: "Blocks between the chain's head and the tables.",
    of: ({ lag_blocks }) => lag_blocks,
  },
  {
    name: 'kindling_lag_seconds',
    help: "The same in the chain's own time.",
    of: ({ lag_seconds }) => lag_seconds,
  },
  {
    name: 'kindling_queue_depth',
    help: 'Messages waiting in the queues of the chain.',
    of: ({ queue_depth }) => queue_depth,
  },
  {
    name: 'kindling_oldest_unacknowledged_seconds',
    help: 'How long the longest waiting message has waited at least.',
    of: ({ oldest_unacknowledged_seconds }) => oldest_unacknowledged_seconds,
  },
  {
    name: 'kindling_producer_silent_seconds',
    help: 'Since the producer last looked at the head.',
    of: ({ producer_silent_seconds }) => producer_silent_seconds,
  },
  {
    name: 'kindling_producer_failing_seconds',
    help: 'Since when the producer has not got on; 0 while it does.',
    of: ({ failing_seconds }) => failing_seconds,
  },
  {
    name: 'kindling_chain_dead_letters',
    help: 'Messages of the chain that could not be applied.',
    of: ({ dead_letters }) => dead_letters,
  },
  {
    name: 'kindling_halted',
    help: '1 when the producer has stopped until someone repairs the chain.',
    of: ({ halted_reason }) => (halted_reason === null ? 0 : 1),
  },
]

const ENDPOINT_GAUGES: { name: string; help: string; of: (endpoint: RpcEndpoint) => number }[] = [
  {
    name: 'kindling_rpc_endpoint_up',
    help: '1 when the last request to the endpoint succeeded, 0 when it fails or nobody asks it.',
    of: ({ state }) => (state === 'healthy' ? 1 : 0),
  },
  {
    name: 'kindling_rpc_endpoint_consecutive_failures',
    help: 'Requests in a row that the endpoint failed.',
    of: ({ consecutive_failures }) => consecutive_failures,
  },
  {
    name: 'kindling_rpc_endpoint_concurrency',
    help: 'Requests that the endpoint gets at once at the moment.',
    of: ({ concurrency }) => concurrency,
  },
]

/**
 * Gauges of the pipeline, read from the tables: whichever process is asked, the figures are the deployment's.
 *
 * @returns what brings them up to date, to be called before each scrape is answered
 */
export function addPipelineMetrics(registry: Registry, pool: pg.Pool): () => Promise<void> {
  const gauges = GAUGES.map(({ name, help, of }) => ({
    gauge: new Gauge({ name, help, labelNames: ['chain_id'], registers: [registry] }),
    of,
  }))
  const endpointGauges = ENDPOINT_GAUGES.map(({ name, help, of }) => ({
    gauge: new Gauge({ name, help, labelNames: ['chain_id', 'position', 'endpoint'], registers: [registry] }),
    of,
  }))
  return async () => {
    const chains = await listPipelineFigures(pool)
    for (const { gauge, of } of gauges) {
      gauge.reset()
      for (const figures of chains) gauge.set({ chain_id: figures.chain_id }, of(figures) ?? 0)
    }
    const endpoints = await listRpcEndpoints(pool)
    for (const { gauge, of } of endpointGauges) {
      gauge.reset()
      for (const endpoint of endpoints) {
        const { chain_id, position, origin } = endpoint
        gauge.set({ chain_id, position, endpoint: origin }, of(endpoint))
      }
    }
  }
}
