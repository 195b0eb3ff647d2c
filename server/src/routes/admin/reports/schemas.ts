import { Type } from 'typebox'
import { address, component, isoTime, listOf, nullable, optionalText, text } from '../../schemas.ts'
import { chainId, oneOf, rowId } from '../fields.ts'

export const REPORT_REASONS = ['scam', 'copyright', 'illegal', 'spam', 'other'] as const
export const REPORT_STATES = ['open', 'dismissed', 'upheld'] as const
export const reportReason = oneOf(REPORT_REASONS, 'What is wrong with it')
export const reportState = oneOf(REPORT_STATES, 'open: nobody has decided yet')
export const Report = component('Report', {
  id: rowId,
  chain_id: chainId,
  campaign_address: address('The campaign'),
  reason: reportReason,
  state: reportState,
  created_at: isoTime('When it was reported'),
})
export const AdminReport = component('AdminReport', {
  id: rowId,
  chain_id: chainId,
  campaign_address: address('The campaign'),
  campaign_name: optionalText('Title of the campaign'),
  campaign_hidden: Type.Boolean(),
  reason: reportReason,
  details: optionalText("The reporter's own words"),
  reporter: text('The account, or "anonymous"'),
  reporter_id: nullable(Type.Integer({ description: 'Of the account' })),
  state: reportState,
  note: optionalText('Of whoever decided, for the staff alone'),
  resolved_by: optionalText('Who decided'),
  created_at: isoTime('When it was reported'),
  resolved_at: nullable(isoTime('When it was decided')),
})
export const AdminReportList = listOf('AdminReportList', AdminReport)
