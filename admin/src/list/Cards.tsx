import { Box, Checkbox } from '@mui/material'
import { useListContext } from 'react-admin'
import type { DeskTableProps } from './Column.ts'
import { titled } from './titled.tsx'

/** Each row as a card: its name, and below it what the columns say, as many in a line as fit; what is empty is left out. */
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
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.75, rowGap: 0.25, fontSize: '0.9rem' }}>
              {lines.map(({ source, label: name, render }) => {
                const words = render(row)
                if (words === null || words === '–') return null
                return (
                  <Box key={source} sx={{ display: 'flex', gap: 0.75, minWidth: 0, alignItems: 'baseline' }}>
                    <Box sx={{ flex: 'none', color: 'var(--ink-2)' }}>{name}</Box>
                    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{words}</Box>
                  </Box>
                )
              })}
            </Box>
          </Box>
        </Box>
      ))}
    </Box>
  )
}
