import { Box } from '@mui/material'
import type { ChainEvent } from '../../api/types.ts'
import { Hash } from '../../components/Hash.tsx'
import { JsonView } from '../../components/JsonView.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { When } from '../../components/When.tsx'
import type { Column } from '../../list/Column.ts'
import { DeskList } from '../../list/DeskList.tsx'
import type { Filter } from '../../list/FilterBar.tsx'

const columns: Column<ChainEvent>[] = [
  {
    source: 'event_name',
    label: 'Event',
    render: ({ event_name, removed }) => (
      <Box component="span" sx={{ display: 'inline-flex', gap: 1, flexWrap: 'wrap' }}>
        {event_name}
        {removed ? <StateChip state="removed" label="removed by a reorg" /> : null}
      </Box>
    ),
    isTitle: true,
  },
  {
    source: 'block_number',
    label: 'Block',
    render: ({ block_number }) => block_number,
    sortBy: 'block_number',
    align: 'right',
  },
  { source: 'log_index', label: 'Log', render: ({ log_index }) => log_index, align: 'right' },
  { source: 'tx_hash', label: 'Transaction', render: ({ tx_hash }) => <Hash value={tx_hash} what="transaction" /> },
  { source: 'address', label: 'Contract', render: ({ address }) => <Hash value={address} /> },
  {
    source: 'event_data',
    label: 'Data',
    render: ({ event_name, event_data_parsed }) => (
      <details>
        <summary>Show</summary>
        <JsonView value={event_data_parsed} label={`Data of ${event_name}`} />
      </details>
    ),
  },
  { source: 'created_at', label: 'When', render: ({ created_at }) => <When at={created_at} /> },
]

const filters: Filter[] = [
  {
    kind: 'choice',
    source: 'event_name',
    label: 'Event',
    width: 180,
    choices: ['CampaignCreated', 'DonationReceived', 'Withdrawn', 'Refunded'].map((id) => ({ id, name: id })),
  },
  { kind: 'flag', source: 'removed', label: 'Removed', width: 125 },
  { kind: 'text', source: 'campaign', label: 'Campaign address', width: 180 },
  { kind: 'text', source: 'account', label: 'Donor or creator', width: 180 },
  { kind: 'text', source: 'tx_hash', label: 'Transaction', width: 180 },
  { kind: 'text', source: 'block_number_gte', label: 'From block', width: 125 },
  { kind: 'text', source: 'block_number_lte', label: 'To block', width: 125 },
]

export function EventsPage() {
  return (
    <DeskList<ChainEvent>
      title="Events"
      about="Every event that was read from the chain; those that a reorg took away stay here, marked."
      columns={columns}
      filters={filters}
      sort={{ field: 'block_number', order: 'DESC' }}
      empty="No event has been indexed yet."
    />
  )
}
