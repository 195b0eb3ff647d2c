import { Box, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'

/** A part of a page with a heading of its own. */
export function Panel({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        background: 'var(--raised)',
        border: '1px solid var(--line)',
        borderRadius: '9px',
        p: { xs: 1.5, sm: 2 },
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h2" id={id} sx={{ flex: '1 0 auto', maxWidth: '100%' }}>
          {title}
        </Typography>
        {actions}
      </Box>
      {children}
    </Box>
  )
}
