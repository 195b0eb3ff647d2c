import { Box, Button } from '@mui/material'
import type { ReactNode } from 'react'
import { useListContext } from 'react-admin'

/** What can be done with the rows that are chosen; it stays in sight while one scrolls. */
export function BulkBar({ children }: { children: ReactNode }) {
  const { selectedIds, onUnselectItems } = useListContext()
  if (selectedIds.length === 0) return null
  return (
    <Box
      role="region"
      aria-label="Chosen rows"
      sx={{
        position: 'sticky',
        top: 52,
        zIndex: 3,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 1.5,
        py: 0.75,
        background: 'var(--ember-wash)',
        borderBottom: '1px solid var(--line)',
        borderRadius: '9px 9px 0 0',
      }}
    >
      <Box role="status" sx={{ fontWeight: 600, flex: 1, minWidth: '6rem' }}>
        {selectedIds.length} chosen
      </Box>
      {children}
      <Button size="small" color="inherit" onClick={() => onUnselectItems()}>
        Choose none
      </Button>
    </Box>
  )
}
