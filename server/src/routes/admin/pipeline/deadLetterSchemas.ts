import { Type } from 'typebox'
import { component, count, isoTime, listOf, nullable, text } from '../../schemas.ts'
import { chainId, rowId } from '../fields.ts'

const letterFields = {
  id: rowId,
  queue: text('Where it came from'),
  chain_id: nullable(chainId),
  reason: text('Why it could not be applied'),
  attempts: count('How often it was tried'),
  bytes: count('Of the message'),
  created_at: isoTime('When it was first put aside'),
  updated_at: isoTime('When it was last put aside'),
}
export const AdminDeadLetter = component('DeadLetter', letterFields)
export const AdminDeadLetterDetail = component('DeadLetterDetail', {
  ...letterFields,
  body: text('As it came'),
  message: Type.Unknown({ description: 'The same, read as JSON; null where it is none' }),
})
export const DeadLetterList = listOf('DeadLetterList', AdminDeadLetter)
