import { type ChainEventRecord, type EventRow, eventColumns, toEvent } from './eventRow.ts'
import { type Queryable, run, sql } from './sql.ts'

export interface FoundEvent {
  event: ChainEventRecord
  /** The campaign it is about, where moderation hides that. */
  hidden: { address: string; reason: string } | null
}

/** One event by its id, removed or not. */
export async function getEvent(db: Queryable, id: number): Promise<FoundEvent | undefined> {
  const [row] = await run<EventRow & Pick<FoundEvent, 'hidden'>>(
    db,
    sql`select ${eventColumns}, (
        select jsonb_build_object('address', h.campaign_address, 'reason', h.reason) from hidden_campaigns h
        where h.chain_id = e.chain_id and h.campaign_address = e.campaign_address) as hidden
      from events e where e.id = ${id}`,
  )
  return row && { event: toEvent(row), hidden: row.hidden }
}
