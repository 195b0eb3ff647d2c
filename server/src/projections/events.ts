import type pg from 'pg'
import type { ChainEvent } from '../lib/ChainEvent.ts'
import { arrayLiteral } from './arrayLiteral.ts'
import type { VouchedEvent } from './vouch.ts'

/** Whether any of what a reorg took away lies in the blocks of a batch: only that can be there already. */
export async function mayComeBack(tx: pg.ClientBase, chainId: number, vouched: VouchedEvent[]): Promise<boolean> {
  const { rows } = await tx.query({
    name: 'removed-events',
    text: 'select exists (select from events where chain_id = $1 and block_number between $2 and $3 and removed) as any',
    values: [chainId, vouched[0]!.event.blockNumber, vouched.at(-1)!.event.blockNumber],
  })
  return rows[0].any
}

/**
 * Stores a batch; the statement is under way when this returns. One that was taken away by a reorg and is canonical again (the same
 * block) comes back under its old id.
 *
 * @param comeBack what `mayComeBack` says; looking for conflicts costs a fifth of the insert
 */
export async function insertEvents(
  tx: pg.ClientBase,
  chainId: number,
  vouched: VouchedEvent[],
  comeBack: boolean,
): Promise<void> {
  const events = vouched.map(({ event }) => event)
  await tx.query({
    name: comeBack ? 'insert-events-again' : 'insert-events',
    text: `insert into events (chain_id, block_number, block_hash, tx_hash, log_index, address, event_name,
                               campaign_address, account_address, amount_wei, event_data, created_at)
           select $1::bigint, block_number, block_hash, tx_hash, log_index, address, event_name,
                  campaign_address, account_address, amount_wei, event_data, to_timestamp(block_time)
           from unnest($2::bigint[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[],
                       $10::numeric[], $11::jsonb[], $12::bigint[])
             as row (block_number, block_hash, tx_hash, log_index, address, event_name, campaign_address,
                     account_address, amount_wei, event_data, block_time)
           ${comeBack ? 'on conflict (chain_id, block_hash, log_index) do update set removed = false' : ''}`,
    values: [
      chainId,
      arrayLiteral(events.map((event) => event.blockNumber)),
      arrayLiteral(events.map((event) => event.blockHash)),
      arrayLiteral(events.map((event) => event.txHash)),
      arrayLiteral(events.map((event) => event.logIndex)),
      arrayLiteral(events.map((event) => event.address)),
      arrayLiteral(events.map((event) => event.name)),
      arrayLiteral(events.map((event) => event.campaign)),
      arrayLiteral(events.map((event) => event.account)),
      arrayLiteral(events.map((event) => event.amountWei)),
      `{${events.map(quotedJson).join(',')}}`,
      arrayLiteral(events.map((event) => event.blockTime)),
    ],
  })
}

/** PostgreSQL refuses NUL in text and jsonb; a CID with one is garbage anyway, and stays visibly so. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '\ufffd')
}

/** The event's arguments as an element of a PostgreSQL array. */
function quotedJson({ args }: ChainEvent): string {
  // Everything but a CID is hex or digits.
  const json = JSON.stringify(args['cid'] === undefined ? args : { ...args, cid: withoutNul(args['cid']) })
  return `"${json.replace(/["\\]/g, '\\$&')}"`
}

/**
 * Marks a lane's events above `block` as removed and returns them in the chain's order. The lane's part of the
 * campaigns is `partitionOf` (broker/topology.ts) in SQL.
 */
export async function markRemoved(
  tx: pg.ClientBase,
  lane: { chainId: number; partition: number; partitions: number },
  block: number,
): Promise<ChainEvent[]> {
  const { rows } = await tx.query({
    name: 'mark-removed',
    text: `update events set removed = true
           where chain_id = $1 and block_number > $2 and not removed
             and ('x' || right(campaign_address, 8))::bit(32)::bigint % $4 = $3
           returning block_number, block_hash, tx_hash, log_index, address, event_name, campaign_address,
                     account_address, amount_wei, event_data, extract(epoch from created_at)::bigint as block_time`,
    values: [lane.chainId, block, lane.partition, lane.partitions],
  })
  return rows
    .map((row) => ({
      name: row.event_name,
      blockNumber: row.block_number,
      blockHash: row.block_hash,
      blockTime: row.block_time,
      txHash: row.tx_hash,
      logIndex: row.log_index,
      address: row.address,
      campaign: row.campaign_address,
      account: row.account_address,
      amountWei: row.amount_wei,
      args: row.event_data,
    }))
    .sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
}
