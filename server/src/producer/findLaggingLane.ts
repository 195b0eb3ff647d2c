import type pg from 'pg'
import type { Broker } from '../broker/Broker.ts'
import type { ResendRequest } from '../broker/messages.ts'
import { laneQueue } from '../broker/topology.ts'

/**
 * A lane that stands behind the checkpoint although nothing waits in its queue: what it lacks was lost on the way (a purged
 * queue, a wiped broker), and on a quiet chain no later message would show it the gap.
 *
 * @returns the request the lane would have made, or null
 */
export async function findLaggingLane(
  pool: pg.Pool,
  broker: Broker,
  at: { chainId: number; partitions: number; epoch: number; block: number },
): Promise<ResendRequest | null> {
  const { chainId, partitions, epoch } = at
  for (let partition = 0; partition < partitions; partition++) {
    const lane = { chainId, partition, partitions }
    if ((await broker.depth(laneQueue(lane))) > 0) continue
    const { rows } = await pool.query(
      'select epoch, last_block, last_block_hash from consumer_state where chain_id = $1 and partition = $2',
      [chainId, partition],
    )
    const state = rows[0]
    if (state?.epoch === epoch && state.last_block >= at.block) continue
    return {
      v: 1,
      kind: 'resend',
      ...lane,
      epoch,
      afterBlock: state?.last_block ?? null,
      afterHash: state?.last_block_hash ?? null,
    }
  }
  return null
}
