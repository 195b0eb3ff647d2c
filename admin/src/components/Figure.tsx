import { Box } from '@mui/material'
import type { ReactNode } from 'react'
import { Link } from 'react-admin'

interface FigureProps {
  label: string
  value: ReactNode
  to?: string
  /** Something that somebody should look at. */
  alarming?: boolean
}

/** A number with its name; where it leads to the rows behind it, all of it is the link. */
export function Figure({ label, value, to, alarming = false }: FigureProps) {
  const body = (
    <Box
      sx={{
        p: 1.5,
        height: '100%',
        border: '1px solid var(--line)',
        borderRadius: '9px',
        background: alarming ? 'var(--alarm-wash)' : 'var(--raised)',
        color: alarming ? 'var(--alarm)' : 'var(--ink)',
      }}
    >
      <Box sx={{ fontSize: '1.6rem', fontWeight: 700, lineHeight: 1.15, fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Box>
      <Box sx={{ color: alarming ? 'inherit' : 'var(--ink-2)', fontSize: '0.9rem' }}>{label}</Box>
    </Box>
  )
  if (to === undefined) return body
  return (
    <Link to={to} underline="none" sx={{ display: 'block', '&:hover > div': { borderColor: 'var(--line-strong)' } }}>
      {body}
    </Link>
  )
}
