import type { Job } from '../api/types.ts'
import { StateChip } from '../components/StateChip.tsx'
import { When } from '../components/When.tsx'
import type { Column } from '../list/Column.ts'
import { DeskList } from '../list/DeskList.tsx'
import type { Filter } from '../list/FilterBar.tsx'
import { jobSentence, jobTitle } from './jobWords.ts'

const columns: Column<Job>[] = [
  { source: 'kind', label: 'Job', render: ({ kind, id }) => `${jobTitle(kind)} (${id})`, isTitle: true },
  { source: 'state', label: 'State', render: ({ state }) => <StateChip state={state} /> },
  { source: 'progress', label: 'Result', render: (job) => jobSentence(job) },
  { source: 'created_by', label: 'Begun by', render: ({ created_by }) => created_by },
  { source: 'created_at', label: 'Begun', render: ({ created_at }) => <When at={created_at} />, sortBy: 'id' },
  { source: 'finished_at', label: 'Ended', render: ({ finished_at }) => finished_at && <When at={finished_at} /> },
]

const filters: Filter[] = [
  { kind: 'search', source: 'q', label: 'Search who began it, or error' },
  { kind: 'choice', source: 'state', label: 'State', choices: ['queued', 'running', 'done', 'failed', 'cancelled'] },
  {
    kind: 'choice',
    source: 'kind',
    label: 'Kind',
    width: 220,
    choices: ['hide', 'unhide', 'feature', 'unfeature', 'refresh_metadata', 'resync', 'verify'].map((id) => ({
      id,
      name: jobTitle(id),
    })),
  },
]

const LOOK_MS = 3000

export function JobsPage() {
  return (
    <DeskList<Job>
      title="Jobs"
      about="Long work that was begun at this desk. A worker does it, whether anybody looks or not."
      columns={columns}
      filters={filters}
      byChain={false}
      sort={{ field: 'id', order: 'DESC' }}
      every={LOOK_MS}
      to={({ id }) => `/jobs/${id}/show`}
      empty="No job was begun yet. Bulk actions, verify runs and resyncs are jobs."
    />
  )
}
