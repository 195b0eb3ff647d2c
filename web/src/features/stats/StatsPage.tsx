import { useQuery } from '@tanstack/react-query'
import { listCategories } from '../../api/listCategories.ts'
import { getPlatformStats, getSyncState } from '../../api/queries.ts'
import { FreshnessLabel } from '../../app/FreshnessLabel.tsx'
import { useMessages } from '../../i18n/messages.ts'
import type { PageModule, PageRequest, Preload } from '../../routes.ts'
import { getPlatformTimeseries, listLeadingCampaigns, listLeadingDonors } from './api/requests.ts'
import { CategoryBars } from './components/CategoryBars.tsx'
import { Leaders } from './components/Leaders.tsx'
import { Outcomes } from './components/Outcomes.tsx'
import { Series } from './components/Series.tsx'
import { readStatsSearch } from './statsSearch.ts'

export const preload: Preload = ({ search }, client, config) => {
  const { metric, interval, period } = readStatsSearch(search)
  return Promise.all([
    client.prefetchQuery(getSyncState(config.chainId)),
    client.prefetchQuery(getPlatformStats()),
    client.prefetchQuery(getPlatformTimeseries(metric, interval)),
    client.prefetchQuery(listCategories()),
    client.prefetchQuery(listLeadingCampaigns(period)),
    client.prefetchQuery(listLeadingDonors(period)),
  ])
}

export const headOf: PageModule['headOf'] = (_request, { t, config }) => ({
  title: `${t.stats.title} · ${config.siteName}`,
  description: t.stats.description,
  canonical: '/stats',
})

export function Page({ search }: PageRequest) {
  const t = useMessages()
  const stats = useQuery(getPlatformStats())
  const choice = readStatsSearch(search)
  return (
    <div className="page pt-10 md:pt-14">
      <h1 className="text-3xl">{t.stats.title}</h1>
      <p className="mt-3 text-ink-2">
        {t.stats.intro} <FreshnessLabel />
      </p>
      <Series choice={choice} />
      <Outcomes stats={stats.data} />
      <CategoryBars />
      <Leaders choice={choice} />
    </div>
  )
}
