import { Type } from 'typebox'
import { component, count, isoTime, ref, text } from '../../schemas.ts'
import { ChainFigures, Consumer, Queue, RpcEndpoint } from '../pipeline/schemas.ts'

export const Overview = component('Overview', {
  chains: Type.Array(ref(ChainFigures)),
  queues: Type.Array(ref(Queue)),
  consumers: Type.Array(ref(Consumer)),
  rpc_endpoints: Type.Array(ref(RpcEndpoint)),
  dead_letters: count('Messages that could not be applied'),
  metadata: Type.Object(
    { pending: count(''), resolved: count(''), failed: count('') },
    { additionalProperties: false },
  ),
  reports_open: count('Reports nobody has decided'),
  jobs_running: count('Queued ones too'),
  recent_errors: Type.Array(
    Type.Object(
      { at: isoTime(''), where: text('What it happened to'), message: text('') },
      { additionalProperties: false },
    ),
    { description: 'The newest first, at most 20' },
  ),
})
