import { Box, Table, TableBody, TableCell, TableHead, TableRow, useMediaQuery } from '@mui/material'
import type { Theme } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { Lines } from './Lines.tsx'

interface SmallTableProps<Row> {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  columns: readonly { name: string; render: (row: Row) => ReactNode; align?: 'right'; isText?: boolean }[]
  /** Instead of a table without rows. */
  empty: string
}

/** A table that is no list: all of it is there, it has no pages. Where it would be too wide its rows are cards. */
export function SmallTable<Row>(props: SmallTableProps<Row>) {
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'))
  if (props.rows.length === 0) return <Box sx={{ color: 'var(--ink-2)' }}>{props.empty}</Box>
  return isPhone ? <SmallCards {...props} /> : <Wide {...props} />
}

function SmallCards<Row>({ label, rows, rowKey, columns: [first, ...others] }: SmallTableProps<Row>) {
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((row) => (
        <Box
          component="li"
          key={rowKey(row)}
          sx={{ py: 1, borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: 0 } }}
        >
          <Box sx={{ fontWeight: 600, mb: 0.25, overflowWrap: 'anywhere' }}>{first?.render(row)}</Box>
          <Lines lines={others.map(({ name, render }) => ({ name, words: render(row) }))} />
        </Box>
      ))}
    </Box>
  )
}

function Wide<Row>({ label, rows, rowKey, columns }: SmallTableProps<Row>) {
  return (
    // Its own scrolling: a wide table never moves the page.
    <Box role="group" aria-label={`${label}: table`} tabIndex={0} sx={{ overflowX: 'auto', mx: -2, px: 1 }}>
      <Table size="small" aria-label={label}>
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
              {columns.map(({ name, render, align, isText }) => (
                <TableCell key={name} align={align ?? 'left'} sx={isText ? { overflowWrap: 'anywhere' } : {}}>
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
