import type { VerifyRun } from '../../api/types.ts'
import { formatCount } from '../../components/Amount.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { useMay } from '../../components/useMay.ts'
import { When } from '../../components/When.tsx'
import type { Column } from '../../list/Column.ts'
import { DeskList } from '../../list/DeskList.tsx'
import { VerifyButton } from './VerifyButton.tsx'

const columns: Column<VerifyRun>[] = [
  { source: 'id', label: 'Run', render: ({ id }) => `Run ${id}`, sortBy: 'id', isTitle: true },
  { source: 'chain_id', label: 'Chain', render: ({ chain_id }) => chain_id },
  { source: 'state', label: 'State', render: ({ state }) => <StateChip state={state} /> },
  { source: 'ok', label: 'Result', render: (run) => <VerifyResult run={run} /> },
  {
    source: 'campaigns',
    label: 'Campaigns',
    render: ({ campaigns_checked, campaigns_total }) =>
      campaigns_total === null
        ? formatCount(campaigns_checked)
        : `${formatCount(campaigns_checked)} of ${formatCount(campaigns_total)}`,
    align: 'right',
  },
  { source: 'created_by', label: 'Begun by', render: ({ created_by }) => created_by },
  { source: 'created_at', label: 'Begun', render: ({ created_at }) => <When at={created_at} /> },
]

const LOOK_MS = 3000

export function VerifyRunsPage() {
  const mayStart = useMay('verify-runs', 'create')
  return (
    <DeskList<VerifyRun>
      title="Verify runs"
      about="Proofs of the tables: against their own events, and each campaign against its contract."
      columns={columns}
      filters={[
        { kind: 'search', source: 'q', label: 'Search who began it, or error' },
        {
          kind: 'choice',
          source: 'state',
          label: 'State',
          choices: ['queued', 'running', 'done', 'failed', 'cancelled'],
        },
        {
          kind: 'choice',
          source: 'ok',
          label: 'Result',
          choices: [
            { id: 'true', name: 'Everything agrees' },
            { id: 'false', name: 'Differences' },
          ],
        },
      ]}
      sort={{ field: 'id', order: 'DESC' }}
      every={LOOK_MS}
      actions={mayStart ? <VerifyButton /> : undefined}
      to={({ id }) => `/verify-runs/${id}/show`}
      empty="No run yet."
    />
  )
}

export function VerifyResult({ run: { ok, differences_count } }: { run: Pick<VerifyRun, 'ok' | 'differences_count'> }) {
  if (ok === null) return <>–</>
  if (ok) return <StateChip state="clean" label="everything agrees" />
  return (
    <StateChip
      state="different"
      label={`${formatCount(differences_count ?? 0)} ${differences_count === 1 ? 'difference' : 'differences'}`}
    />
  )
}
