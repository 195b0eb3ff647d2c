import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { getPlatformStats } from '../../../api/queries.ts'
import { FreshnessLabel } from '../../../app/FreshnessLabel.tsx'
import { Amount } from '../../../components/Amount.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatAmount, formatCount, formatPercent } from '../../../lib/formatAmount.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'

export function PlatformFigures() {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const { data } = useQuery(getPlatformStats())
  return (
    <section
      aria-label={t.home.totals}
      className="later mt-14 [--tall:23rem] md:[--tall:18rem] lg:[--tall:13rem] rounded-lg bg-sunken px-6 py-7 md:px-10"
    >
      <dl className="grid grid-cols-2 gap-x-6 gap-y-7 lg:grid-cols-4">
        <Figure label={t.home.raised} ready={data !== undefined}>
          {data && <Amount eth={data.total_raised_eth} />}
        </Figure>
        <Figure label={t.home.donations} ready={data !== undefined}>
          {data && formatCount(data.total_donations, code)}
        </Figure>
        <Figure label={t.home.donors} ready={data !== undefined}>
          {data && formatCount(data.unique_donors, code)}
        </Figure>
        <Figure label={t.home.successRate} ready={data !== undefined}>
          {data && formatPercent(data.success_rate, code)}
        </Figure>
      </dl>
      <p className="mt-6 border-t border-line pt-4 text-xs text-ink-2">
        {data && <>{t.home.refunded(`${formatAmount(data.total_refunded_eth, code)} ${nativeSymbol}`)} </>}
        <FreshnessLabel />
      </p>
    </section>
  )
}

function Figure({ label, ready, children }: { label: string; ready: boolean; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="mt-1 text-sm text-ink-2">{label}</dt>
      <dd className="figures font-display text-3xl font-bold tracking-tight">
        {ready ? children : <span className="skeleton inline-block h-[0.8em] w-28" />}
      </dd>
    </div>
  )
}
