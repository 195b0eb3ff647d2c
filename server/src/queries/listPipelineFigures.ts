import type pg from 'pg'
import { run, sql } from './sql.ts'

/** What tells whether a chain's pipeline flows. */
export interface PipelineFigures {
  chain_id: number
  chain_head: number | null
  /** The block the tables are at: that of the slowest lane. */
  last_block: number | null
  lag_blocks: number | null
  /** In the chain's own time. */
  lag_seconds: number | null
  /** Messages in the chain's queues when the producer last counted them. */
  queue_depth: number
  /** How long the longest waiting message has waited at least; 0 when none does. */
  oldest_unacknowledged_seconds: number
  /** Since the producer last gave a sign of life. */
  producer_silent_seconds: number | null
  dead_letters: number
  halted_reason: string | null
  failing_reason: string | null
  failing_seconds: number
}

/**
 * One row a chain. A lane has messages waiting while its consumer stands behind what the broker confirmed; the oldest of
 * them has waited since then, or since the consumer last moved.
 */
export async function listPipelineFigures(pool: pg.Pool): Promise<PipelineFigures[]> {
  return run<PipelineFigures>(
    pool,
    sql`select c.chain_id, s.chain_head, k.last_block, s.halted_reason, s.failing_reason,
        greatest(0, s.chain_head - coalesce(k.last_block, c.start_block - 1)) as lag_blocks,
        case when s.chain_head <= k.last_block then 0
             else greatest(0, floor(extract(epoch from s.chain_head_time - k.last_block_time)))::int end as lag_seconds,
        coalesce(l.queue_depth, 0)::bigint as queue_depth,
        coalesce(l.oldest, 0)::int as oldest_unacknowledged_seconds,
        floor(extract(epoch from now() - s.updated_at))::int as producer_silent_seconds,
        coalesce(floor(extract(epoch from now() - s.failing_since)), 0)::int as failing_seconds,
        (select count(*) from dead_letters d where starts_with(d.queue, 'kindling.' || c.chain_id || '.')) as dead_letters
      from chains c
      left join sync_state s on s.chain_id = c.chain_id
      left join lateral (
        select last_block, last_block_time from consumer_state where chain_id = c.chain_id order by last_block limit 1
      ) k on true
      left join lateral (
        select sum(lane.depth) as queue_depth,
          max(floor(extract(epoch from now() - greatest(lane.waiting_since, state.updated_at))))
            filter (where state.chain_id is null or (state.epoch, state.seq) < (lane.epoch, lane.seq)) as oldest
        from lanes lane
        left join consumer_state state on state.chain_id = lane.chain_id and state.partition = lane.partition
        where lane.chain_id = c.chain_id
      ) l on true
      order by c.id`,
  )
}
