import { type ReactNode, useEffect, useRef } from 'react'
import { useLanguage } from '../i18n/messages.ts'
import { formatDateTime } from '../lib/formatTime.ts'

interface MomentProps {
  /** ISO 8601. */
  at: string
  className?: string | undefined
  /** In words that may have moved on since the server said them. */
  children: ReactNode
}

/**
 * A moment, with its date and time in the title: in UTC by the server, which does not know the visitor's zone, then in that
 * zone. Written past React: for the thirty of a page it would render all of them again right after the first paint.
 */
export function Moment({ at, className, children }: MomentProps) {
  const { code } = useLanguage()
  const element = useRef<HTMLTimeElement>(null)
  const ms = Date.parse(at)
  useEffect(() => {
    if (element.current) element.current.title = formatDateTime(ms, code)
  }, [ms, code])
  return (
    <time
      ref={element}
      className={className}
      dateTime={at}
      title={formatDateTime(ms, code, 'UTC')}
      suppressHydrationWarning
    >
      {children}
    </time>
  )
}
