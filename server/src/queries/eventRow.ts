import { isoTime } from '../lib/isoTime.ts'
import { parseExactJson } from './exactJson.ts'
import type { Ordering } from './paging.ts'
import { sql } from './sql.ts'

export const EVENT_NAMES = ['CampaignCreated', 'DonationReceived', 'Withdrawn', 'Refunded'] as const
export type EventName = (typeof EVENT_NAMES)[number]

export interface ChainEventRecord {
  id: number
  chain_id: number
  tx_hash: string
  log_index: number
  block_number: number
  block_hash: string
  address: string
  event_name: EventName
  event_data: string
  event_data_parsed: unknown
  removed: boolean
  created_at: string
}

/** The newest first. Events of a removed block and of the one in its place can share number and index: the id decides. */
export const eventOrdering: Ordering = {
  name: 'events',
  keys: [
    { column: sql`e.block_number`, kind: 'integer' },
    { column: sql`e.log_index`, kind: 'integer' },
    { column: sql`e.id`, kind: 'integer' },
  ],
  descending: true,
}

/** Columns of `events e`. */
export const eventColumns = sql`e.id, e.chain_id, e.tx_hash, e.log_index, e.block_number, e.block_hash, e.address,
  e.event_name, e.event_data::text as event_data, e.removed, e.created_at`

export type EventRow = Omit<ChainEventRecord, 'event_data_parsed' | 'created_at'> & { created_at: Date }

export function toEvent(row: EventRow): ChainEventRecord {
  return {
    id: row.id,
    chain_id: row.chain_id,
    tx_hash: row.tx_hash,
    log_index: row.log_index,
    block_number: row.block_number,
    block_hash: row.block_hash,
    address: row.address,
    event_name: row.event_name,
    event_data: row.event_data,
    event_data_parsed: parseExactJson(row.event_data),
    removed: row.removed,
    created_at: isoTime(row.created_at),
  }
}
