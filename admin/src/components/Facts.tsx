import { Box } from '@mui/material'
import type { ReactNode } from 'react'

/** Names and values below each other: what a record says, read-only. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(5.5rem, 34%) 1fr', sm: 'minmax(8rem, max-content) 1fr' },
        columnGap: { xs: 1.5, sm: 3 },
        rowGap: { xs: 0.75, sm: 1 },
        '& dt': { color: 'var(--ink-2)' },
        '& dd': { m: 0, minWidth: 0, overflowWrap: 'anywhere' },
      }}
    >
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? '–' : value}</dd>
        </Box>
      ))}
    </Box>
  )
}
