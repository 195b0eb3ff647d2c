import { lazy, Suspense, useEffect, useRef } from 'react'
import type { CampaignDetail } from '../../../api/types.ts'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatCount } from '../../../lib/formatAmount.ts'
import { useHydrated } from '../../../lib/useHydrated.ts'
import { Link } from '../../../routing/Link.tsx'
import { Details } from './Details.tsx'
import { Donations } from './Donations.tsx'
import { StoryText } from './StoryText.tsx'

const FundingChart = lazy(() => import('../../../charts/FundingChart.tsx'))
const Proof = lazy(() => import('./Proof.tsx'))

const TABS = ['story', 'donations', 'funding', 'proof', 'details'] as const
export type Tab = (typeof TABS)[number]

export function tabOf(search: URLSearchParams): Tab {
  const tab = search.get('tab') as Tab | null
  return tab !== null && TABS.includes(tab) ? tab : 'story'
}

/** Each part has an address of its own, so they are links and not a tab widget. */
export function Tabs({ campaign, tab }: { campaign: CampaignDetail; tab: Tab }) {
  const { code, t } = useLanguage()
  // The chart and the proof are the browser's: neither is part of the server's first paint.
  const hydrated = useHydrated()
  const base = `/campaigns/${campaign.address}`
  const row = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is moved when another part is shown
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>('[aria-current]')
    // Where the row is wider than a phone. Not scrollIntoView, which would move the page as well.
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - row.current.clientWidth / 2
  }, [tab])
  const counts: Partial<Record<Tab, number>> = { donations: campaign.donations_count }
  return (
    <>
      <nav
        ref={row}
        aria-label={t.campaign.tabsLabel}
        className="sticky top-16 z-20 -mx-1 flex gap-x-2.5 overflow-x-auto border-b border-line bg-ground px-1 [scrollbar-width:none] min-[25rem]:gap-x-3.5 sm:gap-x-8"
      >
        {TABS.map((name) => (
          <Link
            key={name}
            to={name === 'story' ? base : `${base}?tab=${name}`}
            keepScroll
            replace
            aria-current={tab === name ? 'page' : undefined}
            className="-mb-px flex min-h-13 items-center gap-1.5 border-b-[3px] border-transparent text-sm max-[25rem]:text-xs font-semibold whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:border-ember aria-[current]:text-ink"
          >
            {t.campaign.tabs[name]}
            {counts[name] !== undefined && (
              <span className="figures text-xs text-ink-3">{formatCount(counts[name], code)}</span>
            )}
          </Link>
        ))}
      </nav>
      <div className="min-h-[32rem] pt-8">
        <Suspense fallback={<div className="skeleton h-80" />}>
          {tab === 'story' && <StoryText campaign={campaign} />}
          {tab === 'donations' && <Donations campaign={campaign} />}
          {tab === 'funding' && hydrated && <FundingChart campaign={campaign} />}
          {tab === 'proof' && hydrated && <Proof campaign={campaign} />}
          {tab === 'details' && <Details campaign={campaign} />}
        </Suspense>
      </div>
    </>
  )
}
