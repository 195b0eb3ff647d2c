import { Box, Typography } from '@mui/material'
import { type ReactNode, useEffect } from 'react'

interface PageHeadProps {
  title: string
  /** One sentence on what this page is for. */
  about?: ReactNode
  actions?: ReactNode
}

/** The one heading of a page; the window's title says the same. */
export function PageHead({ title, about, actions }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Kindling desk`
  }, [title])
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start', mb: 2 }}>
      <Box sx={{ flex: '1 1 18rem', minWidth: 0 }}>
        <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {about ? (
          <Typography component="div" sx={{ color: 'var(--ink-2)', mt: 0.5, maxWidth: '46rem' }}>
            {about}
          </Typography>
        ) : null}
      </Box>
      {actions ? <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>{actions}</Box> : null}
    </Box>
  )
}
