import { Type } from 'typebox'
import { address, component, count, eventName, hash, isoTime, listOf } from '../schemas.ts'

export const Event = component('Event', {
  id: Type.Integer(),
  chain_id: Type.Integer({ examples: [31337] }),
  tx_hash: hash('The transaction'),
  log_index: count('Its place in the block'),
  block_number: count('The block'),
  block_hash: hash("The block's hash"),
  address: address('The contract that emitted it: the factory for a CampaignCreated, else the campaign'),
  event_name: eventName,
  event_data: Type.String({ description: 'The arguments as JSON text; amounts are decimal strings' }),
  event_data_parsed: Type.Unknown({ description: 'The same, parsed' }),
  removed: Type.Boolean({ description: 'A reorg took it away' }),
  created_at: isoTime("The block's time"),
})

export const EventList = listOf('EventList', Event)
