import { useLanguage } from '../i18n/messages.ts'
import { formatRelative } from '../lib/formatTime.ts'
import { useNow } from '../lib/useNow.ts'
import { Moment } from './Moment.tsx'

/** "3 minutes ago", with the moment itself in the title. */
export function TimeAgo({ iso, className }: { iso: string; className?: string }) {
  const { code } = useLanguage()
  const now = useNow(5000)
  return (
    <Moment at={iso} className={className}>
      {formatRelative(Math.min(Date.parse(iso), now), now, code)}
    </Moment>
  )
}
