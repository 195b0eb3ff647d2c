import { Alert, Link as AnyLink, Box, Button } from '@mui/material'
import { Link } from 'react-admin'
import { api } from '../../api/api.ts'
import type { CampaignDetail } from '../../api/types.ts'
import { Amount, formatCount } from '../../components/Amount.tsx'
import { Facts } from '../../components/Facts.tsx'
import { Funding } from '../../components/Funding.tsx'
import { Hash } from '../../components/Hash.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Picture } from '../../components/Picture.tsx'
import { RecordPage } from '../../components/RecordPage.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { TimeLeft } from '../../components/TimeLeft.tsx'
import { When } from '../../components/When.tsx'
import { listPath, metadataPath } from '../../list/links.ts'
import { useAddressOfPage } from '../../list/useAddressOfPage.ts'
import { useSymbol } from '../../list/useChains.ts'
import { CampaignActions } from './CampaignActions.tsx'
import { CampaignMarks, hasMarks } from './CampaignMarks.tsx'

export function CampaignPage() {
  const params = useAddressOfPage()
  return (
    <RecordPage
      title={`Campaign ${params.path.address.slice(0, 10)}…`}
      queryKey={['campaign', params]}
      read={async (signal) => (await api.GET('/api/v1/admin/campaigns/{address}/', { params, signal })).data}
    >
      {(campaign) => <Details campaign={campaign} />}
    </RecordPage>
  )
}

function Details({ campaign }: { campaign: CampaignDetail }) {
  const symbol = useSymbol(campaign.chain_id)
  const { address, metadata } = campaign
  const { chain_id } = campaign
  return (
    <>
      <PageHead
        title={metadata?.name ?? `Campaign ${address.slice(0, 10)}…`}
        about={hasMarks(campaign) ? <CampaignMarks campaign={campaign} /> : undefined}
        actions={<CampaignActions campaign={campaign} />}
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {campaign.hidden ? (
          <Alert severity="warning" variant="outlined">
            Hidden <When at={campaign.hidden_at} />. Visitors read: “{campaign.hidden_reason}”
            {campaign.creator_blocked ? (
              <>
                {' '}
                It is hidden with its creator: <Link to="/blocked-creators">blocked creators</Link>.
              </>
            ) : null}
          </Alert>
        ) : null}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, alignItems: 'start' }}>
          <Panel title="On the chain">
            <Facts
              facts={[
                ['Status', <StateChip key="status" state={campaign.status} />],
                ['Raised', <Amount key="raised" eth={campaign.total_raised_eth} symbol={symbol} />],
                ['Goal', <Amount key="goal" eth={campaign.goal_eth} symbol={symbol} />],
                ['Funded', <Funding key="funded" percent={campaign.progress_percent} />],
                ['Refunded', <Amount key="refunded" eth={campaign.total_refunded_eth} symbol={symbol} />],
                [
                  'Withdrawn',
                  campaign.withdrawn ? (
                    <Amount key="withdrawn" eth={campaign.withdrawn_amount_eth} symbol={symbol} />
                  ) : (
                    'no'
                  ),
                ],
                ['Donors', formatCount(campaign.donors_count)],
                ['Donations', formatCount(campaign.donations_count)],
                ['Deadline', <TimeLeft key="deadline" deadlineIso={campaign.deadline_iso} />],
                ['Takes donations', campaign.accepts_donations ? 'yes' : 'no'],
                ['Created', <When key="created" at={campaign.created_at} />],
                ['Address', <Hash key="address" value={address} whole />],
                ['Creator', <Hash key="creator" value={campaign.creator_address} whole />],
                ['Factory', <Hash key="factory" value={campaign.factory_address} what="factory" whole />],
                ['Chain', campaign.chain_id],
              ]}
            />
          </Panel>
          <Panel
            title="Words and pictures"
            actions={
              <Button size="small" href={`#${metadataPath(address, campaign.chain_id)}`}>
                Metadata desk
              </Button>
            }
          >
            <Box sx={{ display: 'grid', gap: 2 }}>
              <Picture
                url={metadata?.image_url}
                alt={metadata?.name ?? 'This campaign'}
                width={640}
                height={220}
                isHidden={campaign.hidden}
              />
              <Facts
                facts={[
                  ['State', <StateChip key="state" state={campaign.metadata_state} />],
                  ['Error', campaign.last_error],
                  ['Category', metadata?.category],
                  ['In short', metadata?.short_description],
                  ['Location', metadata?.location],
                  ['Creator says', metadata?.creator_name],
                  ['CID', <Hash key="cid" value={campaign.cid} what="CID" whole />],
                ]}
              />
            </Box>
          </Panel>
        </Box>
        <Panel title="More about it">
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            <Link to={listPath('contributions', { chain_id, campaign: address })}>Contributions</Link>
            <Link to={listPath('events', { chain_id, campaign: address })}>Events</Link>
            <Link to={listPath('reports', { campaign: address })}>Reports</Link>
            <Link to={listPath('campaigns', { chain_id, creator_address: campaign.creator_address })}>
              Campaigns of this creator
            </Link>
            <Link to={listPath('audit', { subject: address })}>Audit log</Link>
            <AnyLink href={`/campaigns/${address}`} target="_blank" rel="noopener">
              Its public page
            </AnyLink>
          </Box>
        </Panel>
      </Box>
    </>
  )
}
