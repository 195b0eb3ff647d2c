import { Alert, Box, Skeleton, TextField } from '@mui/material'
import { Link, useParams } from 'react-admin'
import { api } from '../../api/api.ts'
import type { Chain } from '../../api/types.ts'
import { ActionButton } from '../../components/ActionButton.tsx'
import { formatCount } from '../../components/Amount.tsx'
import { Facts } from '../../components/Facts.tsx'
import { formatDuration } from '../../components/formatTime.ts'
import { Hash } from '../../components/Hash.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Problem } from '../../components/Problem.tsx'
import { useMay } from '../../components/useMay.ts'
import { useFollowJob } from '../../jobs/JobsProvider.tsx'
import { ChainState } from './ChainsPage.tsx'
import { LaneTable } from './LaneTable.tsx'
import { lagWords, rateWords } from './lagWords.ts'
import { useAdminChains } from './useAdminChains.ts'
import { VerifyButton } from './VerifyButton.tsx'

const block = (number: number | null) => (number === null ? '–' : formatCount(number))

export function ChainPage() {
  const id = Number(useParams()['id'])
  const { data, error, refetch } = useAdminChains()
  const chain = data?.find(({ chain_id }) => chain_id === id)
  if (chain) return <Details chain={chain} />
  return (
    <>
      <PageHead title={`Chain ${id}`} />
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : data ? (
        <Problem error={new Error(`Chain ${id} is not followed here.`)} />
      ) : (
        <Skeleton variant="rectangular" height={240} />
      )}
    </>
  )
}

function Details({ chain }: { chain: Chain }) {
  const mayOperate = useMay('chains', 'operate')
  return (
    <>
      <PageHead
        title={chain.name}
        about={`Chain ${chain.chain_id}`}
        actions={
          mayOperate ? (
            <>
              <VerifyButton chainId={chain.chain_id} />
              <ResyncButton chain={chain} />
            </>
          ) : undefined
        }
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {chain.resync_job === null ? null : (
          <Alert severity="info" variant="outlined">
            It is being read anew: <Link to={`/jobs/${chain.resync_job}/show`}>job {chain.resync_job}</Link>.
          </Alert>
        )}
        <Panel title="Position">
          <Facts
            facts={[
              ['State', <ChainState key="state" chain={chain} />],
              ['Behind', lagWords(chain.lag_blocks, chain.lag_seconds)],
              ['Tables at block', block(chain.last_block)],
              ['Head of the chain', block(chain.chain_head)],
              ['Final below', block(chain.finalized_block)],
              ['First block', block(chain.start_block)],
              ['Progress', `${chain.progress_percent.toFixed(2)}%`],
              ['Left', chain.eta_seconds ? formatDuration(chain.eta_seconds) : '–'],
              ['Blocks', rateWords(chain.blocks_per_second)],
              ['Events', rateWords(chain.events_per_second)],
              ['Dead letters', formatCount(chain.dead_letters)],
              [
                'Published up to',
                chain.checkpoint
                  ? `block ${block(chain.checkpoint.block)}, epoch ${chain.checkpoint.epoch}, message ${chain.checkpoint.seq}`
                  : '–',
              ],
              [
                'Factories',
                chain.factory_addresses.map((factory) => <Hash key={factory} value={factory} what="factory" whole />),
              ],
            ]}
          />
        </Panel>
        <Panel title="Lanes">
          <LaneTable lanes={chain.lanes} />
        </Panel>
      </Box>
    </>
  )
}

function ResyncButton({ chain }: { chain: Chain }) {
  const follow = useFollowJob()
  return (
    <ActionButton
      label="Resync"
      danger
      title={`Read ${chain.name} anew?`}
      text="Everything from that block on is taken back and indexed anew from the chain. Until it has caught up again, pages show less than there is. Nothing is lost."
      confirm="Resync"
      run={async ({ from_block = '' }) => {
        const params = { path: { chain_id: chain.chain_id } }
        const body = { from_block: Number(from_block) }
        follow((await api.POST('/api/v1/admin/chains/{chain_id}/resync/', { params, body })).data)
        return undefined
      }}
    >
      <TextField
        name="from_block"
        label="From block"
        type="number"
        required
        fullWidth
        helperText={`The first block that may be wrong; the tables are at ${block(chain.last_block)}.`}
        slotProps={{ htmlInput: { min: 0, max: chain.last_block ?? undefined, step: 1 } }}
      />
    </ActionButton>
  )
}
