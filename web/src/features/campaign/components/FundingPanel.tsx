import { useEffect, useRef, useState } from 'react'
import type { CampaignDetail } from '../../../api/types.ts'
import { Amount } from '../../../components/Amount.tsx'
import { FiatHint } from '../../../components/FiatHint.tsx'
import { Tally } from '../../../components/Tally.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatAmount, formatCount, formatPercent } from '../../../lib/formatAmount.ts'
import { formatDate, formatTimeLeft, timeLeft } from '../../../lib/formatTime.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { useHydrated } from '../../../lib/useHydrated.ts'
import { useNow } from '../../../lib/useNow.ts'
import { MoneyActions } from './MoneyActions.tsx'
import { ReportLink } from './ReportLink.tsx'
import { ShareRow } from './ShareRow.tsx'

export function FundingPanel({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const rises = useRises(campaign.total_raised_wei)
  return (
    <section
      id="donate"
      aria-label={t.campaign.backThis}
      className="scroll-mt-24 rounded-lg border border-line bg-raised p-5 shadow-lift sm:p-6"
    >
      <p className="leading-tight">
        <strong
          key={rises}
          className={`block w-fit rounded-sm font-display text-3xl font-extrabold tracking-tight ${rises > 0 ? 'animate-[arrive_2.5s_ease-out]' : ''}`}
        >
          <Amount eth={campaign.total_raised_eth} />
        </strong>
        <span className="text-ink-2">
          {t.campaign.pledgedOf(`${formatAmount(campaign.goal_eth, code)} ${nativeSymbol}`)}
        </span>
        <FiatHint eth={campaign.total_raised_eth} className="mt-1 block text-xs text-ink-2" />
      </p>
      <Tally percent={campaign.progress_percent} height={22} muted={campaign.status === 'FAILED'} className="mt-4" />
      <dl className="mt-4 grid grid-cols-[repeat(3,auto)] justify-between gap-4">
        <Figure value={formatPercent(campaign.progress_percent, code)} label={t.campaign.tallied} />
        <Figure value={formatCount(campaign.donors_count, code)} label={t.campaign.donorsOf(campaign.donors_count)} />
        <Countdown campaign={campaign} />
      </dl>
      <Next campaign={campaign} />
      <MoneyActions campaign={campaign} />
      <ShareRow campaign={campaign} />
      <ReportLink address={campaign.address} />
    </section>
  )
}

/** How often the amount grew since the page was opened. */
function useRises(wei: string): number {
  const last = useRef(wei)
  const [rises, setRises] = useState(0)
  useEffect(() => {
    if (BigInt(wei) > BigInt(last.current)) setRises((count) => count + 1)
    last.current = wei
  }, [wei])
  return rises
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="figures font-display text-xl font-bold" suppressHydrationWarning>
        {value}
      </dd>
    </div>
  )
}

function Countdown({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const now = useNow()
  const timeZone = useHydrated() ? undefined : 'UTC'
  if (campaign.deadline_iso === null) return <Figure value="∞" label={t.campaign.noEnd} />
  const left = timeLeft(campaign.deadline_ts, now)
  if (left === null)
    return <Figure value={formatDate(Date.parse(campaign.deadline_iso), code, timeZone)} label={t.campaign.endedOn} />
  return <Figure value={formatTimeLeft(left, code)} label={t.campaign.toGo} />
}

/** All or nothing in one sentence, and what happens next. */
function Next({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const timeZone = useHydrated() ? undefined : 'UTC'
  const { next } = t.campaign
  const date = campaign.deadline_iso ? formatDate(Date.parse(campaign.deadline_iso), code, timeZone) : t.campaign.noEnd
  const text = {
    ACTIVE: next.open(date),
    SUCCESS: campaign.accepts_donations ? next.met : next.metEnded,
    FAILED: next.failed,
    WITHDRAWN: next.withdrawn(`${formatAmount(campaign.withdrawn_amount_eth, code)} ${nativeSymbol}`),
  }[campaign.status]
  return (
    <p className="mt-4 border-t border-line pt-4 text-sm text-ink-2" suppressHydrationWarning>
      {text}
    </p>
  )
}
