import { useLanguage } from '../i18n/messages.ts'
import { formatDateTime, formatRelative } from '../lib/formatTime.ts'
import { useHydrated } from '../lib/useHydrated.ts'
import { useNow } from '../lib/useNow.ts'

/** "3 minutes ago", with the moment itself in the title. */
export function TimeAgo({ iso, className }: { iso: string; className?: string }) {
  const { code } = useLanguage()
  const now = useNow(5000)
  const at = Date.parse(iso)
  const title = formatDateTime(at, code, useHydrated() ? undefined : 'UTC')
  return (
    <time className={className} dateTime={iso} title={title} suppressHydrationWarning>
      {formatRelative(Math.min(at, now), now, code)}
    </time>
  )
}
