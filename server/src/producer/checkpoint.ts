import type pg from 'pg'
import type { BlockHeader } from '../chain/readBlock.ts'
import { KindlingError } from '../lib/errors.ts'

/** A block that everything up to it is settled at. `time` is unix seconds. */
export interface Anchor {
  block: number
  hash: string
  time: number
}

/** The producer's place in its stream: the last confirmed message, and the block it reached. */
export interface Checkpoint extends Anchor {
  epoch: number
  seq: number
}

/** Another producer began an epoch: this one must not write any more. */
export class ProducerFencedError extends KindlingError {
  constructor(chainId: number, epoch: number) {
    super('producer_fenced', `Another producer of chain ${chainId} took over from epoch ${epoch}.`, { retryable: true })
  }
}

export async function loadCheckpoint(pool: pg.Pool, chainId: number): Promise<{ block: number; hash: string } | null> {
  const { rows } = await pool.query('select last_block, last_block_hash from sync_state where chain_id = $1', [chainId])
  return rows[0] ? { block: rows[0].last_block, hash: rows[0].last_block_hash } : null
}

/**
 * Begins an epoch at `anchor` before anything of it is published, so that no two epochs ever have one number. What is
 * remembered of blocks above the anchor is forgotten.
 *
 * @returns the epoch's number
 */
export async function saveEpoch(pool: pg.Pool, chainId: number, anchor: Anchor, head: BlockHeader): Promise<number> {
  const { rows } = await pool.query(
    `with forgotten as (delete from blocks where chain_id = $1 and number > $2),
          remembered as (
            insert into blocks (chain_id, number, hash) values ($1, $2, $3)
            on conflict (chain_id, number) do update set hash = excluded.hash
          )
     insert into sync_state (chain_id, epoch, seq, last_block, last_block_hash, chain_head, chain_head_time, catch_up_from)
     values ($1, 1, 0, $2, $3, $4, to_timestamp($5), $2)
     on conflict (chain_id) do update set
       epoch = sync_state.epoch + 1, seq = 0, last_block = excluded.last_block, last_block_hash = excluded.last_block_hash,
       chain_head = excluded.chain_head, chain_head_time = excluded.chain_head_time,
       catch_up_from = excluded.catch_up_from, catch_up_started_at = now(), halted_reason = null, updated_at = now()
     returning epoch`,
    [chainId, anchor.block, anchor.hash, head.number, head.time],
  )
  return rows[0].epoch
}

/**
 * Moves the checkpoint after the broker confirmed, remembers the range's hashes and forgets those below the window.
 *
 * @throws ProducerFencedError when another producer began an epoch
 */
export async function saveCheckpoint(
  pool: pg.Pool,
  chainId: number,
  checkpoint: Checkpoint,
  headers: BlockHeader[],
  windowStart: number,
): Promise<void> {
  const { rowCount } = await pool.query({
    name: 'save-checkpoint',
    text: `with remembered as (
             insert into blocks (chain_id, number, hash)
             select $1::bigint, number, hash from unnest($6::bigint[], $7::text[]) as row (number, hash)
             on conflict (chain_id, number) do update set hash = excluded.hash
           ), forgotten as (
             delete from blocks where chain_id = $1 and number < $8
           )
           update sync_state set seq = $3, last_block = $4, last_block_hash = $5, updated_at = now()
           where chain_id = $1 and epoch = $2`,
    values: [
      chainId,
      checkpoint.epoch,
      checkpoint.seq,
      checkpoint.block,
      checkpoint.hash,
      headers.map((header) => header.number),
      headers.map((header) => header.hash),
      windowStart,
    ],
  })
  if (rowCount === 0) throw new ProducerFencedError(chainId, checkpoint.epoch)
}

/** What the node says of its head; also the producer's sign of life. */
export async function saveHead(
  pool: pg.Pool,
  chainId: number,
  epoch: number,
  head: BlockHeader,
  finalizedBlock: number,
): Promise<void> {
  const { rowCount } = await pool.query({
    name: 'save-head',
    text: `update sync_state set chain_head = $3, chain_head_time = to_timestamp($4), finalized_block = $5, updated_at = now()
           where chain_id = $1 and epoch = $2`,
    values: [chainId, epoch, head.number, head.time, finalizedBlock],
  })
  if (rowCount === 0) throw new ProducerFencedError(chainId, epoch)
}

/** Says why the producer stopped for good; `/health/ready` repeats it. */
export async function saveHalt(pool: pg.Pool, chainId: number, reason: string): Promise<void> {
  await pool.query('update sync_state set halted_reason = $2, updated_at = now() where chain_id = $1', [
    chainId,
    reason,
  ])
}
