import { useQuery } from '@tanstack/react-query'
import { Amount } from '../../../components/Amount.tsx'
import { Tally } from '../../../components/Tally.tsx'
import { TimeLeftLabel } from '../../../components/TimeLeftLabel.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatPercent } from '../../../lib/formatAmount.ts'
import { formatWei } from '../../../lib/formatWei.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { Link } from '../../../routing/Link.tsx'
import { listEndingSoon } from '../api/lists.ts'

/** Campaigns that end soon, as departures are announced: what leaves first stands first. */
export function DepartureBoard() {
  const { code, t } = useLanguage()
  const { data } = useQuery(listEndingSoon())
  if (data && data.results.length === 0) return null
  return (
    <section
      className="later mt-24 [--tall:58rem] md:[--tall:41rem] bg-[#0f1c17] py-14 text-[#edf3ed] [--ember:#f4681f] [--line:#2f4038] dark:bg-black/40"
      aria-labelledby="ending"
    >
      <div className="page">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <h2 id="ending" className="text-2xl">
            {t.home.endingSoon}
          </h2>
          <Link
            to="/explore?ordering=ending_soon"
            className="text-sm font-semibold text-[#ffb38a] underline underline-offset-4"
          >
            {t.home.timetable}
          </Link>
        </div>
        <ul className="mt-6 border-t border-[#2f4038]">
          {data?.results.map((campaign) => (
            <li
              key={campaign.address}
              className="group relative grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2 border-b border-[#2f4038] py-4 md:grid-cols-[8.5rem_1.7fr_1fr_9rem]"
            >
              <TimeLeftLabel
                campaign={campaign}
                className="figures order-2 text-right text-sm font-semibold text-[#f6c761] md:order-none md:text-left"
              />
              <h3 className="order-1 text-lg leading-tight md:order-none">
                <Link
                  to={`/campaigns/${campaign.address}`}
                  className="decoration-2 underline-offset-4 after:absolute after:inset-0 group-hover:underline"
                >
                  {campaign.metadata?.name ?? shortAddress(campaign.address)}
                </Link>
              </h3>
              <Tally
                percent={campaign.progress_percent}
                height={12}
                className="order-3 max-md:col-span-2 md:order-none"
              />
              <p className="figures order-4 text-sm text-[#bccac1] max-md:col-span-2 md:order-none md:text-right">
                <strong className="font-semibold text-[#edf3ed]">
                  {formatPercent(campaign.progress_percent, code)}
                </strong>
                {missing(campaign) !== null && (
                  <span className="md:block">
                    <span className="md:hidden"> · </span>
                    <Amount eth={missing(campaign) ?? '0'} /> {t.home.toGo}
                  </span>
                )}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function missing({ goal_wei, total_raised_wei }: { goal_wei: string; total_raised_wei: string }): string | null {
  const wei = BigInt(goal_wei) - BigInt(total_raised_wei)
  return wei > 0n ? formatWei(wei) : null
}
