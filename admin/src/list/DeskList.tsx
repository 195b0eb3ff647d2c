import { Alert, Box } from '@mui/material'
import type { ReactNode } from 'react'
import { ListBase, Loading, Pagination, useListContext, useResourceContext } from 'react-admin'
import { orderingOf } from '../api/dataProvider.ts'
import { PageHead } from '../components/PageHead.tsx'
import { Problem } from '../components/Problem.tsx'
import type { Column } from './Column.ts'
import { DeskTable } from './DeskTable.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { type Filter, FilterBar } from './FilterBar.tsx'

export interface DeskListProps<Row extends { id: string | number }> {
  title: string
  about?: ReactNode
  columns: readonly Column<Row>[]
  filters?: readonly Filter[]
  byChain?: boolean
  sort: { field: string; order: 'ASC' | 'DESC' }
  /** Buttons for the rows that are chosen; without them rows cannot be chosen. */
  bulkActions?: ReactNode
  actions?: ReactNode
  /** Said when the list is empty without any filter. */
  empty: string
  /** Milliseconds; for lists that move by themselves. */
  every?: number
  /** Where a row leads. */
  to?: (row: Row) => string | false
  above?: ReactNode
  /** A row in plain words; the row's id where there are none. */
  nameOf?: (row: Row) => string
  resource?: string
}

/** A list of the desk: heading, filters, rows, pages; all of its state is in the address. */
export function DeskList<Row extends { id: string | number }>(props: DeskListProps<Row>) {
  const { title, about, filters = [], sort, actions, every, above, byChain, resource } = props
  return (
    <ListBase
      {...(resource ? { resource } : {})}
      sort={sort}
      perPage={25}
      exporter={false}
      authLoading={<Loading />}
      queryOptions={{ refetchInterval: every ?? false }}
    >
      <PageHead
        title={title}
        about={about}
        actions={
          <>
            {actions}
            <ListExport />
          </>
        }
      />
      {above}
      <FilterBar filters={filters} {...(byChain === undefined ? {} : { byChain })} />
      <Rows {...props} />
    </ListBase>
  )
}

/** Of the rows that the list has, in its order. */
function ListExport() {
  const resource = useResourceContext() as string
  const { filterValues, sort } = useListContext()
  return <ExportMenu resource={resource} query={{ ...filterValues, ordering: orderingOf(sort) }} />
}

function Rows<Row extends { id: string | number }>({
  columns,
  bulkActions,
  empty,
  to,
  title,
  nameOf = ({ id }) => String(id),
}: DeskListProps<Row>) {
  const { error, refetch, total, isPending, filterValues, page, setPage } = useListContext()
  if (error) return <Problem error={error} retry={() => void refetch()} />
  const filtered = Object.keys(filterValues).length > 0
  return (
    <>
      <p className="visually-hidden" role="status">
        {isPending ? 'Loading' : `${total ?? 0} ${total === 1 ? 'row' : 'rows'}`}
      </p>
      {!isPending && total === 0 && page === 1 ? (
        <Alert
          severity="info"
          variant="outlined"
          icon={false}
          sx={{ borderColor: 'var(--line)', color: 'var(--ink-2)' }}
        >
          {filtered ? 'Nothing fits these filters.' : empty}
        </Alert>
      ) : !isPending && (total ?? 0) > 0 && page > 1 && (page - 1) * 25 >= (total ?? 0) ? (
        <Problem error={new Error(`Page ${page} is past the end of the list.`)} retry={() => setPage(1)} />
      ) : (
        <Box sx={{ border: '1px solid var(--line)', borderRadius: '9px', background: 'var(--raised)', minWidth: 0 }}>
          <DeskTable columns={columns} bulkActions={bulkActions} to={to} label={title} nameOf={nameOf} />
          <Pagination rowsPerPageOptions={[25, 50, 100]} />
        </Box>
      )}
    </>
  )
}
