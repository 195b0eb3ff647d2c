import CheckOutlined from '@mui/icons-material/CheckOutlined'
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined'
import { Box, IconButton } from '@mui/material'
import { type SyntheticEvent, useState } from 'react'
import { Link } from 'react-admin'
import { MONO } from '../theme/createDeskTheme.ts'

const SHOWN_MS = 1500

/** A click on a link in a row is not one on the row. */
export const stopPropagation = (event: SyntheticEvent): void => event.stopPropagation()

interface HashProps {
  value: string | null | undefined
  /** What it is, for the copy button: "address", "transaction". */
  what?: string
  to?: string | undefined
  whole?: boolean
}

/** An address or hash: short, with the whole of it in its title and one click from the clipboard. */
export function Hash({ value, what = 'address', to, whole = false }: HashProps) {
  const [copied, setCopied] = useState(false)
  if (!value) return <>–</>
  const text = whole || value.length <= 14 ? value : `${value.slice(0, 6)}…${value.slice(-4)}`
  const copy = async (event: React.MouseEvent) => {
    event.stopPropagation()
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), SHOWN_MS)
  }
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, maxWidth: '100%' }}>
      <Box
        component="span"
        title={value}
        sx={{ fontFamily: MONO, fontSize: '0.86em', overflowWrap: 'anywhere', whiteSpace: whole ? 'normal' : 'nowrap' }}
      >
        {to ? (
          <Link to={to} onClick={stopPropagation}>
            {text}
          </Link>
        ) : (
          text
        )}
      </Box>
      <IconButton size="small" onClick={copy} aria-label={copied ? 'Copied' : `Copy ${what} ${text}`} sx={{ p: 0.5 }}>
        {copied ? <CheckOutlined sx={{ fontSize: 14 }} /> : <ContentCopyOutlined sx={{ fontSize: 14 }} />}
      </IconButton>
    </Box>
  )
}
