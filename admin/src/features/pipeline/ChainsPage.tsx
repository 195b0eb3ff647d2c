import { Box, Skeleton } from '@mui/material'
import { Link } from 'react-admin'
import type { Chain } from '../../api/types.ts'
import { formatCount } from '../../components/Amount.tsx'
import { formatDuration } from '../../components/formatTime.ts'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Problem } from '../../components/Problem.tsx'
import { SmallTable } from '../../components/SmallTable.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { lagWords, rateWords } from './lagWords.ts'
import { useAdminChains } from './useAdminChains.ts'

export function ChainsPage() {
  const { data, error, refetch } = useAdminChains()
  return (
    <>
      <PageHead title="Chains" about="How far each chain has been read and applied." />
      {error ? <Problem error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <Panel title="Followed chains">
          <SmallTable<Chain>
            label="Followed chains"
            rows={data}
            rowKey={({ chain_id }) => chain_id}
            empty="No chain is followed yet: start the producer."
            columns={[
              { name: 'Chain', render: ({ chain_id, name }) => <Link to={`/chains/${chain_id}/show`}>{name}</Link> },
              { name: 'Id', render: ({ chain_id }) => chain_id },
              { name: 'State', render: (chain) => <ChainState chain={chain} /> },
              { name: 'Behind', render: ({ lag_blocks, lag_seconds }) => lagWords(lag_blocks, lag_seconds) },
              {
                name: 'Block',
                render: ({ last_block }) => (last_block === null ? '–' : formatCount(last_block)),
                align: 'right',
              },
              {
                name: 'Progress',
                render: ({ progress_percent }) => `${progress_percent.toFixed(1)}%`,
                align: 'right',
              },
              {
                name: 'Left',
                render: ({ eta_seconds }) => (eta_seconds ? formatDuration(eta_seconds) : '–'),
                align: 'right',
              },
              { name: 'Events', render: ({ events_per_second }) => rateWords(events_per_second), align: 'right' },
              { name: 'Lanes', render: ({ lanes }) => lanes.length, align: 'right' },
              { name: 'Dead letters', render: ({ dead_letters }) => formatCount(dead_letters), align: 'right' },
            ]}
          />
        </Panel>
      ) : error ? null : (
        <Skeleton variant="rectangular" height={240} />
      )}
    </>
  )
}

export function ChainState({ chain }: { chain: Pick<Chain, 'state' | 'halted_reason' | 'failing_reason'> }) {
  const why = chain.halted_reason ?? chain.failing_reason
  return (
    <>
      <StateChip state={chain.halted_reason ? 'halted' : chain.state} />
      {why ? <Box sx={{ color: 'var(--alarm)', maxWidth: '28rem' }}>{why}</Box> : null}
    </>
  )
}
