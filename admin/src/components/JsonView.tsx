import { Box } from '@mui/material'
import { MONO } from '../theme/createDeskTheme.ts'

/** JSON as text, never as markup. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  return (
    <Box
      component="pre"
      tabIndex={0}
      role="region"
      aria-label={label}
      sx={{
        m: 0,
        p: 1.5,
        maxHeight: '28rem',
        overflow: 'auto',
        background: 'var(--sunken)',
        borderRadius: '9px',
        fontFamily: MONO,
        fontSize: '0.82rem',
        lineHeight: 1.5,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      }}
    >
      {JSON.stringify(value, null, 2)}
    </Box>
  )
}
