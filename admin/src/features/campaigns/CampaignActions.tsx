import { api } from '../../api/api.ts'
import type { CampaignDetail } from '../../api/types.ts'
import { ActionButton } from '../../components/ActionButton.tsx'
import { useFollowJob } from '../../jobs/JobsProvider.tsx'
import { ReasonField } from './ReasonField.tsx'

export function CampaignActions({ campaign }: { campaign: CampaignDetail }) {
  const { address, chain_id, hidden, creator_blocked, featured_position } = campaign
  const params = { path: { address }, query: { chain_id } }
  const follow = useFollowJob()
  const bulk = (action: 'feature' | 'unfeature') => async () => {
    const { data } = await api.POST('/api/v1/admin/campaigns/bulk/', {
      params: { query: { chain_id } },
      body: { action, addresses: [address] },
    })
    follow(data)
    return undefined
  }
  return (
    <>
      {featured_position === null ? (
        <ActionButton
          label="Feature"
          title="Feature this campaign?"
          text="It is added to the featured campaigns of the home page, at the end."
          confirm="Feature"
          run={bulk('feature')}
        />
      ) : (
        <ActionButton
          label="Unfeature"
          title="Take it off the home page?"
          text="It leaves the featured campaigns; it stays in every list."
          confirm="Unfeature"
          run={bulk('unfeature')}
        />
      )}
      {hidden && !creator_blocked ? (
        <ActionButton
          label="Unhide"
          variant="contained"
          title="Show this campaign again?"
          text="It is listed again as any other campaign."
          confirm="Unhide"
          run={async () => {
            await api.POST('/api/v1/admin/campaigns/{address}/unhide/', { params, body: {} })
            return 'The campaign is visible again.'
          }}
        />
      ) : null}
      {hidden ? null : (
        <ActionButton
          label="Hide"
          danger
          title="Hide this campaign?"
          text="It leaves every list, search and feed; its page says why. Money and donors’ rights stay as they are."
          confirm="Hide"
          run={async ({ reason = '' }) => {
            await api.POST('/api/v1/admin/campaigns/{address}/hide/', { params, body: { reason } })
            return 'The campaign is hidden.'
          }}
        >
          <ReasonField />
        </ActionButton>
      )}
    </>
  )
}
