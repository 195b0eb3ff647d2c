import { Box } from '@mui/material'
import type { Campaign } from '../../api/types.ts'
import { Amount } from '../../components/Amount.tsx'
import { Funding } from '../../components/Funding.tsx'
import { Hash } from '../../components/Hash.tsx'
import { Picture } from '../../components/Picture.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { TimeLeft } from '../../components/TimeLeft.tsx'
import type { Column } from '../../list/Column.ts'
import { DeskList } from '../../list/DeskList.tsx'
import { campaignPath, listPath } from '../../list/links.ts'
import { useChains } from '../../list/useChains.ts'
import { CampaignBulkActions } from './CampaignBulkActions.tsx'
import { CampaignMarks, hasMarks } from './CampaignMarks.tsx'
import { campaignFilters } from './campaignFilters.ts'

const nameOf = ({ metadata, address }: Campaign) => metadata?.name ?? `${address.slice(0, 10)}… (no title)`

function columnsFor(symbolOf: (chainId: number) => string): Column<Campaign>[] {
  return [
    {
      source: 'name',
      label: 'Campaign',
      render: (row) => (
        <Box component="span" sx={{ display: 'flex', gap: 1.25, alignItems: 'center' }}>
          <Picture url={row.metadata?.image_url} alt="" width={160} height={40} isHidden={row.hidden} />
          {nameOf(row)}
        </Box>
      ),
      isTitle: true,
    },
    {
      source: 'status',
      label: 'Status',
      render: (row) => (
        <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5, minWidth: '7.5rem' }}>
          <StateChip state={row.status} />
          {hasMarks(row) ? <CampaignMarks campaign={row} /> : null}
        </Box>
      ),
    },
    {
      source: 'total_raised_eth',
      label: 'Raised',
      render: ({ total_raised_eth, chain_id }) => <Amount eth={total_raised_eth} symbol={symbolOf(chain_id)} />,
      sortBy: 'total_raised_wei',
      align: 'right',
    },
    {
      source: 'goal_eth',
      label: 'Goal',
      render: ({ goal_eth, chain_id }) => <Amount eth={goal_eth} symbol={symbolOf(chain_id)} />,
      sortBy: 'goal_wei',
      align: 'right',
    },
    {
      source: 'progress_percent',
      label: 'Funded',
      render: ({ progress_percent }) => <Funding percent={progress_percent} />,
      sortBy: 'progress_percent',
    },
    {
      source: 'deadline_iso',
      label: 'Deadline',
      render: ({ deadline_iso }) => <TimeLeft deadlineIso={deadline_iso} />,
      sortBy: 'deadline_ts',
    },
    {
      source: 'creator_address',
      label: 'Creator',
      render: ({ creator_address, chain_id }) => (
        <Hash value={creator_address} to={listPath('campaigns', { chain_id, creator_address })} />
      ),
    },
  ]
}

export function CampaignsPage() {
  const chains = useChains()
  const symbolOf = (chainId: number) => chains.find(({ chain_id }) => chain_id === chainId)?.native_symbol ?? 'ETH'
  return (
    <DeskList<Campaign>
      title="Campaigns"
      about={
        <Box component="span">
          What is on the chain cannot be changed here. A hidden campaign is in no list, search or feed; its own page
          says why.
        </Box>
      }
      columns={columnsFor(symbolOf)}
      filters={campaignFilters}
      sort={{ field: 'created_at', order: 'DESC' }}
      bulkActions={<CampaignBulkActions />}
      nameOf={nameOf}
      to={({ address, chain_id }) => campaignPath(address, chain_id)}
      empty="No campaign has been indexed yet."
    />
  )
}
