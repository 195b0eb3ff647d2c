import type pg from 'pg'
import { withTransaction } from '../lib/database.ts'
import { revertAbove } from '../projections/applyEvents.ts'
import { UnknownChainError } from './UnknownChainError.ts'

export interface Repartition {
  from: number | null
  to: number
  /** The block every new lane begins after; null when they begin with the chain. */
  block: number | null
}

/**
 * Divides a chain's lanes anew, in one transaction: what any old lane holds beyond the slowest of them is taken back, and all
 * new lanes begin there. The epoch that goes with it fences the running producer, and makes every message of the old lanes
 * old; a producer with the new number then sends each lane what it lacks, as after any gap. Nothing is lost, and nothing needs
 * to be stopped first.
 *
 * @throws UnknownChainError
 */
export async function repartition(pool: pg.Pool, chainId: number, partitions: number): Promise<Repartition> {
  return withTransaction(pool, async (tx) => {
    // First of all: consumers hold this row for share while they apply a message.
    const chain = await tx.query('select partitions from chains where chain_id = $1 for update', [chainId])
    if (chain.rows[0] === undefined) throw new UnknownChainError(chainId)
    const from: number | null = chain.rows[0].partitions
    const lanes = await tx.query(
      `select partition, partitions, last_block, last_block_hash, last_block_time from consumer_state
       where chain_id = $1 order by last_block, partition for update`,
      [chainId],
    )
    if (from === partitions) return { from, to: partitions, block: lanes.rows[0]?.last_block ?? null }
    await tx.query('update chains set partitions = $2, updated_at = now() where chain_id = $1', [chainId, partitions])
    const sync = await tx.query(
      'update sync_state set epoch = epoch + 1, halted_reason = null where chain_id = $1 returning epoch',
      [chainId],
    )
    // A lane that never applied anything has not even begun: then none has.
    const slowest = lanes.rows.length === from ? lanes.rows[0] : undefined
    for (const { partition, partitions: old } of lanes.rows) {
      await revertAbove(tx, { chainId, partition, partitions: old }, slowest?.last_block ?? -1)
    }
    await tx.query('delete from consumer_state where chain_id = $1', [chainId])
    await tx.query('delete from lanes where chain_id = $1', [chainId])
    if (slowest) {
      await tx.query(
        `insert into consumer_state (chain_id, partition, partitions, epoch, seq, last_block, last_block_hash, last_block_time)
         select $1, partition, $2, $3, 0, $4, $5, $6 from generate_series(0, $2 - 1) as partition`,
        [
          chainId,
          partitions,
          sync.rows[0]?.epoch ?? 0,
          slowest.last_block,
          slowest.last_block_hash,
          slowest.last_block_time,
        ],
      )
    }
    return { from, to: partitions, block: slowest?.last_block ?? null }
  })
}
