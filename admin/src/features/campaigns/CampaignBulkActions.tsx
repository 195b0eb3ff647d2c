import { useListContext } from 'react-admin'
import { api } from '../../api/api.ts'
import { ActionButton } from '../../components/ActionButton.tsx'
import { useFollowJob } from '../../jobs/JobsProvider.tsx'
import { chainOf } from '../../list/chainOf.ts'
import { ReasonField } from './ReasonField.tsx'

type Action = 'hide' | 'unhide' | 'refresh_metadata' | 'feature' | 'unfeature'

const ACTIONS: readonly { action: Action; label: string; text: string; danger?: boolean }[] = [
  {
    action: 'hide',
    label: 'Hide',
    text: 'They leave every list, search and feed; their pages say why. Money and donors’ rights stay as they are.',
    danger: true,
  },
  { action: 'unhide', label: 'Unhide', text: 'They are listed again as any other campaign.' },
  { action: 'refresh_metadata', label: 'Refresh metadata', text: 'Their documents are fetched again from IPFS.' },
  {
    action: 'feature',
    label: 'Feature',
    text: 'They are added to the featured campaigns of the home page, at the end.',
  },
  { action: 'unfeature', label: 'Unfeature', text: 'They leave the featured campaigns of the home page.' },
]

export function CampaignBulkActions() {
  const { selectedIds, onUnselectItems, filterValues } = useListContext()
  const follow = useFollowJob()
  const count = selectedIds.length
  const run = (action: Action) => async (values: Record<string, string>) => {
    const addresses = selectedIds.map(String)
    const reason = values['reason']
    const body = { action, addresses, ...(reason === undefined ? {} : { reason }) }
    const { data } = await api.POST('/api/v1/admin/campaigns/bulk/', {
      params: { query: chainOf(filterValues) },
      body,
    })
    onUnselectItems()
    follow(data)
    return undefined
  }
  return (
    <>
      {ACTIONS.map(({ action, label, text, danger = false }) => (
        <ActionButton
          key={action}
          label={label}
          variant="text"
          title={`${label}: ${count} ${count === 1 ? 'campaign' : 'campaigns'}?`}
          text={text}
          confirm={label}
          danger={danger}
          run={run(action)}
        >
          {action === 'hide' ? <ReasonField /> : null}
        </ActionButton>
      ))}
    </>
  )
}
