import { Box } from '@mui/material'
import { useParams } from 'react-admin'
import { api } from '../../api/api.ts'
import type { DeadLetterDetail } from '../../api/types.ts'
import { ActionButton } from '../../components/ActionButton.tsx'
import { formatCount } from '../../components/Amount.tsx'
import { Facts } from '../../components/Facts.tsx'
import { JsonView } from '../../components/JsonView.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RecordPage } from '../../components/RecordPage.tsx'
import { useMay } from '../../components/useMay.ts'
import { When } from '../../components/When.tsx'

export function DeadLetterPage() {
  const id = Number(useParams()['id'])
  return (
    <RecordPage
      title={`Dead letter ${id}`}
      queryKey={['dead letter', id]}
      read={async (signal) =>
        (await api.GET('/api/v1/admin/dead-letters/{id}/', { params: { path: { id } }, signal })).data
      }
    >
      {(letter) => <Details letter={letter} />}
    </RecordPage>
  )
}

function Details({ letter }: { letter: DeadLetterDetail }) {
  const mayOperate = useMay('dead-letters', 'operate')
  return (
    <>
      <PageHead title={`Dead letter ${letter.id}`} actions={mayOperate ? <Actions id={letter.id} /> : undefined} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Panel title="What happened">
          <Facts
            facts={[
              ['Why', letter.reason],
              ['Queue', letter.queue],
              ['Chain', letter.chain_id],
              ['Tried', formatCount(letter.attempts)],
              ['Bytes', formatCount(letter.bytes)],
              ['First put aside', <When key="first" at={letter.created_at} />],
              ['Last put aside', <When key="last" at={letter.updated_at} />],
            ]}
          />
        </Panel>
        <Panel title="The message">
          <JsonView value={letter.message ?? letter.body} label="The message as it came" />
        </Panel>
      </Box>
    </>
  )
}

function Actions({ id }: { id: number }) {
  const params = { path: { id } }
  return (
    <>
      <ActionButton
        label="Replay"
        variant="contained"
        title="Replay this message?"
        text="It goes back into its queue. It is applied if its lane still lacks it, and else does nothing."
        confirm="Replay"
        leadsTo="/dead-letters"
        run={async () => {
          await api.POST('/api/v1/admin/dead-letters/{id}/replay/', { params })
          return `Letter ${id} is back in its queue.`
        }}
      />
      <ActionButton
        label="Discard"
        danger
        title="Discard this message?"
        text="It is forgotten. What its lane lacks is asked for again in any case."
        confirm="Discard"
        leadsTo="/dead-letters"
        run={async () => {
          await api.POST('/api/v1/admin/dead-letters/{id}/discard/', { params })
          return `Letter ${id} is discarded.`
        }}
      />
    </>
  )
}
