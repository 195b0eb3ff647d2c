import { Box, Checkbox, FormControlLabel, TextField } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-admin'
import { api } from '../../api/api.ts'
import type { Report } from '../../api/types.ts'
import { ActionButton } from '../../components/ActionButton.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { When } from '../../components/When.tsx'
import type { Column } from '../../list/Column.ts'
import { DeskList } from '../../list/DeskList.tsx'
import type { Filter } from '../../list/FilterBar.tsx'
import { campaignPath } from '../../list/links.ts'
import { ReasonField } from '../campaigns/ReasonField.tsx'

const columns: Column<Report>[] = [
  {
    source: 'campaign',
    label: 'Campaign',
    render: ({ campaign_name, campaign_address, campaign_hidden, chain_id }) => (
      <Box component="span" sx={{ display: 'inline-flex', gap: 1, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Link to={campaignPath(campaign_address, chain_id)} sx={{ fontWeight: 600, color: 'var(--ink)' }}>
          {campaign_name ?? `${campaign_address.slice(0, 10)}…`}
        </Link>
        {campaign_hidden ? <StateChip state="hidden" /> : null}
      </Box>
    ),
    isTitle: true,
  },
  { source: 'reason', label: 'Reason', render: ({ reason }) => <StateChip state={reason} tone="plain" /> },
  {
    source: 'details',
    label: 'Their words',
    render: ({ details }) => details && <Box sx={{ maxWidth: '26rem', whiteSpace: 'pre-wrap' }}>{details}</Box>,
    isText: true,
  },
  { source: 'reporter', label: 'By', render: ({ reporter }) => reporter },
  { source: 'created_at', label: 'When', render: ({ created_at }) => <When at={created_at} />, sortBy: 'created_at' },
  {
    source: 'state',
    label: 'State',
    render: ({ state, resolved_by, note }) => (
      <span title={note ?? undefined}>
        <StateChip state={state} /> {resolved_by ? `by ${resolved_by}` : ''}
      </span>
    ),
  },
  { source: 'decide', label: 'Decide', render: (row) => (row.state === 'open' ? <Decide report={row} /> : '–') },
]

const filters: Filter[] = [
  { kind: 'search', source: 'q', label: 'Search title, words or address' },
  { kind: 'choice', source: 'state', label: 'State', choices: ['open', 'dismissed', 'upheld'] },
  { kind: 'choice', source: 'reason', label: 'Reason', choices: ['scam', 'copyright', 'illegal', 'spam', 'other'] },
  { kind: 'text', source: 'campaign', label: 'Campaign address', width: 200 },
]

export function ReportsPage() {
  return (
    <DeskList<Report>
      title="Reports"
      about="What visitors think is wrong with a campaign."
      columns={columns}
      filters={filters}
      sort={{ field: 'created_at', order: 'DESC' }}
      empty="Nobody has reported anything."
    />
  )
}

function Decide({ report }: { report: Report }) {
  const { id, campaign_hidden } = report
  const resolve = (state: 'dismissed' | 'upheld') => async (values: Record<string, string>) => {
    const { note = '', reason } = values
    const hiding = values['hide'] === 'on' && reason !== undefined ? { hide: true, reason } : {}
    await api.POST('/api/v1/admin/reports/{id}/resolve/', {
      params: { path: { id } },
      body: { state, note, ...hiding },
    })
    return state === 'dismissed' ? 'The report is dismissed.' : 'The report is upheld.'
  }
  return (
    <Box sx={{ display: 'flex', gap: 0.5 }}>
      <ActionButton
        label="Uphold"
        danger
        variant="text"
        title="Uphold this report?"
        text="The visitor is right. The campaign can be hidden with it."
        confirm="Uphold"
        run={resolve('upheld')}
      >
        {campaign_hidden ? null : <HideToo />}
        <NoteField />
      </ActionButton>
      <ActionButton
        label="Dismiss"
        variant="text"
        title="Dismiss this report?"
        text="Nothing is wrong with the campaign; it stays as it is."
        confirm="Dismiss"
        run={resolve('dismissed')}
      >
        <NoteField />
      </ActionButton>
    </Box>
  )
}

function HideToo() {
  const [hide, setHide] = useState(true)
  return (
    <>
      <FormControlLabel
        control={<Checkbox name="hide" checked={hide} onChange={(_event, checked) => setHide(checked)} />}
        label="Hide the campaign"
      />
      {hide ? <ReasonField /> : null}
    </>
  )
}

const NoteField = () => (
  <TextField
    name="note"
    label="Note"
    helperText="For the staff alone."
    multiline
    minRows={2}
    fullWidth
    slotProps={{ htmlInput: { maxLength: 2000 } }}
  />
)
