import type pg from 'pg'
import type { BlockHeader } from '../chain/readBlock.ts'
import { KindlingError } from '../lib/errors.ts'
import type { LaneCursor } from './lanes.ts'

/** A block that everything up to it is settled at. `time` is unix seconds. */
export interface Anchor {
  block: number
  hash: string
  time: number
}

/** A place in a stream: the last confirmed message, and the block it reached. */
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

/** The chain's lanes were divided otherwise: messages for these would reach nobody. */
export class PartitionsMismatchError extends KindlingError {
  constructor(chainId: number, stored: number, configured: number) {
    super(
      'partitions_mismatch',
      `Chain ${chainId} is split into ${stored} partitions, but CONSUMER_PARTITIONS is ${configured}: set it to ${stored}, or run "kindling broker repartition" with ${configured}.`,
    )
  }
}

export async function loadCheckpoint(pool: pg.Pool, chainId: number): Promise<{ block: number; hash: string } | null> {
  const { rows } = await pool.query('select last_block, last_block_hash from sync_state where chain_id = $1', [chainId])
  return rows[0] ? { block: rows[0].last_block, hash: rows[0].last_block_hash } : null
}

/** By lane, the epoch in which it last got something: the checkpoint lies on the fork it was sent then. */
export async function loadLaneEpochs(pool: pg.Pool, chainId: number): Promise<Map<number, number>> {
  const { rows } = await pool.query('select partition, epoch from lanes where chain_id = $1', [chainId])
  return new Map(rows.map((row) => [row.partition, row.epoch]))
}

/**
 * The first producer of a chain decides how many lanes there are; later ones must be told the same.
 *
 * @throws PartitionsMismatchError
 */
export async function checkPartitions(pool: pg.Pool, chainId: number, partitions: number): Promise<void> {
  const { rows } = await pool.query(
    `with decided as (
       update chains set partitions = $2 where chain_id = $1 and partitions is null returning partitions
     )
     select coalesce((select partitions from decided), partitions) as partitions from chains where chain_id = $1`,
    [chainId, partitions],
  )
  const stored: number = rows[0]?.partitions ?? partitions
  if (stored !== partitions) throw new PartitionsMismatchError(chainId, stored, partitions)
}

// Normally that of sync_state; a consumer knows a higher one when the tables were wiped or restored and messages were not.
const NEXT_EPOCH = '(select coalesce(max(epoch), 0) + 1 from consumer_state where chain_id = $1)'

/**
 * Begins an epoch of every lane at `anchor` before anything of it is published, so that no two epochs ever have one number.
 * What is remembered of blocks above the anchor is forgotten.
 *
 * @param after the epoch this producer began last; null when it takes over from another
 * @returns the epoch's number
 * @throws ProducerFencedError when another producer began an epoch
 */
export async function saveEpoch(
  pool: pg.Pool,
  chain: { chainId: number; partitions: number },
  after: number | null,
  anchor: Anchor,
  head: BlockHeader,
): Promise<number> {
  const { rows } = await pool.query(
    `with begun as (
       insert into sync_state (chain_id, epoch, seq, last_block, last_block_hash, chain_head, chain_head_time, catch_up_from)
       select chain_id, ${NEXT_EPOCH}, 0, $2, $3, $4::bigint, to_timestamp($5), $2 from chains where chain_id = $1 and partitions = $6
       on conflict (chain_id) do update set
         epoch = greatest(sync_state.epoch + 1, excluded.epoch), seq = 0, last_block = excluded.last_block, last_block_hash = excluded.last_block_hash,
         chain_head = excluded.chain_head, chain_head_time = excluded.chain_head_time,
         catch_up_from = excluded.catch_up_from, catch_up_started_at = now(),
         halted_reason = null, updated_at = now()
       where $7::bigint is null or sync_state.epoch = $7
       returning epoch
     ), forgotten as (
       delete from blocks using begun where chain_id = $1 and number > $2
     ), remembered as (
       insert into blocks (chain_id, number, hash) select $1::bigint, $2::bigint, $3 from begun
       on conflict (chain_id, number) do update set hash = excluded.hash
     )
     select epoch from begun`,
    [chain.chainId, anchor.block, anchor.hash, head.number, head.time, chain.partitions, after],
  )
  if (rows[0] === undefined) throw new ProducerFencedError(chain.chainId, after ?? 0)
  return rows[0].epoch
}

