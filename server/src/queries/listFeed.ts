import type pg from 'pg'
import { weiToEth } from '../lib/wei.ts'
import { isShown } from './campaignFilters.ts'
import type { EventName } from './eventRow.ts'
import { run, sql } from './sql.ts'

/** What a live stream tells. `reset`: too much changed to be told, ask for the state anew. */
export type LiveKind = 'campaign' | 'donation' | 'withdrawal' | 'refund' | 'reorg' | 'metadata' | 'reset'

export interface LiveMessage {
  /** The row of the feed, and the place among the messages it makes. */
  id: string
  chainId: number
  kind: LiveKind
  /** Of the message that was applied, as in the logs; null where the row has another origin. */
  messageId?: string | null
  /** Whom it is about; null: everybody. */
  campaigns: readonly string[] | null
  data: object
}

interface FeedRow {
  id: number
  chain_id: number
  kind: 'applied' | 'reverted' | 'metadata' | 'moderation'
  block_number: number | null
  event_ids: number[] | null
  campaigns: string[] | null
  message: string | null
}

interface EventRow {
  id: number
  chain_id: number
  block_number: number
  block_hash: string
  tx_hash: string
  log_index: number
  event_name: EventName
  campaign_address: string
  account_address: string
  amount_wei: string | null
  created_at: Date
}

const KINDS: Record<EventName, LiveKind> = {
  CampaignCreated: 'campaign',
  DonationReceived: 'donation',
  Withdrawn: 'withdrawal',
  Refunded: 'refund',
}

export interface FeedPart {
  messages: LiveMessage[]
  /** The last row that was read. */
  lastId: number
  /** Whether there were more rows than were read. */
  hasMore: boolean
}

/** The messages of the rows after `afterId`, up to `lastId`, in order; hidden campaigns are in none. */
export async function listFeed(pool: pg.Pool, afterId: number, lastId: number, limit: number): Promise<FeedPart> {
  const rows = await run<FeedRow>(
    pool,
    sql`select id, chain_id, kind, block_number, event_ids, campaigns::text[] as campaigns, message
      from feed where id > ${afterId} and id <= ${lastId} order by id limit ${limit + 1}::int`,
  )
  const read = rows.slice(0, limit)
  const ids = read.flatMap((row) => (row.kind === 'applied' ? (row.event_ids ?? []) : []))
  const events = ids.length === 0 ? [] : await readEvents(pool, ids)
  const named = read.flatMap((row) => row.campaigns ?? [])
  const hidden = named.length === 0 ? new Set<string>() : await readHidden(pool, named)
  return {
    messages: read.flatMap((row) => toMessages(withoutHidden(row, hidden), events)),
    lastId: read.at(-1)?.id ?? afterId,
    hasMore: rows.length > limit,
  }
}

/** The newest row's id, and the oldest one's that is still there. */
export async function getFeedBounds(pool: pg.Pool): Promise<{ oldest: number; newest: number }> {
  const [row] = await run<{ oldest: number; newest: number }>(
    pool,
    sql`select coalesce(min(id), 0) as oldest, coalesce(max(id), 0) as newest from feed`,
  )
  return row!
}

async function readHidden(pool: pg.Pool, addresses: string[]): Promise<Set<string>> {
  const rows = await run<{ key: string }>(
    pool,
    sql`select chain_id || ':' || campaign_address as key from hidden_campaigns
      where campaign_address = any(${[...new Set(addresses)]}::text[])`,
  )
  return new Set(rows.map(({ key }) => key))
}

const withoutHidden = (row: FeedRow, hidden: ReadonlySet<string>): FeedRow =>
  row.campaigns === null
    ? row
    : { ...row, campaigns: row.campaigns.filter((address) => !hidden.has(`${row.chain_id}:${address}`)) }

async function readEvents(pool: pg.Pool, ids: number[]): Promise<EventRow[]> {
  return run<EventRow>(
    pool,
    sql`select e.id, e.chain_id, e.block_number, e.block_hash, e.tx_hash, e.log_index, e.event_name, e.campaign_address,
        e.account_address, e.amount_wei, e.created_at
      from events e where e.id = any(${ids}) and ${isShown(sql`e.chain_id`, sql`e.campaign_address`)}
      order by e.block_number, e.log_index`,
  )
}

function toMessages(row: FeedRow, events: readonly EventRow[]): LiveMessage[] {
  const message = (place: number, kind: LiveKind, campaigns: LiveMessage['campaigns'], data: object): LiveMessage => ({
    id: `${row.id}.${place}`,
    chainId: row.chain_id,
    messageId: row.message,
    kind,
    campaigns,
    data: { chain_id: row.chain_id, ...data },
  })
  const isTold = row.kind === 'metadata' ? row.campaigns !== null : row.event_ids !== null
  if (!isTold) return [message(0, 'reset', null, { block_number: row.block_number })]
  if (row.kind === 'metadata') {
    return row.campaigns!.map((address, i) => message(i, 'metadata', [address], { campaign_address: address }))
  }
  if (row.kind === 'reverted') {
    const { block_number, event_ids, campaigns } = row
    return [message(0, 'reorg', campaigns, { last_block: block_number, removed_event_ids: event_ids, campaigns })]
  }
  const own = new Set(row.event_ids)
  return events
    .filter((event) => own.has(event.id))
    .map((event, i) => message(i, KINDS[event.event_name], [event.campaign_address], toData(event)))
}

function toData(event: EventRow): object {
  return {
    event_id: event.id,
    campaign_address: event.campaign_address,
    account_address: event.account_address,
    ...(event.amount_wei === null ? {} : { amount_wei: event.amount_wei, amount_eth: weiToEth(event.amount_wei) }),
    tx_hash: event.tx_hash,
    log_index: event.log_index,
    block_number: event.block_number,
    block_hash: event.block_hash,
    created_at: event.created_at.toISOString(),
  }
}
