import { useInfiniteQuery } from '@tanstack/react-query'
import type { CampaignDetail } from '../../../api/types.ts'
import { AddressLabel } from '../../../components/AddressLabel.tsx'
import { Amount } from '../../../components/Amount.tsx'
import { Button, buttonClasses } from '../../../components/Button.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { TimeAgo } from '../../../components/TimeAgo.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatCount } from '../../../lib/formatAmount.ts'
import { donorsCsvHref, listDonorPages } from '../api/requests.ts'

export function DonorTable({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const list = useInfiniteQuery(listDonorPages(campaign.address))
  const donors = list.data?.pages.flatMap((page) => page.results) ?? []
  const d = t.desk
  return (
    <section className="mt-14">
      <div className="flex flex-wrap items-center justify-between gap-3 border-t-2 border-ink pt-4">
        <h2 id="donors" className="text-2xl">
          {t.stats.metrics.donors}{' '}
          <span className="figures text-lg text-ink-3">{formatCount(campaign.donors_count, code)}</span>
        </h2>
        {campaign.donors_count > 0 && (
          <a href={donorsCsvHref(campaign.address)} download className={buttonClasses('outline')}>
            {d.csv}
          </a>
        )}
      </div>
      {list.isError && donors.length === 0 ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : donors.length === 0 ? (
        <p className="mt-4 text-ink-2">{list.isPending ? t.explore.searching : t.campaign.list.none}</p>
      ) : (
        <div className="mt-3 overflow-x-auto" tabIndex={0} role="region" aria-labelledby="donors">
          <table className="figures w-full min-w-[38rem] text-sm">
            <thead className="text-left text-xs text-ink-3">
              <tr className="border-b border-line">
                <th className="py-2.5 font-semibold">{t.campaign.list.donor}</th>
                <th className="text-right font-semibold">{d.given}</th>
                <th className="text-right font-semibold">{t.campaign.details.refunded}</th>
                <th className="text-right font-semibold">{t.campaign.list.title}</th>
                <th className="text-right font-semibold">{d.last}</th>
              </tr>
            </thead>
            <tbody>
              {donors.map((donor) => (
                <tr key={donor.donor_address} className="border-b border-line">
                  <td className="py-2.5">
                    <AddressLabel address={donor.donor_address} to={`/profiles/${donor.donor_address}`} />
                  </td>
                  <td className="text-right font-semibold">
                    <Amount eth={donor.contributed_eth} />
                  </td>
                  <td className="text-right text-ink-2">
                    {donor.refunded_wei === '0' ? '–' : <Amount eth={donor.refunded_eth} />}
                  </td>
                  <td className="text-right text-ink-2">{formatCount(donor.donations_count, code)}</td>
                  <td className="text-right text-ink-3">
                    <TimeAgo iso={donor.updated_at} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <Button className="mt-6" onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
          {d.moreDonors}
        </Button>
      )}
    </section>
  )
}
