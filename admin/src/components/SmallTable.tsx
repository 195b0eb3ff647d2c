import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import type { ReactNode } from 'react'

interface SmallTableProps<Row> {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  columns: readonly { name: string; render: (row: Row) => ReactNode; align?: 'right' }[]
  /** Instead of a table without rows. */
  empty: string
}

/** A table that is no list: all of it is there, it has no pages. It scrolls by itself where it is too wide. */
export function SmallTable<Row>({ label, rows, rowKey, columns, empty }: SmallTableProps<Row>) {
  if (rows.length === 0) return <Box sx={{ color: 'var(--ink-2)' }}>{empty}</Box>
  return (
    <Box
      role="group"
      aria-label={`${label}: table`}
      tabIndex={0}
      sx={{ overflowX: 'auto', mx: { xs: -1.5, sm: -2 }, px: { xs: 0.5, sm: 1 } }}
    >
      <Table
        size="small"
        aria-label={label}
        // Where it has to be scrolled anyway its words need not be broken; long ones still are.
        sx={{
          width: { xs: 'max-content', sm: '100%' },
          minWidth: '100%',
          '& td': { maxWidth: { xs: '16rem', sm: 'none' } },
        }}
      >
        <TableHead>
          <TableRow>
            {columns.map(({ name, align }) => (
              <TableCell key={name} align={align ?? 'left'}>
                {name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={rowKey(row)} sx={{ '&:last-child td': { border: 0 } }}>
              {columns.map(({ name, render, align }) => (
                <TableCell key={name} align={align ?? 'left'}>
                  {render(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}
