import type { LaneMessage } from '../broker/messages.ts'

/** Where a lane stands: the last message it applied, and the block it reached by it. */
export interface LaneState {
  epoch: number
  seq: number
  lastBlock: number
  lastBlockHash: string
}

/**
 * - `apply`: continues what the lane holds
 * - `old`: already applied, or from a stream that a newer epoch replaced; acknowledged and nothing done
 * - `gap`: something before it is missing; nothing done, and the missing part is asked for
 */
export type Decision = 'apply' | 'old' | 'gap'

/**
 * Whether a message continues what the lane holds. Within an epoch messages follow one another by number, block and
 * hash; a new epoch begins with a rollback to a block that the lane has reached.
 *
 * @param state null for a lane that never applied anything
 */
export function decide(state: LaneState | null, message: LaneMessage): Decision {
  if (state === null) return message.kind === 'rollback' && message.origin ? 'apply' : 'gap'
  if (message.epoch < state.epoch) return 'old'
  if (message.epoch === state.epoch && message.seq <= state.seq) return 'old'
  if (message.kind === 'rollback') {
    if (message.toBlock < state.lastBlock) return state.epoch >= message.sinceEpoch ? 'apply' : 'gap'
    return message.toBlock === state.lastBlock && message.toHash === state.lastBlockHash ? 'apply' : 'gap'
  }
  const follows =
    message.epoch === state.epoch &&
    message.seq === state.seq + 1 &&
    message.fromBlock === state.lastBlock + 1 &&
    message.parentHash === state.lastBlockHash
  return follows ? 'apply' : 'gap'
}
