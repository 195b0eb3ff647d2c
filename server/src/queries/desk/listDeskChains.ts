import type pg from 'pg'
import { getSyncState } from '../getSyncState.ts'
import { listPipelineFigures } from '../listPipelineFigures.ts'
import { run, sql } from '../sql.ts'

export interface DeskLane {
  chain_id: number
  partition: number
  partitions: number
  epoch: number
  seq: number
  last_block: number | null
  last_block_hash: string | null
  published_epoch: number
  published_seq: number
  published_block: number | null
  depth: number
  oldest_unacknowledged_seconds: number
  updated_at: Date | null
}

/** Every lane: what the producer published to it, and what its consumer applied. */
export function listLanes(pool: pg.Pool): Promise<DeskLane[]> {
  return run<DeskLane>(
    pool,
    sql`select c.chain_id, coalesce(l.partition, k.partition) as partition, coalesce(l.partitions, k.partitions) as partitions,
        coalesce(k.epoch, 0) as epoch, coalesce(k.seq, 0) as seq, k.last_block, k.last_block_hash,
        coalesce(l.epoch, 0) as published_epoch, coalesce(l.seq, 0) as published_seq, l.last_block as published_block,
        coalesce(l.depth, 0) as depth, k.updated_at,
        case when l.chain_id is not null and (k.chain_id is null or (k.epoch, k.seq) < (l.epoch, l.seq))
          then greatest(0, floor(extract(epoch from now() - greatest(l.waiting_since, k.updated_at))))::int else 0
        end as oldest_unacknowledged_seconds
      from lanes l full join consumer_state k on k.chain_id = l.chain_id and k.partition = l.partition
      join chains c on c.chain_id = coalesce(l.chain_id, k.chain_id)
      order by c.id, partition`,
  )
}

export interface DeskChain {
  chain_id: number
  name: string
  state: 'live' | 'backfilling' | 'stalled'
  start_block: number
  factory_addresses: string[]
  last_block: number | null
  chain_head: number | null
  lag_blocks: number | null
  lag_seconds: number | null
  progress_percent: number
  eta_seconds: number | null
  finalized_block: number | null
  halted_reason: string | null
  failing_reason: string | null
  queue_depth: number
  dead_letters: number
  /** Events that stand, for throughput. */
  events_count: number
  resync_job: number | null
  checkpoint: { epoch: number; seq: number; block: number; hash: string; updated_at: string } | null
}

interface Row {
  chain_id: number
  start_block: number
  factory_addresses: string[]
  events_count: number
  resync_job: number | null
  finalized_block: number | null
  epoch: number | null
  seq: number
  last_block: number
  last_block_hash: string
  updated_at: Date
}

/** How each chain is followed. */
export async function listDeskChains(
  pool: pg.Pool,
  settings: { confirmations: number; pollIntervalMs: number },
): Promise<DeskChain[]> {
  const [rows, figures] = await Promise.all([
    run<Row>(
      pool,
      sql`select c.chain_id, c.start_block, c.factory_addresses::text[] as factory_addresses,
          coalesce(t.events_count, 0) as events_count, s.epoch, s.seq, s.last_block, s.last_block_hash, s.updated_at,
          nullif(s.finalized_block, -1) as finalized_block,
          (select max(j.id) from desk_jobs j where j.chain_id = c.chain_id and j.kind = 'resync'
            and j.state in ('queued', 'running')) as resync_job
        from chains c left join sync_state s on s.chain_id = c.chain_id
        left join platform_totals t on t.chain_id = c.chain_id order by c.id`,
    ),
    listPipelineFigures(pool),
  ])
  const states = await Promise.all(rows.map((row) => getSyncState(pool, row.chain_id, settings)))
  return rows.flatMap((row, i) => {
    const [state, figure] = [states[i], figures.find(({ chain_id }) => chain_id === row.chain_id)]
    if (state === undefined || figure === undefined) return []
    return [
      {
        chain_id: row.chain_id,
        name: state.chain_name,
        state: state.state,
        start_block: row.start_block,
        factory_addresses: row.factory_addresses,
        last_block: state.last_block,
        chain_head: state.chain_head,
        lag_blocks: state.lag_blocks,
        lag_seconds: state.lag_seconds,
        progress_percent: state.progress_percent,
        eta_seconds: state.eta_seconds,
        finalized_block: row.finalized_block,
        halted_reason: figure.halted_reason,
        failing_reason: figure.failing_reason,
        queue_depth: figure.queue_depth,
        dead_letters: figure.dead_letters,
        events_count: row.events_count,
        resync_job: row.resync_job,
        checkpoint:
          row.epoch === null
            ? null
            : {
                epoch: row.epoch,
                seq: row.seq,
                block: row.last_block,
                hash: row.last_block_hash,
                updated_at: row.updated_at.toISOString(),
              },
      },
    ]
  })
}
