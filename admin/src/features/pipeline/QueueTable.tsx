import type { Queue } from '../../api/types.ts'
import { formatCount } from '../../components/Amount.tsx'
import { formatDuration } from '../../components/formatTime.ts'
import { SmallTable } from '../../components/SmallTable.tsx'

export function QueueTable({ queues }: { queues: readonly Queue[] }) {
  return (
    <SmallTable
      label="Queues"
      rows={queues}
      rowKey={({ id }) => id}
      empty="The broker has no queue yet."
      columns={[
        { name: 'Queue', render: ({ queue }) => queue },
        { name: 'Kind', render: ({ kind }) => kind.replaceAll('-', ' ') },
        { name: 'Waiting', render: ({ depth }) => (depth === null ? 'no answer' : formatCount(depth)), align: 'right' },
        {
          name: 'Oldest',
          render: ({ depth, oldest_unacknowledged_seconds: seconds }) => (depth === 0 ? '–' : formatDuration(seconds)),
          align: 'right',
        },
        { name: 'Consumers', render: ({ consumers }) => consumers ?? 'no answer', align: 'right' },
      ]}
    />
  )
}
