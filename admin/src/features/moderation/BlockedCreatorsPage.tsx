import { TextField } from '@mui/material'
import { api } from '../../api/api.ts'
import type { BlockedCreator } from '../../api/types.ts'
import { ActionButton } from '../../components/ActionButton.tsx'
import { formatCount } from '../../components/Amount.tsx'
import { Hash } from '../../components/Hash.tsx'
import { When } from '../../components/When.tsx'
import type { Column } from '../../list/Column.ts'
import { DeskList } from '../../list/DeskList.tsx'
import { listPath } from '../../list/links.ts'
import { ReasonField } from '../campaigns/ReasonField.tsx'

const columns: Column<BlockedCreator>[] = [
  {
    source: 'address',
    label: 'Creator',
    render: ({ address }) => <Hash value={address} to={listPath('campaigns', { creator_address: address })} />,
    isTitle: true,
  },
  { source: 'reason', label: 'Public reason', render: ({ reason }) => reason, isText: true },
  {
    source: 'campaigns_count',
    label: 'Campaigns',
    render: ({ campaigns_count }) => formatCount(campaigns_count),
    align: 'right',
  },
  { source: 'blocked_by', label: 'Blocked by', render: ({ blocked_by }) => blocked_by },
  { source: 'blocked_at', label: 'When', render: ({ blocked_at }) => <When at={blocked_at} />, sortBy: 'blocked_at' },
  {
    source: 'change',
    label: 'Change',
    render: ({ address }) => (
      <ActionButton
        label="Unblock"
        variant="text"
        title="Unblock this creator?"
        text="The creator’s campaigns are listed again, but for those that are hidden themselves."
        confirm="Unblock"
        run={async () => {
          await api.DELETE('/api/v1/admin/blocked-creators/{address}/', { params: { path: { address } } })
          return 'The creator is no longer blocked.'
        }}
      />
    ),
  },
]

export function BlockedCreatorsPage() {
  return (
    <DeskList<BlockedCreator>
      title="Blocked creators"
      about="All of their campaigns are hidden, on every chain, those to come too."
      columns={columns}
      filters={[{ kind: 'search', source: 'q', label: 'Search reason or address' }]}
      byChain={false}
      sort={{ field: 'blocked_at', order: 'DESC' }}
      actions={
        <ActionButton
          label="Block a creator"
          variant="contained"
          title="Block a creator?"
          text="All campaigns of this address leave every list, search and feed; their pages say why. Donors keep their rights."
          confirm="Block"
          danger
          run={async ({ address = '', reason = '' }) => {
            await api.POST('/api/v1/admin/blocked-creators/', { body: { address: address.trim(), reason } })
            return 'The creator is blocked.'
          }}
        >
          <TextField
            name="address"
            label="Address"
            required
            fullWidth
            slotProps={{
              htmlInput: { pattern: '\\s*0x[0-9a-fA-F]{40}\\s*', spellCheck: false, title: '0x and 40 hex digits' },
            }}
          />
          <ReasonField />
        </ActionButton>
      }
      empty="No creator is blocked."
    />
  )
}