/**
 * Begins an epoch of some lanes, while the others stay as they are.
 *
 * @param isReorg the anchor is a common ancestor: the checkpoint goes back to it, and blocks above it are forgotten
 * @throws ProducerFencedError when another producer began an epoch
 */
export async function saveLaneEpoch(
  pool: pg.Pool,
  chainId: number,
  after: number,
  anchor: Anchor,
  isReorg: boolean,
): Promise<number> {
  const { rows } = await pool.query(
    `with begun as (
       update sync_state set
         epoch = greatest(epoch + 1, ${NEXT_EPOCH}), catch_up_from = least(catch_up_from, $3),
         last_block = case when $5 then $3 else last_block end,
         last_block_hash = case when $5 then $4 else last_block_hash end, updated_at = now()
       where chain_id = $1 and epoch = $2 returning epoch
     ), forgotten as (
       delete from blocks using begun where chain_id = $1 and number > $3 and $5
     )
     select epoch from begun`,
    [chainId, after, anchor.block, anchor.hash, isReorg],
  )
  if (rows[0] === undefined) throw new ProducerFencedError(chainId, after)
  return rows[0].epoch
}

/**
 * Moves the checkpoint after the broker confirmed, remembers the range's hashes and forgets those below the window.
 *
 * The checkpoint is that of the lanes at the front. One behind them is behind because it asked for a part again; should this
 * process die, the next one's rollback message shows that lane what it lacks, and it asks again.
 *
 * @param front null when the lanes are behind the front: then only theirs is written down
 * @throws ProducerFencedError when another producer began an epoch
 */
export async function saveCheckpoint(
  pool: pg.Pool,
  chain: { chainId: number; partitions: number },
  epoch: number,
  lanes: LaneCursor[],
  front: { headers: BlockHeader[]; windowStart: number } | null,
): Promise<void> {
  const [{ block, hash, seq }] = lanes as [LaneCursor]
  const headers = front?.headers ?? []
  const { rowCount } = await pool.query({
    name: 'save-checkpoint',
    text: `with fence as (
             select chain_id from sync_state where chain_id = $1 and epoch = $2 for update
           ), remembered as (
             insert into blocks (chain_id, number, hash)
             select chain_id, number, hash from unnest($6::bigint[], $7::text[]) as row (number, hash), fence
             on conflict (chain_id, number) do update set hash = excluded.hash
           ), forgotten as (
             delete from blocks using fence where blocks.chain_id = fence.chain_id and number < $8
           ), moved as (
             insert into lanes as lane (chain_id, partition, partitions, epoch, seq, last_block)
             select chain_id, partition, $12, epoch, seq, $4::bigint
             from unnest($9::int[], $10::bigint[], $11::bigint[]) as row (partition, epoch, seq), fence
             on conflict (chain_id, partition) do update set
               partitions = excluded.partitions, epoch = excluded.epoch, seq = excluded.seq,
               last_block = excluded.last_block, updated_at = now(),
               waiting_since = case when exists (
                 select from consumer_state as state
                 where state.chain_id = lane.chain_id and state.partition = lane.partition
                   and (state.epoch, state.seq) >= (lane.epoch, lane.seq)
               ) then now() else lane.waiting_since end
           )
           update sync_state set
             seq = case when $13 then $3 else seq end, last_block = case when $13 then $4 else last_block end,
             last_block_hash = case when $13 then $5 else last_block_hash end, failing_since = null, updated_at = now()
           from fence where sync_state.chain_id = fence.chain_id`,
    values: [
      chain.chainId,
      epoch,
      seq,
      block,
      hash,
      headers.map((header) => header.number),
      headers.map((header) => header.hash),
      front?.windowStart ?? -1,
      lanes.map((lane) => lane.partition),
      lanes.map((lane) => lane.epoch),
      lanes.map((lane) => lane.seq),
      chain.partitions,
      front !== null,
    ],
  })
  if (rowCount === 0) throw new ProducerFencedError(chain.chainId, epoch)
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

/** Says what keeps the producer from getting on, or (null) that nothing does; it goes on trying. */
export async function saveFailure(pool: pg.Pool, chainId: number, reason: string | null): Promise<void> {
  await pool.query(
    `update sync_state set failing_reason = $2,
       failing_since = case when $2::text is null then null else coalesce(failing_since, now()) end
     where chain_id = $1`,
    [chainId, reason],
  )
}
