import { Box, Skeleton } from '@mui/material'
import type { Consumer } from '../../api/types.ts'
import { useOverview } from '../../api/useOverview.ts'
import { formatCount } from '../../components/Amount.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Problem } from '../../components/Problem.tsx'
import { SmallTable } from '../../components/SmallTable.tsx'
import { When } from '../../components/When.tsx'
import { EndpointTable } from './EndpointTable.tsx'
import { QueueTable } from './QueueTable.tsx'

export function QueuesPage() {
  const { data, error, refetch } = useOverview()
  return (
    <>
      <PageHead title="Queues and RPC" about="What waits, who reads it, and the nodes that are asked." />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {error ? <Problem error={error} retry={() => void refetch()} /> : null}
        {data ? (
          <>
            <Panel title="Queues">
              <QueueTable queues={data.queues} />
            </Panel>
            <Panel title="Consumers">
              <ConsumerTable consumers={data.consumers} />
            </Panel>
            <Panel title="RPC endpoints">
              <EndpointTable endpoints={data.rpc_endpoints} />
            </Panel>
          </>
        ) : error ? null : (
          <Skeleton variant="rectangular" height={320} />
        )}
      </Box>
    </>
  )
}

function ConsumerTable({ consumers }: { consumers: readonly Consumer[] }) {
  return (
    <SmallTable<Consumer>
      label="Consumers"
      rows={consumers}
      rowKey={({ queue }) => queue}
      empty="No consumer has applied anything yet."
      columns={[
        { name: 'Queue', render: ({ queue }) => queue },
        { name: 'Chain', render: ({ chain_id }) => chain_id },
        { name: 'Lane', render: ({ partition }) => partition },
        { name: 'Connected', render: ({ connected }) => connected ?? 'no answer', align: 'right' },
        { name: 'Applied', render: ({ epoch, seq }) => `epoch ${epoch}, message ${seq}` },
        {
          name: 'Block',
          render: ({ last_block }) => (last_block === null ? '–' : formatCount(last_block)),
          align: 'right',
        },
        { name: 'Last applied', render: ({ updated_at }) => <When at={updated_at} /> },
      ]}
    />
  )
}
