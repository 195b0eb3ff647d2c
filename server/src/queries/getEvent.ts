import type pg from 'pg'
import { type ChainEventRecord, type EventRow, eventColumns, toEvent } from './eventRow.ts'
import { run, sql } from './sql.ts'

/** One event by its id, removed or not. */
export async function getEvent(pool: pg.Pool, id: number): Promise<ChainEventRecord | undefined> {
  const [row] = await run<EventRow>(pool, sql`select ${eventColumns} from events e where e.id = ${id}`)
  return row && toEvent(row)
}
