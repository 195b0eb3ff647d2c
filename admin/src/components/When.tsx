import { formatAbsolute, formatRelative } from './formatTime.ts'
import { useNow } from './useNow.ts'

/** A time in words, the exact one in its title. */
export function When({ at }: { at: string | null | undefined }) {
  const now = useNow(5000)
  if (!at) return <>–</>
  const ms = Date.parse(at)
  return (
    <time dateTime={at} title={formatAbsolute(ms)} style={{ whiteSpace: 'nowrap' }}>
      {formatRelative(ms, now)}
    </time>
  )
}
