import type pg from 'pg'
import { askBroker, type DeskBroker } from '../../../desk/DeskBroker.ts'
import type { Config } from '../../../lib/config.ts'
import { countWorkers, listJobQueues, withoutPaths } from '../../../queries/desk/getDeskCounts.ts'
import { type DeskChain, type DeskLane, listDeskChains } from '../../../queries/desk/listDeskChains.ts'
import type { createThroughput } from './throughput.ts'

export const laneQueueName = (lane: Pick<DeskLane, 'chain_id' | 'partition' | 'partitions'>) =>
  `kindling.${lane.chain_id}.${lane.partition}of${lane.partitions}`

const redacted = (text: string | null) => (text === null ? null : withoutPaths(text))

/** What overview and list tell of a chain. */
export async function readChains(pool: pg.Pool, config: Config, rates: ReturnType<typeof createThroughput>) {
  const chains = await listDeskChains(pool, config)
  return chains.map((chain) => ({
    chain,
    figures: {
      chain_id: chain.chain_id,
      name: chain.name,
      state: chain.state,
      last_block: chain.last_block,
      chain_head: chain.chain_head,
      lag_blocks: chain.lag_blocks,
      lag_seconds: chain.lag_seconds,
      ...rates(chain.chain_id, chain.last_block, chain.events_count),
      halted_reason: redacted(chain.halted_reason),
      failing_reason: redacted(chain.failing_reason),
    },
  }))
}

/** Every queue, the worker's too. What the broker does not answer in time is null. */
export async function readQueues(pool: pg.Pool, broker: DeskBroker | undefined, lanes: readonly DeskLane[]) {
  const ask = async (queue: string) => {
    const [depth, consumers] = await Promise.all([askBroker(broker?.depth(queue)), askBroker(broker?.consumers(queue))])
    return { id: queue, queue, depth, consumers }
  }
  const chainIds = [...new Set(lanes.map((lane) => lane.chain_id))]
  const [ofLanes, controls, letters, jobs, workers] = await Promise.all([
    Promise.all(lanes.map(async (lane) => ({ lane, ...(await ask(laneQueueName(lane))) }))),
    Promise.all(chainIds.map(async (chainId) => ({ chainId, ...(await ask(`kindling.${chainId}.control`)) }))),
    broker?.kind === 'rabbitmq' ? ask('kindling.dead-letters') : undefined,
    listJobQueues(pool),
    countWorkers(pool),
  ])
  return [
    ...ofLanes.map(({ lane, depth, ...queue }) => ({
      ...queue,
      chain_id: lane.chain_id,
      kind: 'lane' as const,
      depth: depth ?? lane.depth,
      oldest_unacknowledged_seconds: lane.oldest_unacknowledged_seconds,
    })),
    ...controls.map(({ chainId, ...queue }) => ({
      ...queue,
      chain_id: chainId,
      kind: 'control' as const,
      oldest_unacknowledged_seconds: 0,
    })),
    ...(letters
      ? [{ ...letters, chain_id: null, kind: 'dead-letters' as const, oldest_unacknowledged_seconds: 0 }]
      : []),
    ...jobs.map(({ identifier, depth, oldest_seconds }) => ({
      id: identifier,
      queue: identifier,
      chain_id: null,
      kind: 'jobs' as const,
      depth,
      oldest_unacknowledged_seconds: oldest_seconds,
      consumers: workers,
    })),
  ]
}

type ReadQueues = Awaited<ReturnType<typeof readQueues>>

export function consumersOf(lanes: readonly DeskLane[], queues: ReadQueues) {
  return lanes.map((lane) => {
    const queue = laneQueueName(lane)
    return {
      queue,
      chain_id: lane.chain_id,
      partition: lane.partition,
      connected: queues.find((one) => one.queue === queue)?.consumers ?? null,
      epoch: lane.epoch,
      seq: lane.seq,
      last_block: lane.last_block,
      updated_at: lane.updated_at?.toISOString() ?? null,
      silent_seconds: lane.updated_at && Math.max(0, Math.floor((Date.now() - lane.updated_at.getTime()) / 1000)),
    }
  })
}

/** The lanes of a chain as the pipeline's page shows them. */
export function lanesOf(chain: DeskChain, lanes: readonly DeskLane[]) {
  return lanes
    .filter((lane) => lane.chain_id === chain.chain_id)
    .map((lane) => ({
      partition: lane.partition,
      queue: laneQueueName(lane),
      epoch: lane.epoch,
      seq: lane.seq,
      last_block: lane.last_block,
      last_block_hash: lane.last_block_hash,
      published_epoch: lane.published_epoch,
      published_seq: lane.published_seq,
      published_block: lane.published_block,
      depth: lane.depth,
      oldest_unacknowledged_seconds: lane.oldest_unacknowledged_seconds,
      updated_at: lane.updated_at?.toISOString() ?? null,
    }))
}
