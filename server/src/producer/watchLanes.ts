import type pg from 'pg'
import type { Broker } from '../broker/Broker.ts'
import type { ResendRequest } from '../broker/messages.ts'
import { laneQueue } from '../broker/topology.ts'
import type { LaneCursor } from './lanes.ts'

/** Looks for lanes that lost messages; to be called every few seconds. */
export type LaneWatch = (lanes: LaneCursor[]) => Promise<ResendRequest[]>

/** Looks between two requests for the same part, doubling: a lane may be unable to apply what it is sent. */
const FIRST_PATIENCE = 1
const MAX_PATIENCE = 12

interface Seen {
  position: string
  /** Looks until the lane counts as stuck. */
  patience: number
  waited: number
}

/**
 * A lane that stands behind although nothing waits in its queue, and that has not moved since the last look: what it lacks was
 * lost on the way (a purged queue, a wiped broker), and on a quiet chain no later message would show it the gap. The requests
 * are those the lanes would have made.
 */
export function watchLanes(pool: pg.Pool, broker: Broker, chain: { chainId: number; partitions: number }): LaneWatch {
  const seen = new Map<number, Seen>()
  return async (lanes) => {
    const requests: ResendRequest[] = []
    for (const { partition, epoch, block } of lanes) {
      const lane = { ...chain, partition }
      const depth = await broker.depth(laneQueue(lane))
      const state = await saveDepth(pool, lane, depth)
      const caughtUp = state?.epoch === epoch && state.last_block >= block
      if (depth > 0 || state?.busy || caughtUp) {
        if (caughtUp) seen.delete(partition)
        continue
      }
      if (!isStuck(seen, partition, `${state?.epoch} ${state?.seq} of ${epoch}`)) continue
      requests.push({
        v: 1,
        kind: 'resend',
        ...lane,
        epoch,
        afterBlock: state?.last_block ?? null,
        afterHash: state?.last_block_hash ?? null,
      })
    }
    return requests
  }
}

function isStuck(seen: Map<number, Seen>, partition: number, position: string): boolean {
  const before = seen.get(partition)
  if (before === undefined || before.position !== position) {
    seen.set(partition, { position, patience: before?.patience ?? FIRST_PATIENCE, waited: 0 })
    return false
  }
  before.waited++
  if (before.waited < before.patience) return false
  seen.set(partition, { position, patience: Math.min(MAX_PATIENCE, before.patience * 2), waited: 0 })
  return true
}

/**
 * Writes the depth down for readiness and metrics, and answers where the consumer stands. `busy`: a consumer holds the lane's row,
 * as it does while it applies a message; RabbitMQ does not count that one among those waiting.
 */
async function saveDepth(
  pool: pg.Pool,
  lane: { chainId: number; partition: number },
  depth: number,
): Promise<{ epoch: number; seq: number; last_block: number; last_block_hash: string; busy: boolean } | undefined> {
  const { rows } = await pool.query({
    name: 'save-depth',
    text: `with counted as (
             update lanes set depth = $3, updated_at = now() where chain_id = $1 and partition = $2
           ), free as (
             select from consumer_state where chain_id = $1 and partition = $2 for key share skip locked
           )
           select epoch, seq, last_block, last_block_hash, not exists (select from free) as busy
           from consumer_state where chain_id = $1 and partition = $2`,
    values: [lane.chainId, lane.partition, depth],
  })
  return rows[0]
}
