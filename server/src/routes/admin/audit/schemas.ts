import { Type } from 'typebox'
import { component, isoTime, listOf, nullable, optionalText, text } from '../../schemas.ts'
import { rowId } from '../fields.ts'

export const AuditEntry = component('AuditEntry', {
  id: rowId,
  at: isoTime('When'),
  actor: text('Who: a username, a wallet, or "cli:" and the user of the system who ran a command'),
  actor_id: nullable(Type.Integer({ description: 'Of the account; null for the command line' })),
  action: text('What', 'campaign.hide'),
  subject: text('To what', 'campaign:31337:0x5fbdb2315678afecb367f032d93f642f64180aa3'),
  before: Type.Unknown({ description: 'What was there; null: nothing' }),
  after: Type.Unknown({ description: 'What is there since; null: nothing' }),
  request_id: optionalText('Names the request in the log'),
})
export const AuditList = listOf('AuditList', AuditEntry)
