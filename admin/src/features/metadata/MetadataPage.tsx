import { Box, Button, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useListContext } from 'react-admin'
import { api } from '../../api/api.ts'
import type { Metadata } from '../../api/types.ts'
import { useOverview } from '../../api/useOverview.ts'
import { ActionButton } from '../../components/ActionButton.tsx'
import { formatCount } from '../../components/Amount.tsx'
import { Hash } from '../../components/Hash.tsx'
import { Picture } from '../../components/Picture.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { When } from '../../components/When.tsx'
import { useFollowJob } from '../../jobs/JobsProvider.tsx'
import type { Column } from '../../list/Column.ts'
import { chainOf } from '../../list/chainOf.ts'
import { DeskList } from '../../list/DeskList.tsx'
import type { Filter } from '../../list/FilterBar.tsx'
import { metadataPath } from '../../list/links.ts'

const nameOf = ({ name, campaign_address }: Metadata) => name ?? `${campaign_address.slice(0, 10)}… (no title)`

const columns: Column<Metadata>[] = [
  {
    source: 'name',
    label: 'Campaign',
    render: (row) => (
      <Box component="span" sx={{ display: 'flex', gap: 1.25, alignItems: 'center' }}>
        <Picture url={row.image_url} alt="" width={160} height={48} isHidden={row.hidden} />
        {nameOf(row)}
      </Box>
    ),
    isTitle: true,
  },
  {
    source: 'state',
    label: 'State',
    render: ({ state, verified }) => (
      <>
        <StateChip state={state} />
        {state === 'resolved' && !verified ? ' not proved' : null}
      </>
    ),
  },
  { source: 'cid', label: 'CID', render: ({ cid }) => <Hash value={cid} what="CID" /> },
  { source: 'last_error', label: 'Error', render: ({ last_error }) => last_error ?? '–', isText: true },
  {
    source: 'attempts',
    label: 'Attempts',
    render: ({ attempts, next_attempt_at }) => (
      <>
        {attempts}
        {next_attempt_at ? (
          <>
            , next <When at={next_attempt_at} />
          </>
        ) : null}
      </>
    ),
    sortBy: 'attempts',
  },
  { source: 'updated_at', label: 'Stored', render: ({ updated_at }) => <When at={updated_at} />, sortBy: 'updated_at' },
]

const filters: Filter[] = [
  { kind: 'search', source: 'q', label: 'Search title, CID or error' },
  { kind: 'text', source: 'error_code', label: 'Error code', width: 160 },
]

export function MetadataPage() {
  return (
    <DeskList<Metadata>
      title="Metadata"
      about="The words and pictures of campaigns, as they were fetched from IPFS and proved against their CID."
      columns={columns}
      filters={filters}
      sort={{ field: 'created_at', order: 'DESC' }}
      above={<StateTabs />}
      actions={<RefreshAllFailed />}
      bulkActions={<RefreshSelection />}
      nameOf={nameOf}
      to={({ campaign_address, chain_id }) => metadataPath(campaign_address, chain_id)}
      empty="No campaign has been indexed yet."
    />
  )
}

const STATES = ['failed', 'pending', 'resolved', 'absent'] as const

function StateTabs() {
  const { filterValues, setFilters } = useListContext()
  const { data } = useOverview()
  const counts: Partial<Record<string, number>> = data?.metadata ?? {}
  const choose = (state: string | null) => {
    const { state: _dropped, ...others } = filterValues
    setFilters(state ? { ...others, state } : others, undefined, false)
  }
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label="State"
      value={filterValues['state'] ?? ''}
      onChange={(_event, state: string | null) => choose(state)}
      sx={{
        mb: 1.5,
        flexWrap: 'wrap',
        gap: 0.5,
        // Each with an outline of its own: on a phone they take two lines.
        '& .MuiToggleButton-root': { border: '1px solid var(--line-strong)', borderRadius: '7px', m: 0 },
      }}
    >
      <ToggleButton value="">All</ToggleButton>
      {STATES.map((state) => (
        <ToggleButton key={state} value={state}>
          {`${state[0]?.toUpperCase()}${state.slice(1)}`}
          {counts[state] === undefined ? '' : ` ${formatCount(counts[state])}`}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

function RefreshSelection() {
  const { selectedIds, onUnselectItems, filterValues } = useListContext()
  const follow = useFollowJob()
  const start = async () => {
    const body = { addresses: selectedIds.map(String) }
    const params = { query: chainOf(filterValues) }
    follow((await api.POST('/api/v1/admin/metadata/bulk-refresh/', { params, body })).data)
    onUnselectItems()
    return undefined
  }
  const count = `${selectedIds.length} ${selectedIds.length === 1 ? 'document' : 'documents'}`
  return (
    <ActionButton
      label="Refresh"
      variant="text"
      title={`Fetch ${count} again?`}
      text="What was resolved before stays when the document cannot be had."
      confirm="Refresh"
      run={start}
    />
  )
}

function RefreshAllFailed() {
  const { filterValues } = useListContext()
  const { data } = useOverview()
  const follow = useFollowJob()
  const failed = data?.metadata.failed ?? 0
  if (failed === 0)
    return (
      <Button size="small" variant="outlined" disabled>
        Nothing failed
      </Button>
    )
  return (
    <ActionButton
      label={`Refresh all ${formatCount(failed)} failed`}
      title="Fetch all failed documents again?"
      text="A worker fetches each of them once more; what fails again is listed with its reason."
      confirm="Refresh all"
      run={async () => {
        const params = { query: chainOf(filterValues) }
        follow((await api.POST('/api/v1/admin/metadata/bulk-refresh/', { params, body: { state: 'failed' } })).data)
        return undefined
      }}
    />
  )
}
