import { Type } from 'typebox'
import { component, count, isoTime, listOf, nullable, optionalText, text } from '../../schemas.ts'
import { chainId, oneOf, rowId } from '../fields.ts'

export const JOB_KINDS = ['hide', 'unhide', 'feature', 'unfeature', 'refresh_metadata', 'resync', 'verify'] as const
export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export const jobKind = oneOf(JOB_KINDS, 'What is done')
export const jobState = oneOf(
  JOB_STATES,
  'done: to the end, whatever failed of it (`failed`); failed: it could not go on (`error`)',
)
export const Job = component('Job', {
  id: rowId,
  kind: jobKind,
  state: jobState,
  chain_id: nullable(chainId),
  total: count('Of what is to be done'),
  done: count('Done so far, what failed not counted'),
  failed: count('Failed so far'),
  failures: Type.Array(
    Type.Object({ subject: text('The campaign'), reason: text('Why') }, { additionalProperties: false }),
    { description: 'The first 1,000' },
  ),
  error: optionalText('Why the whole could not go on'),
  parameters: Type.Record(Type.String(), Type.Unknown(), { description: 'What was asked for' }),
  created_by: text('Who asked for it'),
  created_at: isoTime('When'),
  started_at: nullable(isoTime('When a worker took it up')),
  finished_at: nullable(isoTime('When it ended')),
})
export const JobList = listOf('JobList', Job)
