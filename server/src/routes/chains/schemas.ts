import { Type } from 'typebox'
import { address, component, hash, isoTime, nullable, optionalText, text } from '../schemas.ts'

const block = (description: string) => nullable(Type.Integer({ description }))

export const Chain = component('Chain', {
  id: Type.Integer({ description: 'The row, counted from 1' }),
  name: text('', 'Anvil'),
  chain_id: Type.Integer({ description: 'EIP-155', examples: [31337] }),
  native_symbol: text('The native coin', 'ETH'),
  explorer_url: optionalText('A block explorer'),
  factory_addresses: Type.Array(address('A campaign factory')),
  created_at: isoTime('When the chain was entered here'),
  updated_at: isoTime('When this entry was last changed'),
})

export const SyncState = component('SyncState', {
  chain_id: Type.Integer({ examples: [31337] }),
  chain_name: text('', 'Anvil'),
  last_block: block('The block the tables are at; null before the first'),
  last_block_hash: nullable(hash('Its hash')),
  chain_head: block("The chain's newest block; null before it was asked"),
  lag_blocks: block('Blocks the tables are behind'),
  lag_seconds: block("Seconds they are behind, by the blocks' times"),
  state: Type.Enum(['live', 'backfilling', 'stalled'], { type: 'string' }),
  progress_percent: Type.Number({
    minimum: 0,
    maximum: 100,
    description: 'Of the catching up since the indexer started',
  }),
  eta_seconds: block('Until caught up; 0 when live, null when it cannot be told'),
  updated_at: isoTime('The last sign of life of the indexer'),
})
