import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Amount } from '../../../components/Amount.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatPercent } from '../../../lib/formatAmount.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { Link } from '../../../routing/Link.tsx'
import { listLeadingCampaigns, listLeadingDonors } from '../api/requests.ts'
import { PERIODS, type StatsSearch, statsHref } from '../statsSearch.ts'
import { Switch } from './Switch.tsx'

export function Leaders({ choice }: { choice: StatsSearch }) {
  const { code, t } = useLanguage()
  const campaigns = useQuery({ ...listLeadingCampaigns(choice.period), placeholderData: keepPreviousData })
  const donors = useQuery({ ...listLeadingDonors(choice.period), placeholderData: keepPreviousData })
  const s = t.stats
  return (
    <section className="mt-16" aria-labelledby="leaders">
      <div className="flex flex-wrap items-center justify-between gap-3 border-t-2 border-ink pt-4">
        <h2 id="leaders" className="text-2xl">
          {s.leaders}
        </h2>
        <Switch
          label={s.period}
          current={choice.period}
          options={PERIODS.map((period) => ({
            value: period,
            label: s.periods[period],
            to: statsHref({ ...choice, period }),
          }))}
        />
      </div>
      <div className="mt-6 grid gap-x-16 gap-y-10 lg:grid-cols-2">
        <Ranking title={s.leadingCampaigns} empty={campaigns.data?.results.length === 0 ? s.nobody : null}>
          {campaigns.data?.results.map((row) => (
            <Rank
              key={row.address}
              rank={row.rank}
              to={`/campaigns/${row.address}`}
              amount={row.total_raised_eth}
              note={formatPercent(row.progress_percent, code)}
            >
              {row.metadata?.name ?? shortAddress(row.address)}
            </Rank>
          ))}
        </Ranking>
        <Ranking title={s.leadingDonors} empty={donors.data?.results.length === 0 ? s.nobody : null}>
          {donors.data?.results.map((row) => (
            <Rank
              key={row.donor_address}
              rank={row.rank}
              to={`/profiles/${row.donor_address}`}
              amount={row.net_contributed_eth}
              note={s.supported(row.campaigns_supported)}
            >
              <span className="font-mono text-[0.93em]">{shortAddress(row.donor_address)}</span>
            </Rank>
          ))}
        </Ranking>
      </div>
    </section>
  )
}

function Ranking({ title, empty, children }: { title: string; empty: string | null; children: ReactNode }) {
  return (
    <div>
      <h3 className="text-lg">{title}</h3>
      {empty ? <p className="mt-3 text-ink-2">{empty}</p> : <ol className="mt-2">{children}</ol>}
    </div>
  )
}

function Rank({
  rank,
  to,
  amount,
  note,
  children,
}: {
  rank: number
  to: string
  amount: string
  note: string
  children: ReactNode
}) {
  return (
    <li className="grid grid-cols-[2rem_1fr_auto] items-baseline gap-x-3 border-b border-line py-2.5 text-sm">
      <span className="figures font-display text-lg font-bold text-ink-3">{rank}</span>
      <Link to={to} className="truncate font-semibold hover:underline underline-offset-4">
        {children}
      </Link>
      <span className="text-right">
        <Amount eth={amount} className="font-semibold" />{' '}
        <span className="ml-2 inline-block w-24 text-xs text-ink-3">{note}</span>
      </span>
    </li>
  )
}
