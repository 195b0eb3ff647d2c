import type { Chain } from '../../api/types.ts'
import { formatCount } from '../../components/Amount.tsx'
import { SmallTable } from '../../components/SmallTable.tsx'
import { When } from '../../components/When.tsx'

export function LaneTable({ lanes }: { lanes: Chain['lanes'] }) {
  return (
    <SmallTable<Chain['lanes'][number]>
      label="Lanes"
      rows={lanes}
      rowKey={({ partition }) => partition}
      empty="No lane has begun yet."
      columns={[
        { name: 'Queue', render: ({ queue }) => queue },
        { name: 'Lane', render: ({ partition }) => partition },
        { name: 'Applied', render: ({ epoch, seq }) => `epoch ${epoch}, message ${seq}` },
        {
          name: 'Tables at',
          render: ({ last_block }) => (last_block === null ? '–' : formatCount(last_block)),
          align: 'right',
        },
        {
          name: 'Published to',
          render: ({ published_block }) => (published_block === null ? '–' : formatCount(published_block)),
          align: 'right',
        },
        { name: 'Waiting', render: ({ depth }) => formatCount(depth), align: 'right' },
        { name: 'Last move', render: ({ updated_at }) => <When at={updated_at} /> },
      ]}
    />
  )
}
