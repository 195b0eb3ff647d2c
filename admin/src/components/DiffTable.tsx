import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { MONO } from '../theme/createDeskTheme.ts'

export interface DiffRow {
  field: string
  left: unknown
  right: unknown
  why?: string
}

interface DiffTableProps {
  label: string
  left: string
  right: string
  rows: readonly DiffRow[]
  empty: string
}

const textOf = (value: unknown): string =>
  value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value, null, 1)

/** What differs, field by field. The columns have names: nothing hangs on red and green. */
export function DiffTable({ label, left, right, rows, empty }: DiffTableProps) {
  if (rows.length === 0) return <Box sx={{ color: 'var(--ink-2)' }}>{empty}</Box>
  const hasWhy = rows.some(({ why }) => why !== undefined)
  const value = (wash: string, ink: string) => ({
    fontFamily: MONO,
    fontSize: '0.82rem',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    background: wash,
    color: ink,
    borderRadius: '5px',
    px: 0.75,
    py: 0.25,
  })
  return (
    <Box sx={{ maxHeight: '32rem', overflow: 'auto' }} role="region" aria-label={label} tabIndex={0}>
      <Table size="small" aria-label={label} sx={{ minWidth: hasWhy ? 480 : 340, tableLayout: 'fixed' }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: '22%' }}>Field</TableCell>
            <TableCell>{left}</TableCell>
            <TableCell>{right}</TableCell>
            {hasWhy ? <TableCell sx={{ width: '22%' }}>Why</TableCell> : null}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.field} sx={{ verticalAlign: 'top' }}>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{row.field}</TableCell>
              <TableCell>
                <Box sx={value('var(--alarm-wash)', 'var(--alarm)')}>{textOf(row.left)}</Box>
              </TableCell>
              <TableCell>
                <Box sx={value('var(--moss-wash)', 'var(--moss)')}>{textOf(row.right)}</Box>
              </TableCell>
              {hasWhy ? <TableCell sx={{ overflowWrap: 'anywhere' }}>{row.why ?? ''}</TableCell> : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}
