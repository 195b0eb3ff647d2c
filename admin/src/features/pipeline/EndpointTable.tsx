import type { RpcEndpoint } from '../../api/types.ts'
import { SmallTable } from '../../components/SmallTable.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { When } from '../../components/When.tsx'

/** Origins only: the paths of RPC addresses carry keys. */
export function EndpointTable({ endpoints }: { endpoints: readonly RpcEndpoint[] }) {
  return (
    <SmallTable
      label="RPC endpoints"
      rows={endpoints}
      rowKey={({ id }) => id}
      empty="No endpoint has been asked yet."
      columns={[
        { name: 'Endpoint', render: ({ origin }) => origin },
        { name: 'Chain', render: ({ chain_id }) => chain_id },
        {
          name: 'State',
          render: ({ state }) => <StateChip state={state === 'healthy' ? state : 'unhealthy'} label={state} />,
        },
        { name: 'Failures in a row', render: ({ consecutive_failures }) => consecutive_failures, align: 'right' },
        { name: 'At once', render: ({ limit }) => limit ?? '–', align: 'right' },
        { name: 'Last answer', render: ({ last_ok_at }) => <When at={last_ok_at} /> },
        { name: 'Last error', render: ({ last_error }) => last_error ?? '–', isText: true },
      ]}
    />
  )
}
