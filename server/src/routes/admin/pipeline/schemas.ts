import { Type } from 'typebox'
import { component, count, isoTime, listOf, nullable, optionalText, text } from '../../schemas.ts'
import { chainId, oneOf, seconds } from '../fields.ts'

const laneFields = {
  partition: count('From 0'),
  queue: text('What it reads', 'kindling.31337.0of1'),
  epoch: count('Of what was applied last'),
  seq: count('Of what was applied last'),
  last_block: nullable(Type.Integer({ description: 'The tables are there' })),
  last_block_hash: optionalText(''),
  published_epoch: count('Of what was published last'),
  published_seq: count('Of what was published last'),
  published_block: nullable(Type.Integer({ description: 'The broker has all up to there' })),
  depth: count('Messages waiting, as last counted'),
  oldest_unacknowledged_seconds: count('At least so long has the first of them waited'),
  updated_at: nullable(isoTime('When it last moved')),
}
const chainFigures = {
  chain_id: chainId,
  name: text('As configured'),
  state: oneOf(['live', 'backfilling', 'stalled'], 'As in sync-state'),
  last_block: nullable(Type.Integer({ description: 'The tables are there' })),
  chain_head: nullable(Type.Integer({ description: 'As the producer saw it last' })),
  lag_blocks: nullable(count('Between the two')),
  lag_seconds: nullable(count("In the chain's own time")),
  blocks_per_second: nullable(seconds('Within the last minute; null until two looks were taken')),
  events_per_second: nullable(seconds('Within the last minute; null until two looks were taken')),
  halted_reason: optionalText('Why the producer has stopped until somebody says what is right'),
  failing_reason: optionalText('What keeps the producer at the moment'),
}
export const ChainFigures = component('ChainFigures', chainFigures)
export const AdminChain = component('AdminChain', {
  id: Type.Integer({ description: 'The chain id' }),
  ...chainFigures,
  start_block: Type.Integer(),
  factory_addresses: Type.Array(Type.String()),
  progress_percent: Type.Number(),
  eta_seconds: nullable(count('')),
  finalized_block: nullable(Type.Integer({ description: 'No reorg reaches below' })),
  dead_letters: count("Of the chain's queues"),
  resync_job: nullable(Type.Integer({ description: 'The job that reads it anew just now' })),
  checkpoint: nullable(
    Type.Object(
      {
        epoch: count(''),
        seq: count(''),
        block: Type.Integer({ description: 'Published up to here' }),
        hash: text(''),
        updated_at: isoTime(''),
      },
      { additionalProperties: false, description: "The producer's own position" },
    ),
  ),
  lanes: Type.Array(Type.Object(laneFields, { additionalProperties: false })),
})
export const AdminChainList = listOf('AdminChainList', AdminChain)
export const Queue = component('Queue', {
  id: text('Its name'),
  queue: text('Its name', 'kindling.31337.0of1'),
  chain_id: nullable(chainId),
  kind: oneOf(['lane', 'control', 'dead-letters', 'jobs'], 'What goes through it'),
  depth: nullable(count('What waits; null: the broker did not answer')),
  oldest_unacknowledged_seconds: count('At least so long has the first of them waited'),
  consumers: nullable(count('Connected, standbys too; null: the broker did not answer')),
})
export const QueueList = listOf('QueueList', Queue)
export const Consumer = component('Consumer', {
  queue: text('What it reads'),
  chain_id: chainId,
  partition: count('The lane'),
  connected: nullable(count('Processes that read the queue or stand by')),
  epoch: count('Of what was applied last'),
  seq: count('Of what was applied last'),
  last_block: nullable(Type.Integer()),
  updated_at: nullable(isoTime('When it last applied something')),
  silent_seconds: nullable(count('Since then')),
})
export const RpcEndpoint = component('RpcEndpoint', {
  id: text('Chain and place in RPC_URL'),
  chain_id: chainId,
  origin: text('Scheme and host: paths carry keys', 'https://rpc.example.org'),
  state: oneOf(
    ['healthy', 'failing', 'wrong_chain', 'unused', 'unknown'],
    'unknown: no producer has written for a minute',
  ),
  consecutive_failures: count('Since it last answered'),
  limit: nullable(count('Requests at once, as it bears them')),
  requests: count('Since the producer started'),
  failures: count('Since the producer started'),
  last_error: optionalText('The newest'),
  last_ok_at: nullable(isoTime('When it last answered')),
  retry_at: nullable(isoTime('Not asked before, unless all others fail too')),
})
