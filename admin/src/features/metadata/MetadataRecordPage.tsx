import { Alert, Box } from '@mui/material'
import { Link } from 'react-admin'
import { api } from '../../api/api.ts'
import type { MetadataDetail } from '../../api/types.ts'
import { ActionButton } from '../../components/ActionButton.tsx'
import { DiffTable } from '../../components/DiffTable.tsx'
import { Facts } from '../../components/Facts.tsx'
import { Hash } from '../../components/Hash.tsx'
import { JsonView } from '../../components/JsonView.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Picture } from '../../components/Picture.tsx'
import { RecordPage } from '../../components/RecordPage.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { useMay } from '../../components/useMay.ts'
import { When } from '../../components/When.tsx'
import { campaignPath } from '../../list/links.ts'
import { useAddressOfPage } from '../../list/useAddressOfPage.ts'

export function MetadataRecordPage() {
  const params = useAddressOfPage()
  return (
    <RecordPage
      title={`Metadata of ${params.path.address.slice(0, 10)}…`}
      queryKey={['metadata record', params]}
      read={async (signal) => (await api.GET('/api/v1/admin/metadata/{address}/', { params, signal })).data}
    >
      {(row) => <Details row={row} />}
    </RecordPage>
  )
}

function Details({ row }: { row: MetadataDetail }) {
  const title = row.name ?? `Metadata of ${row.campaign_address.slice(0, 10)}…`
  const pictures = [
    ['Picture', row.image_url, row.image_cid],
    ['Banner', row.banner_url, row.banner_cid],
    ['Avatar', row.creator_avatar_url, row.creator_avatar_cid],
  ] as const
  return (
    <>
      <PageHead
        title={title}
        about={<Link to={campaignPath(row.campaign_address, row.chain_id)}>The campaign</Link>}
        actions={<Actions row={row} />}
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {row.last_error ? (
          <Alert severity={row.state === 'failed' ? 'error' : 'warning'} variant="outlined">
            {row.last_error}
            {row.error_code ? ` (${row.error_code})` : ''}
          </Alert>
        ) : null}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, alignItems: 'start' }}>
          <Panel title="Stored">
            <Facts
              facts={[
                ['State', <StateChip key="state" state={row.state} />],
                ['Proved against its CID', row.verified ? 'yes' : 'no'],
                ['CID', <Hash key="cid" value={row.cid} what="CID" whole />],
                ['Attempts', row.attempts],
                ['Fetched', <When key="fetched" at={row.ipfs_fetched_at} />],
                ['Next attempt', <When key="next" at={row.next_attempt_at} />],
                ['In short', row.short_description],
                ['Category', row.category],
                ['Tags', row.tags.join(', ')],
                ['Location', row.location],
                ['Creator says', row.creator_name],
                ['Website', row.website_url],
                ['Twitter', row.twitter_handle],
                ['Discord', row.discord_url],
              ]}
            />
          </Panel>
          <Panel title="Pictures">
            <Box sx={{ display: 'grid', gap: 2 }}>
              {pictures.map(([name, url, cid]) => (
                <Box key={name} component="figure" sx={{ m: 0 }}>
                  {url ? (
                    // An avatar is shown as the pages do: square.
                    <Box sx={name === 'Avatar' ? { width: 120 } : {}}>
                      <Picture
                        url={url}
                        alt={`${name} of ${title}`}
                        width={640}
                        height={name === 'Avatar' ? 120 : 200}
                        isHidden={row.hidden}
                      />
                    </Box>
                  ) : null}
                  <Box component="figcaption" sx={{ color: 'var(--ink-2)', mt: 0.5 }}>
                    {name}: {cid ? <Hash value={cid} what={`CID of the ${name.toLowerCase()}`} /> : 'none'}
                  </Box>
                </Box>
              ))}
            </Box>
          </Panel>
        </Box>
        {row.raw_json === null || row.raw_json === undefined ? (
          <Panel title="The document">
            {row.state === 'absent' ? 'The campaign names none.' : 'It was never fetched.'}
          </Panel>
        ) : (
          <FetchedDocument row={row} />
        )}
      </Box>
    </>
  )
}

function FetchedDocument({ row }: { row: MetadataDetail }) {
  return (
    <>
      <Panel title="Where the document and the stored row differ">
        <DiffTable
          label="Differences"
          left="Document"
          right="Stored"
          rows={row.differences.map(({ field, document, stored, why }) => ({
            field,
            left: document,
            right: stored,
            why,
          }))}
          empty="Every field is stored as the document says it."
        />
      </Panel>
      <Panel title="The document">
        <JsonView value={row.raw_json} label="The document as it was found" />
      </Panel>
    </>
  )
}

function Actions({ row }: { row: MetadataDetail }) {
  const mayClear = useMay('metadata', 'delete')
  const params = { path: { address: row.campaign_address }, query: { chain_id: row.chain_id } }
  return (
    <>
      <ActionButton
        label="Refresh"
        variant="contained"
        title="Fetch the document again?"
        text="It is fetched from the gateways now, proved and read again. What was resolved before stays when this fails."
        confirm="Refresh"
        run={async () => {
          await api.POST('/api/v1/admin/metadata/{address}/refresh/', { params })
          return 'The document was fetched and read again.'
        }}
      />
      {mayClear ? (
        <ActionButton
          label="Clear"
          danger
          title="Forget the stored words?"
          text="Title, story and pictures leave the pages until a worker has fetched the document anew. Nothing on the chain changes."
          confirm="Clear"
          run={async () => {
            await api.POST('/api/v1/admin/metadata/{address}/clear/', { params })
            return 'The stored words are gone; a worker fetches them anew.'
          }}
        />
      ) : null}
    </>
  )
}
