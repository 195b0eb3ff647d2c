import type { ReactNode } from 'react'
import { Link } from 'react-admin'
import { stopPropagation } from '../components/Hash.tsx'

/** The words of a row as its link. */
export function titled<Row>(row: Row, words: ReactNode, to: ((row: Row) => string | false) | undefined): ReactNode {
  const path = to?.(row)
  return path ? (
    <Link
      to={path}
      onClick={stopPropagation}
      underline="hover"
      sx={{ fontWeight: 600, color: 'var(--ink)', display: 'inline-block' }}
    >
      {words}
    </Link>
  ) : (
    words
  )
}
