import { Box } from '@mui/material'
import { Link } from 'react-admin'
import type { AuditEntry } from '../../api/types.ts'
import { DiffTable } from '../../components/DiffTable.tsx'
import { Hash } from '../../components/Hash.tsx'
import { When } from '../../components/When.tsx'
import type { Column } from '../../list/Column.ts'
import { DeskList } from '../../list/DeskList.tsx'
import type { Filter } from '../../list/FilterBar.tsx'
import { campaignPath, listPath } from '../../list/links.ts'
import { changesOf } from './changesOf.ts'

const columns: Column<AuditEntry>[] = [
  { source: 'action', label: 'Did', render: ({ action }) => action, isTitle: true },
  { source: 'subject', label: 'To', render: ({ subject }) => <Subject subject={subject} /> },
  { source: 'actor', label: 'Who', render: ({ actor }) => actor },
  { source: 'at', label: 'When', render: ({ at }) => <When at={at} />, sortBy: 'id' },
  { source: 'changes', label: 'What changed', render: (entry) => <Changes entry={entry} /> },
  {
    source: 'request_id',
    label: 'Request',
    render: ({ request_id }) => <Hash value={request_id} what="request id" />,
    wideOnly: true,
  },
]

const filters: Filter[] = [
  { kind: 'text', source: 'actor', label: 'Who', width: 150 },
  { kind: 'text', source: 'action', label: 'Action begins with', width: 180 },
  { kind: 'text', source: 'subject', label: 'Subject holds', width: 220 },
  { kind: 'day', source: 'since', label: 'Since', width: 160 },
  { kind: 'day', source: 'until', label: 'Before', width: 160 },
]

export function AuditPage() {
  return (
    <DeskList<AuditEntry>
      title="Audit log"
      about="Who did what to what, and when. Nothing in it can be changed or deleted."
      columns={columns}
      filters={filters}
      byChain={false}
      sort={{ field: 'id', order: 'DESC' }}
      empty="Nothing has been done yet."
    />
  )
}

/** The page of what was acted on, where there is one. */
const pagesOf: Record<string, (id: string, chainId: string) => string> = {
  campaign: (address, chainId) => campaignPath(address, Number(chainId)),
  creator: (creator_address) => listPath('campaigns', { creator_address }),
  chain: (id) => `/chains/${id}/show`,
  featured: () => '/featured',
  job: (id) => `/jobs/${id}/show`,
}

/** What is read at a glance needs no button to copy it. */
const SHORT = 14

/** "campaign:31337:0x…": the long part is shortened, all of it is in the title. */
function Subject({ subject }: { subject: string }) {
  const [kind, ...rest] = subject.split(':')
  const last = rest.at(-1)
  if (last === undefined) return <>{subject}</>
  const path = pagesOf[kind ?? '']?.(last, rest[0] ?? '')
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'baseline', flexWrap: 'wrap' }}>
      {kind}{' '}
      {last.length > SHORT ? (
        <Hash value={last} what={kind ?? 'subject'} to={path} />
      ) : path ? (
        <Link to={path}>{last}</Link>
      ) : (
        last
      )}
    </Box>
  )
}

function Changes({ entry }: { entry: AuditEntry }) {
  const rows = changesOf(entry.before, entry.after)
  if (rows.length === 0) return <>–</>
  const names = rows.map(({ field }) => field).slice(0, 4)
  return (
    <details>
      <summary>{`${names.join(', ')}${rows.length > names.length ? ' …' : ''}`}</summary>
      <DiffTable label={`What ${entry.action} changed`} left="Before" right="After" rows={rows} empty="" />
    </details>
  )
}
