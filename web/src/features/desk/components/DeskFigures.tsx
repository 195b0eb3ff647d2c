import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CampaignDetail } from '../../../api/types.ts'
import { Amount } from '../../../components/Amount.tsx'
import { Tally } from '../../../components/Tally.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatCount, formatPercent } from '../../../lib/formatAmount.ts'
import { getGifts } from '../api/requests.ts'

export function DeskFigures({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const { data } = useQuery(getGifts(campaign.address))
  return (
    <section aria-label={t.desk.figures} className="mt-8">
      <Tally percent={campaign.progress_percent} height={22} muted={campaign.status === 'FAILED'} />
      <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-7 rounded-lg bg-sunken px-6 py-7 sm:grid-cols-3 lg:grid-cols-6 lg:px-8">
        <Figure label={t.desk.pledged} note={formatPercent(campaign.progress_percent, code)}>
          <Amount eth={campaign.total_raised_eth} />
        </Figure>
        <Figure label={t.campaign.donorsOf(campaign.donors_count)}>{formatCount(campaign.donors_count, code)}</Figure>
        <Figure label={t.home.donations}>{formatCount(campaign.donations_count, code)}</Figure>
        <Figure label={t.desk.average}>{data && <Amount eth={data.average_eth} />}</Figure>
        <Figure label={t.desk.median}>{data && <Amount eth={data.median_eth} />}</Figure>
        <Figure label={t.desk.largest}>{data && <Amount eth={data.largest_eth} />}</Figure>
      </dl>
    </section>
  )
}

function Figure({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="mt-0.5 text-sm text-ink-2">{label}</dt>
      <dd className="figures font-display text-xl font-bold">
        {children || <span className="skeleton inline-block h-[0.8em] w-16" />}
        {note && (
          <span className="block whitespace-nowrap font-sans sm:ml-2 sm:inline-block text-sm font-semibold text-ember-ink">
            {note}
          </span>
        )}
      </dd>
    </div>
  )
}
