import type pg from 'pg'
import { type LaneMessage, messageId } from '../broker/messages.ts'
import { enqueueJobs, metadataJobKey, priorityOfAge } from '../lib/jobs.ts'
import { applyEvents, revertAbove } from '../projections/applyEvents.ts'
import type { VouchedEvent } from '../projections/vouch.ts'
import { type Decision, decide, type LaneState } from './decide.ts'
import { UnknownChainError } from './UnknownChainError.ts'

export interface Applied {
  decision: Decision
  /** The lane's state before the message; null when it had none. */
  state: LaneState | null
  /** Events added, or taken away by a rollback. */
  events: number
}

/**
 * Applies one message in the caller's transaction: the rows it changes and the lane's position move together or not
 * at all.
 *
 * @param traceparent the span it happens in, for the jobs that follow from it
 */
export async function applyMessage(
  tx: pg.ClientBase,
  message: LaneMessage,
  traceparent?: string | undefined,
): Promise<Applied> {
  const { state, factories, partitions } = await loadLane(tx, message)
  // From before the chain's lanes were divided anew: all of it was or will be sent again.
  const outdated = partitions !== null && partitions !== message.partitions
  const decision = outdated ? 'old' : decide(state, message)
  if (decision !== 'apply') return { decision, state, events: 0 }
  if (message.kind === 'rollback') {
    const removed = await revertAbove(tx, message, message.toBlock)
    await moveLane(tx, message, {
      lastBlock: message.toBlock,
      lastBlockHash: message.toHash,
      lastBlockTime: message.toTime,
    })
    return { decision, state, events: removed.length }
  }
  const vouched = await applyEvents(tx, message.chainId, factories, message.events)
  await enqueueMetadata(tx, message.chainId, vouched, traceparent)
  await moveLane(tx, message, {
    lastBlock: message.toBlock,
    lastBlockHash: message.lastHash,
    lastBlockTime: message.lastTime,
  })
  return { decision, state, events: vouched.length }
}

/**
 * The row is locked: a second consumer of the lane, should there ever be one, waits and then finds the message old. One that
 * is frozen with the lock in its hands loses it after a minute, for the standby that RabbitMQ has turned to.
 */
async function loadLane(
  tx: pg.ClientBase,
  message: LaneMessage,
): Promise<{ state: LaneState | null; factories: Set<string>; partitions: number | null }> {
  const { rows } = await tx.query({
    name: 'load-lane',
    // The chain's row is held against a repartition, which takes it for update first of all.
    // Whatever this transaction tells the feed is told under the message's id.
    text: `select set_config('kindling.message', $3, true),
             set_config('idle_in_transaction_session_timeout', '60s', true), chains.factory_addresses, chains.partitions, state.epoch, state.seq, state.last_block, state.last_block_hash
           from chains left join lateral (
             select * from consumer_state where chain_id = $1 and partition = $2 for update
           ) as state on true
           where chains.chain_id = $1
           for key share of chains`,
    values: [message.chainId, message.partition, messageId(message)],
  })
  const row = rows[0]
  if (row === undefined) throw new UnknownChainError(message.chainId)
  const state =
    row.epoch === null
      ? null
      : { epoch: row.epoch, seq: row.seq, lastBlock: row.last_block, lastBlockHash: row.last_block_hash }
  return { state, factories: new Set(row.factory_addresses), partitions: row.partitions }
}

async function moveLane(
  tx: pg.ClientBase,
  message: LaneMessage,
  to: { lastBlock: number; lastBlockHash: string; lastBlockTime: number },
): Promise<void> {
  await tx.query({
    name: 'move-lane',
    text: `insert into consumer_state (chain_id, partition, partitions, epoch, seq, last_block, last_block_hash, last_block_time)
           values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8))
           on conflict (chain_id, partition) do update set
             partitions = excluded.partitions, epoch = excluded.epoch, seq = excluded.seq,
             last_block = excluded.last_block, last_block_hash = excluded.last_block_hash,
             last_block_time = excluded.last_block_time, updated_at = now()`,
    values: [
      message.chainId,
      message.partition,
      message.partitions,
      message.epoch,
      message.seq,
      to.lastBlock,
      to.lastBlockHash,
      to.lastBlockTime,
    ],
  })
}

async function enqueueMetadata(
  tx: pg.ClientBase,
  chainId: number,
  vouched: VouchedEvent[],
  traceparent: string | undefined,
): Promise<void> {
  const created = vouched.filter(({ event }) => event.name === 'CampaignCreated')
  await enqueueJobs(
    tx,
    'metadata.resolve',
    created.map(({ event }) => ({
      payload: { chainId, address: event.campaign, ...(traceparent === undefined ? {} : { traceparent }) },
      key: metadataJobKey({ chainId, address: event.campaign }),
      // A campaign made just now goes before those of a backfill.
      priority: priorityOfAge(event.blockTime),
    })),
  )
}
