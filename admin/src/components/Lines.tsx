import { Box } from '@mui/material'
import type { ReactNode } from 'react'

/** What the columns of a row say, one after the other, as many in a line as fit; what is empty is left out. */
export function Lines({ lines }: { lines: readonly { name: string; words: ReactNode }[] }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.75, rowGap: 0.25, fontSize: '0.9rem' }}>
      {lines
        .filter(({ words }) => words !== null && words !== '–')
        .map(({ name, words }) => (
          <Box key={name} sx={{ display: 'flex', gap: 0.75, minWidth: 0, alignItems: 'baseline' }}>
            <Box sx={{ flex: 'none', color: 'var(--ink-2)' }}>{name}</Box>
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{words}</Box>
          </Box>
        ))}
    </Box>
  )
}
