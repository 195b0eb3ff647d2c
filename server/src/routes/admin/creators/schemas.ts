import { address, component, count, isoTime, listOf, text } from '../../schemas.ts'

export const BlockedCreator = component('BlockedCreator', {
  id: text('The address'),
  address: address('The creator'),
  reason: text('What visitors are told on the pages of its campaigns'),
  campaigns_count: count('On all chains'),
  blocked_by: text('Who blocked it'),
  blocked_at: isoTime('When'),
})
export const BlockedCreatorList = listOf('BlockedCreatorList', BlockedCreator)
