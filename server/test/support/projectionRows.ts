import type pg from 'pg'
import { withTransaction } from '../../src/lib/database.ts'
import { waitFor } from './waitFor.ts'

/**
 * Every table that the chain determines, as rows of text; ids, clocks and removed events are left out. One snapshot, taken
 * when every lane stands at the same block (a lane that is sent its part again steps back for a moment).
 */
export async function projectionRows(pool: pg.Pool): Promise<Record<string, string[]>> {
  let rows: Record<string, string[]> | undefined
  await waitFor('all lanes at one block', async () => {
    rows = await withTransaction(pool, async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only')
      const lanes = await tx.query(
        `select count(distinct state.last_block_hash) = 1 and max(state.last_block) = max(sync.last_block) as together
         from consumer_state as state join sync_state as sync using (chain_id)`,
      )
      return lanes.rows[0].together ? readTables(tx) : undefined
    })
    return rows !== undefined
  })
  return rows!
}

export async function readTables(tx: pg.ClientBase): Promise<Record<string, string[]>> {
  const tables: Record<string, string> = {
    events: `select chain_id, block_number, block_hash, tx_hash, log_index, address, event_name, campaign_address,
                    account_address, amount_wei, event_data, created_at from events where not removed`,
    campaigns: 'select * from campaigns',
    contributions: `select chain_id, campaign_address, donor_address, contributed_wei, refunded_wei, donations_count,
                           created_at, updated_at from contributions`,
    campaign_hours: 'select * from campaign_hours',
    donors: 'select * from donors',
    creators: 'select * from creators',
    platform_days: 'select * from platform_days',
    platform_totals: 'select * from platform_totals',
    // What lies between a deadline and the clock depends on when it was looked at, documents on when they were fetched.
    counted_campaigns: `select chain_id, campaign_address, outcome, progress, goal, deadline_ts from counted_campaigns`,
    campaign_counts: `select chain_id, outcome, progress, goal, sum(campaigns_count) from campaign_counts group by 1, 2, 3, 4`,
  }
  const result: Record<string, string[]> = {}
  for (const [name, query] of Object.entries(tables)) {
    const { rows } = await tx.query(`select (t.*)::text as row from (${query}) as t order by 1`)
    result[name] = rows.map((row) => row.row)
  }
  return result
}
