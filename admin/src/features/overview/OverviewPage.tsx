import { Box, Skeleton } from '@mui/material'
import { Link } from 'react-admin'
import type { Overview } from '../../api/types.ts'
import { useOverview } from '../../api/useOverview.ts'
import { formatCount } from '../../components/Amount.tsx'
import { Figure } from '../../components/Figure.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Problem } from '../../components/Problem.tsx'
import { SmallTable } from '../../components/SmallTable.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { When } from '../../components/When.tsx'
import { EndpointTable } from '../pipeline/EndpointTable.tsx'
import { lagWords, rateWords } from '../pipeline/lagWords.ts'
import { QueueTable } from '../pipeline/QueueTable.tsx'

/** What somebody on duty has to know, looked at again every few seconds. */
export function OverviewPage() {
  const { data, error, refetch } = useOverview()
  return (
    <>
      <PageHead title="Overview" about="Figures of this moment; the page keeps itself up to date." />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {error ? <Problem error={error} retry={() => void refetch()} /> : null}
        {data ? <Sections overview={data} /> : error ? null : <Skeleton variant="rectangular" height={420} />}
      </Box>
    </>
  )
}

const withFilter = (path: string, filter: object) => `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`

function Sections({ overview }: { overview: Overview }) {
  const { chains, queues, rpc_endpoints, dead_letters, metadata, reports_open, jobs_running, recent_errors } = overview
  return (
    <>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(auto-fit, minmax(150px, 1fr))' },
        }}
      >
        <Figure label="dead letters" value={formatCount(dead_letters)} to="/dead-letters" alarming={dead_letters > 0} />
        <Figure
          label="metadata failed"
          value={formatCount(metadata.failed)}
          to={withFilter('/metadata', { state: 'failed' })}
          alarming={metadata.failed > 0}
        />
        <Figure
          label="metadata pending"
          value={formatCount(metadata.pending)}
          to={withFilter('/metadata', { state: 'pending' })}
        />
        <Figure
          label="open reports"
          value={formatCount(reports_open)}
          to={withFilter('/reports', { state: 'open' })}
          alarming={reports_open > 0}
        />
        <Figure label="running jobs" value={formatCount(jobs_running)} to="/jobs" />
      </Box>
      <Panel title="Chains">
        <SmallTable
          label="Chains"
          rows={chains}
          rowKey={({ chain_id }) => chain_id}
          empty="No chain is followed yet: start the producer."
          columns={[
            { name: 'Chain', render: ({ chain_id, name }) => <Link to={`/chains/${chain_id}/show`}>{name}</Link> },
            {
              name: 'State',
              render: ({ state, halted_reason, failing_reason }) => (
                <>
                  <StateChip state={halted_reason ? 'halted' : state} />
                  {halted_reason || failing_reason ? (
                    <Box sx={{ color: 'var(--alarm)', maxWidth: '28rem' }}>{halted_reason ?? failing_reason}</Box>
                  ) : null}
                </>
              ),
            },
            { name: 'Behind', render: ({ lag_blocks, lag_seconds }) => lagWords(lag_blocks, lag_seconds) },
            {
              name: 'Block',
              render: ({ last_block, chain_head }) =>
                `${last_block === null ? '–' : formatCount(last_block)} of ${chain_head === null ? '–' : formatCount(chain_head)}`,
              align: 'right',
            },
            { name: 'Blocks', render: ({ blocks_per_second }) => rateWords(blocks_per_second), align: 'right' },
            { name: 'Events', render: ({ events_per_second }) => rateWords(events_per_second), align: 'right' },
          ]}
        />
      </Panel>
      <Panel title="Queues">
        <QueueTable queues={queues} />
      </Panel>
      <Panel title="RPC endpoints">
        <EndpointTable endpoints={rpc_endpoints} />
      </Panel>
      <Panel title="Recent errors">
        <SmallTable
          label="Recent errors"
          rows={recent_errors.map((row, index) => ({ ...row, key: `${row.at} ${row.where} ${index}` }))}
          rowKey={({ key }) => key}
          empty="Nothing went wrong lately."
          columns={[
            { name: 'When', render: ({ at }) => <When at={at} /> },
            { name: 'Where', render: ({ where }) => where, isText: true },
            { name: 'What', render: ({ message }) => message, isText: true },
          ]}
        />
      </Panel>
    </>
  )
}
