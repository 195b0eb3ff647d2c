import { isShown } from './campaignFilters.ts'
import {
  type ChainEventRecord,
  type EventName,
  type EventRow,
  eventColumns,
  eventOrdering,
  toEvent,
} from './eventRow.ts'
import { type Page, type PageRequest, readPage } from './paging.ts'
import { type Queryable, type Sql, sql } from './sql.ts'

export interface EventFilters {
  /** The campaign an event is about, whoever emitted it. */
  campaignAddress?: string | undefined
  eventName?: EventName | undefined
  /** The contract that emitted it: the factory for a CampaignCreated. */
  address?: string | undefined
  /** Who did it: creator or donor. */
  accountAddress?: string | undefined
  blockNumberGte?: number | undefined
  blockNumberLte?: number | undefined
  txHash?: string | undefined
  removed?: boolean | undefined
}

/** Conditions on `events e`. */
export function eventConditions(chainId: number, filters: EventFilters): Sql[] {
  const where = [sql`e.chain_id = ${chainId}`]
  const add = <T>(value: T | undefined, condition: (value: T) => Sql) => {
    if (value !== undefined) where.push(condition(value))
  }
  add(filters.campaignAddress, (address) => sql`e.campaign_address = ${address}`)
  add(filters.eventName, (name) => sql`e.event_name = ${name}`)
  add(filters.address, (address) => sql`e.address = ${address}`)
  add(filters.accountAddress, (address) => sql`e.account_address = ${address}`)
  add(filters.blockNumberGte, (block) => sql`e.block_number >= ${block}::bigint`)
  add(filters.blockNumberLte, (block) => sql`e.block_number <= ${block}::bigint`)
  add(filters.txHash, (hash) => sql`e.tx_hash = ${hash}`)
  add(filters.removed, (removed) => sql`e.removed = ${removed}`)
  return where
}

/**
 * Events of a chain, newest first; those taken away by a reorg are among them unless `removed` says otherwise, those of hidden
 * campaigns are not.
 */
export async function listEvents(
  db: Queryable,
  chainId: number,
  filters: EventFilters,
  page: PageRequest,
): Promise<Page<ChainEventRecord>> {
  const found = await readPage<EventRow>(db, {
    columns: eventColumns,
    from: sql`events e`,
    where: [...eventConditions(chainId, filters), isShown(chainId, sql`e.campaign_address`)],
    ordering: eventOrdering,
    page,
    total: countKnown(chainId, filters),
  })
  return { ...found, rows: found.rows.map(toEvent) }
}

/** Of the whole chain, or of one campaign, counts are kept; undefined beside other filters. */
function countKnown(chainId: number, { campaignAddress, removed, ...others }: EventFilters): Sql | undefined {
  if (Object.values(others).some((value) => value !== undefined)) return undefined
  return campaignAddress === undefined ? countAll(chainId, removed) : countOfCampaign(chainId, campaignAddress, removed)
}

/**
 * Of the whole chain: those that stand are in the rollup, those that a reorg took away are few, and so are hidden campaigns,
 * which know how many they have.
 */
function countAll(chainId: number, removed: boolean | undefined): Sql {
  const standing = sql`(coalesce((select events_count from platform_totals where chain_id = ${chainId}), 0)
    - coalesce((select sum(c.events_count) from hidden_campaigns h join campaigns c on c.chain_id = h.chain_id
        and c.address = h.campaign_address where h.chain_id = ${chainId}), 0))`
  const gone = sql`(select count(*) from events where chain_id = ${chainId} and removed
    and ${isShown(chainId, sql`campaign_address`)})`
  return countOf(standing, gone, removed)
}

/** A campaign knows how many of its events stand; those that a reorg took away are few. */
function countOfCampaign(chainId: number, address: string, removed: boolean | undefined): Sql {
  const standing = sql`coalesce((select c.events_count from campaigns c
    where c.chain_id = ${chainId} and c.address = ${address} and ${isShown(chainId)}), 0)`
  const gone = sql`(select count(*) from events where chain_id = ${chainId} and removed
    and campaign_address = ${address} and ${isShown(chainId, sql`campaign_address`)})`
  return countOf(standing, gone, removed)
}

function countOf(standing: Sql, gone: Sql, removed: boolean | undefined): Sql {
  if (removed === undefined) return sql`select ${standing} + ${gone}`
  return removed ? sql`select ${gone}` : sql`select ${standing}`
}
