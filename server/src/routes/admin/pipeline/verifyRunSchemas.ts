import { Type } from 'typebox'
import { component, count, isoTime, listOf, nullable, optionalText, text } from '../../schemas.ts'
import { chainId, oneOf, rowId } from '../fields.ts'
import { jobState } from '../jobs/schemas.ts'

const verifyFields = {
  id: rowId,
  chain_id: chainId,
  sample: nullable(count('Only so many campaigns, chosen at random')),
  state: jobState,
  ok: nullable(Type.Boolean({ description: 'Whether everything agrees; null before the end' })),
  campaigns_checked: count('So far'),
  campaigns_total: nullable(count('')),
  differences_count: nullable(count('')),
  error: optionalText('Why it could not be told'),
  created_by: text('Who asked for it'),
  created_at: isoTime('When'),
  finished_at: nullable(isoTime('When it ended')),
}
export const VerifyRun = component('VerifyRun', verifyFields)
export const VerifyRunDetail = component('VerifyRunDetail', {
  ...verifyFields,
  blocks: Type.Array(Type.Object({ number: Type.Integer(), hash: text('') }, { additionalProperties: false }), {
    description: 'Where the lanes stood',
  }),
  surplus: nullable(count('Contracts that hold more than they were given, sent beside donations: no fault')),
  differences: Type.Array(
    Type.Object(
      {
        kind: oneOf(['contract', 'table'], 'Against the contract, or within the tables'),
        subject: text('The contract, or the table'),
        field: text('What differs; of a table: stored or expected'),
        stored: optionalText('In the tables'),
        expected: optionalText('On the chain, or what follows from the events'),
      },
      { additionalProperties: false },
    ),
  ),
})
export const VerifyRunList = listOf('VerifyRunList', VerifyRun)
