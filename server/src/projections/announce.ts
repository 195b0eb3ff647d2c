import type pg from 'pg'
import type { ChainEvent } from '../lib/ChainEvent.ts'

/** Larger batches are told as one: whoever listens asks for the state anew. */
const TOLD_ONE_BY_ONE = 500

/**
 * Adds a batch to the feed and wakes whoever listens when the transaction commits. Last of all: the feed's lock is one for
 * all lanes and held to the end.
 *
 * @param blockNumber the newest block of what was applied; the last one that stays after a revert
 */
export async function announce(
  tx: pg.ClientBase,
  chainId: number,
  kind: 'applied' | 'reverted',
  events: readonly ChainEvent[],
  blockNumber: number,
): Promise<void> {
  const told = events.length > TOLD_ONE_BY_ONE ? [] : events
  await tx.query({
    name: 'announce',
    text: `select add_to_feed($1, $2, $3, (
             select array_agg(events.id) from unnest($4::text[], $5::int[]) as told (block_hash, log_index)
             join events on events.chain_id = $1 and events.block_hash = told.block_hash
               and events.log_index = told.log_index
           ), $6)`,
    values: [
      chainId,
      kind,
      blockNumber,
      told.map((event) => event.blockHash),
      told.map((event) => event.logIndex),
      told.length === 0 ? null : [...new Set(told.map((event) => event.campaign))],
    ],
  })
}
