import type pg from 'pg'
import { run, sql } from './sql.ts'

export interface MetricFigures {
  chain_id: number
  chain_head: number | null
  last_block: number | null
  dead_letters: number
  metadata_pending: number
}

/** What the process's own counters cannot know, one row a chain. */
export async function listMetricFigures(pool: pg.Pool): Promise<MetricFigures[]> {
  return run<MetricFigures>(
    pool,
    sql`select c.chain_id, s.chain_head,
        (select min(k.last_block) from consumer_state k where k.chain_id = c.chain_id) as last_block,
        (select count(*) from dead_letters) as dead_letters,
        (select count(*) from campaign_metadata m where m.chain_id = c.chain_id and m.state = 'pending')
          as metadata_pending
      from chains c left join sync_state s on s.chain_id = c.chain_id order by c.id`,
  )
}
