import { Box, Checkbox } from '@mui/material'
import { useListContext } from 'react-admin'
import { Lines } from '../components/Lines.tsx'
import type { DeskTableProps } from './Column.ts'
import { titled } from './titled.tsx'

/** Each row as a card: its name, and below it what the columns say. */
export function Cards<Row extends { id: string | number }>(props: DeskTableProps<Row> & { rows: Row[] }) {
  const { columns, bulkActions, to, nameOf, label, rows } = props
  const { selectedIds, onToggleItem } = useListContext()
  const title = columns.find(({ isTitle }) => isTitle) ?? columns[0]
  const lines = columns.filter((column) => column !== title && !column.wideOnly)
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((row) => (
        <Box
          component="li"
          key={row.id}
          sx={{ p: 1.5, borderBottom: '1px solid var(--line)', display: 'flex', gap: 1, minWidth: 0 }}
        >
          {bulkActions ? (
            <Checkbox
              size="small"
              sx={{ alignSelf: 'flex-start', p: 0.5 }}
              checked={selectedIds.includes(row.id)}
              onChange={() => onToggleItem(row.id)}
              slotProps={{ input: { 'aria-label': `Choose ${nameOf(row)}` } }}
            />
          ) : null}
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ fontWeight: 600, mb: 0.5, overflowWrap: 'anywhere' }}>
              {title ? titled(row, title.render(row), to) : null}
            </Box>
            <Lines lines={lines.map(({ label: name, render }) => ({ name, words: render(row) }))} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}
