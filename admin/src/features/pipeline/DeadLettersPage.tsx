import type { DeadLetter } from '../../api/types.ts'
import { formatCount } from '../../components/Amount.tsx'
import { When } from '../../components/When.tsx'
import type { Column } from '../../list/Column.ts'
import { DeskList } from '../../list/DeskList.tsx'

const columns: Column<DeadLetter>[] = [
  { source: 'id', label: 'Letter', render: ({ id }) => `Letter ${id}`, sortBy: 'id', isTitle: true },
  { source: 'reason', label: 'Why', render: ({ reason }) => reason, isText: true },
  { source: 'queue', label: 'Queue', render: ({ queue }) => queue },
  { source: 'chain_id', label: 'Chain', render: ({ chain_id }) => chain_id ?? '–' },
  { source: 'attempts', label: 'Tried', render: ({ attempts }) => formatCount(attempts), align: 'right' },
  { source: 'bytes', label: 'Bytes', render: ({ bytes }) => formatCount(bytes), align: 'right', wideOnly: true },
  { source: 'created_at', label: 'Since', render: ({ created_at }) => <When at={created_at} /> },
]

const LOOK_MS = 5000

export function DeadLettersPage() {
  return (
    <DeskList<DeadLetter>
      title="Dead letters"
      about="Messages that could not be applied. Nothing passes them silently: what their lane lacks is asked for again."
      columns={columns}
      filters={[
        { kind: 'search', source: 'q', label: 'Search reason or message' },
        { kind: 'text', source: 'queue', label: 'Queue', width: 220 },
      ]}
      sort={{ field: 'id', order: 'DESC' }}
      every={LOOK_MS}
      to={({ id }) => `/dead-letters/${id}/show`}
      empty="No dead letter. Every message was applied."
    />
  )
}
