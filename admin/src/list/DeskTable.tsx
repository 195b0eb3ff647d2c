import {
  Box,
  Checkbox,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TableSortLabel,
  useMediaQuery,
} from '@mui/material'
import type { Theme } from '@mui/material/styles'
import { useListContext } from 'react-admin'
import { BulkBar } from './BulkBar.tsx'
import { Cards } from './Cards.tsx'
import type { DeskTableProps } from './Column.ts'
import { titled } from './titled.tsx'

/** Rows as a table, and as cards where a table would have to be scrolled sideways. */
export function DeskTable<Row extends { id: string | number }>(props: DeskTableProps<Row>) {
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'))
  const { data, isPending } = useListContext()
  if (isPending || !data) return <Skeleton variant="rectangular" height={400} />
  return (
    <>
      {props.bulkActions ? <BulkBar>{props.bulkActions}</BulkBar> : null}
      {isPhone ? <Cards {...props} rows={data as Row[]} /> : <Wide {...props} rows={data as Row[]} />}
    </>
  )
}

/** However long a word is, the table stays within the page. */
const TEXT = { minWidth: '11rem', overflowWrap: 'anywhere' }

function Wide<Row extends { id: string | number }>(props: DeskTableProps<Row> & { rows: Row[] }) {
  const { columns, bulkActions, to, nameOf, label, rows } = props
  const { sort, setSort, selectedIds, onSelect, onToggleItem, isPlaceholderData } = useListContext()
  const ids = rows.map(({ id }) => id)
  const chosen = ids.filter((id) => selectedIds.includes(id))
  const others = selectedIds.filter((id) => !ids.includes(id as Row['id']))
  return (
    // Its own scrolling: a wide table never moves the page.
    <Box role="region" aria-label={label} tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Table size="small" sx={{ opacity: isPlaceholderData ? 0.6 : 1, '& td, & th': { px: 1 } }}>
        <TableHead>
          <TableRow>
            {bulkActions ? (
              <TableCell padding="checkbox">
                <Checkbox
                  size="small"
                  checked={chosen.length > 0 && chosen.length === ids.length}
                  indeterminate={chosen.length > 0 && chosen.length < ids.length}
                  onChange={() => onSelect(chosen.length === ids.length ? others : [...others, ...ids])}
                  slotProps={{ input: { 'aria-label': 'Choose all rows of this page' } }}
                />
              </TableCell>
            ) : null}
            {columns.map(({ source, label: name, sortBy, align }) => (
              <TableCell
                key={source}
                align={align ?? 'left'}
                {...(sortBy && sort.field === sortBy
                  ? { sortDirection: sort.order === 'ASC' ? ('asc' as const) : ('desc' as const) }
                  : {})}
              >
                {sortBy === undefined ? (
                  name
                ) : (
                  <TableSortLabel
                    active={sort.field === sortBy}
                    direction={sort.field === sortBy && sort.order === 'ASC' ? 'asc' : 'desc'}
                    onClick={() =>
                      setSort({ field: sortBy, order: sort.field === sortBy && sort.order === 'DESC' ? 'ASC' : 'DESC' })
                    }
                  >
                    {name}
                  </TableSortLabel>
                )}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow
              key={row.id}
              hover
              selected={selectedIds.includes(row.id)}
              sx={{ '&:last-child td': { borderBottom: 0 } }}
            >
              {bulkActions ? (
                <TableCell padding="checkbox">
                  <Checkbox
                    size="small"
                    checked={selectedIds.includes(row.id)}
                    onChange={() => onToggleItem(row.id)}
                    slotProps={{ input: { 'aria-label': `Choose ${nameOf(row)}` } }}
                  />
                </TableCell>
              ) : null}
              {columns.map(({ source, render, align, isTitle, isText }) => (
                <TableCell
                  key={source}
                  align={align ?? 'left'}
                  sx={isTitle ? { minWidth: '13rem' } : isText ? TEXT : {}}
                >
                  {titled(row, render(row) ?? '–', isTitle ? to : undefined)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}
