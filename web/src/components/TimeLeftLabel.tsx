import type { Campaign } from '../api/types.ts'
import { useLanguage } from '../i18n/messages.ts'
import { formatDate, formatTimeLeft, timeLeft } from '../lib/formatTime.ts'
import { useHydrated } from '../lib/useHydrated.ts'
import { useNow } from '../lib/useNow.ts'
import { Moment } from './Moment.tsx'

const MINUTE_MS = 60_000
/** From then on seconds are counted, well before they are shown. */
const CLOSE_MS = 60 * MINUTE_MS

interface TimeLeftLabelProps {
  campaign: Campaign
  className?: string
}

/** "5 days left" or "ended 3 Nov 2026"; the exact deadline is in the title. */
export function TimeLeftLabel({ campaign, className }: TimeLeftLabelProps) {
  const { t } = useLanguage()
  const { deadline_iso: iso, deadline_ts: deadlineTs } = campaign
  if (iso === null) return <span className={className}>{t.campaign.noEnd}</span>
  return (
    <Moment at={iso} className={className}>
      <TimeLeft iso={iso} deadlineTs={deadlineTs} />
    </Moment>
  )
}

/** Not rendered every second where only days are told: a page has thirty of these. */
function TimeLeft({ iso, deadlineTs }: { iso: string; deadlineTs: number }) {
  const { code, t } = useLanguage()
  const close = Math.abs(deadlineTs * 1000 - useNow(MINUTE_MS)) < CLOSE_MS
  const left = timeLeft(deadlineTs, useNow(close ? 1000 : MINUTE_MS))
  return left ? t.campaign.timeLeft(formatTimeLeft(left, code)) : <Ended at={Date.parse(iso)} />
}

function Ended({ at }: { at: number }) {
  const { code, t } = useLanguage()
  return t.campaign.ended(formatDate(at, code, useHydrated() ? undefined : 'UTC'))
}
