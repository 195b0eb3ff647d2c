import type { Campaign } from '../api/types.ts'
import { useLanguage } from '../i18n/messages.ts'
import { formatDate, formatDateTime, formatTimeLeft, timeLeft } from '../lib/formatTime.ts'
import { useHydrated } from '../lib/useHydrated.ts'
import { useNow } from '../lib/useNow.ts'

/** "5 days left" or "ended 3 Nov 2026"; the exact deadline is in the title. */
export function TimeLeftLabel({ campaign, className }: { campaign: Campaign; className?: string }) {
  const { code, t } = useLanguage()
  const now = useNow()
  const timeZone = useHydrated() ? undefined : 'UTC'
  const { deadline_iso: iso, deadline_ts: deadlineTs } = campaign
  if (iso === null) return <span className={className}>{t.campaign.noEnd}</span>
  const left = timeLeft(deadlineTs, now)
  const at = Date.parse(iso)
  return (
    <time className={className} dateTime={iso} title={formatDateTime(at, code, timeZone)} suppressHydrationWarning>
      {left ? t.campaign.timeLeft(formatTimeLeft(left, code)) : t.campaign.ended(formatDate(at, code, timeZone))}
    </time>
  )
}
