import type pg from 'pg'
import { run, sql } from './sql.ts'

export interface SyncState {
  chain_id: number
  chain_name: string
  last_block: number | null
  last_block_hash: string | null
  chain_head: number | null
  lag_blocks: number | null
  lag_seconds: number | null
  state: 'live' | 'backfilling' | 'stalled'
  progress_percent: number
  eta_seconds: number | null
  updated_at: string
}

interface Row {
  chain_id: number
  chain_name: string
  start_block: number
  last_block: number | null
  last_block_hash: string | null
  last_block_time: Date | null
  chain_head: number | null
  chain_head_time: Date | null
  catch_up_from: number | null
  catching_up_seconds: number
  halted: boolean
  producer_silent_seconds: number
  consumer_silent_seconds: number
  updated_at: Date
}

/** Further behind than this many blocks (beside CONFIRMATIONS) is catching up, not following. */
const LIVE_LAG_BLOCKS = 25
/** Nothing heard for this long, or for three polls, means that nobody is at work. */
const SILENT_SECONDS = 60

/**
 * How far the tables follow the chain; undefined for a chain that is not followed. `last_block` is what the consumer's
 * slowest lane has applied, not what the producer has read.
 */
export async function getSyncState(
  pool: pg.Pool,
  chainId: number,
  settings: { confirmations: number; pollIntervalMs: number },
): Promise<SyncState | undefined> {
  const rows = await run<Row>(
    pool,
    sql`select c.chain_id, c.name as chain_name, c.start_block, k.last_block, k.last_block_hash, k.last_block_time,
        s.chain_head, s.chain_head_time, s.catch_up_from, s.halted_reason is not null as halted,
        extract(epoch from now() - s.catch_up_started_at)::float8 as catching_up_seconds,
        extract(epoch from now() - coalesce(s.updated_at, c.updated_at))::float8 as producer_silent_seconds,
        extract(epoch from now() - coalesce(k.updated_at, c.updated_at))::float8 as consumer_silent_seconds,
        greatest(c.updated_at, s.updated_at, k.updated_at) as updated_at
      from chains c
      left join sync_state s on s.chain_id = c.chain_id
      left join lateral (
        select * from consumer_state k where k.chain_id = c.chain_id order by k.last_block, k.partition limit 1
      ) k on true
      where c.chain_id = ${chainId}`,
  )
  return rows[0] && toSyncState(rows[0], settings)
}

function toSyncState(row: Row, settings: { confirmations: number; pollIntervalMs: number }): SyncState {
  const head = row.chain_head
  const held = row.last_block ?? row.start_block - 1
  const lag = head === null ? null : Math.max(0, head - held)
  const silentAfter = Math.max(SILENT_SECONDS, (3 * settings.pollIntervalMs) / 1000)
  const stalled =
    row.halted ||
    row.producer_silent_seconds > silentAfter ||
    ((lag ?? 1) > settings.confirmations && row.consumer_silent_seconds > silentAfter)
  const backfilling = lag === null || lag > LIVE_LAG_BLOCKS + settings.confirmations
  const state = stalled ? 'stalled' : backfilling ? 'backfilling' : 'live'
  return {
    chain_id: row.chain_id,
    chain_name: row.chain_name,
    last_block: row.last_block,
    last_block_hash: row.last_block_hash,
    chain_head: head,
    lag_blocks: lag,
    lag_seconds: lagSeconds(row, lag),
    state,
    progress_percent: progressPercent(row, held),
    eta_seconds: state === 'live' ? 0 : state === 'stalled' ? null : etaSeconds(row, held),
    updated_at: row.updated_at.toISOString(),
  }
}

/** In the chain's own time: how much older the newest block held is than the head. */
function lagSeconds(row: Row, lag: number | null): number | null {
  if (lag === 0) return 0
  if (row.last_block_time === null || row.chain_head_time === null) return null
  return Math.max(0, Math.floor((row.chain_head_time.getTime() - row.last_block_time.getTime()) / 1000))
}

function progressPercent(row: Row, held: number): number {
  if (row.chain_head === null || row.catch_up_from === null) return 0
  if (held >= row.chain_head) return 100
  const done = Math.max(0, held - row.catch_up_from)
  return Math.floor((done / (row.chain_head - row.catch_up_from)) * 10_000) / 100
}

function etaSeconds(row: Row, held: number): number | null {
  if (row.chain_head === null || row.catch_up_from === null) return null
  const done = held - row.catch_up_from
  if (done <= 0 || row.catching_up_seconds <= 0) return null
  return Math.ceil(((row.chain_head - held) * row.catching_up_seconds) / done)
}
