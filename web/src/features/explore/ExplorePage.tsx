import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getSyncState } from '../../api/queries.ts'
import type { Campaign, CampaignSearch } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { CampaignCard, CampaignCardSkeleton } from '../../components/CampaignCard.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Problem } from '../../components/Problem.tsx'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { formatCount } from '../../lib/formatAmount.ts'
import { useSiteConfig } from '../../lib/siteConfig.ts'
import type { PageModule, PageRequest, Preload } from '../../routes.ts'
import { useNavigation } from '../../routing/location.ts'
import { countFacets } from './api/countFacets.ts'
import { listCampaignPages } from './api/listCampaignPages.ts'
import { ActiveFilters } from './components/ActiveFilters.tsx'
import { Filters } from './components/Filters.tsx'
import { Marked } from './components/Marked.tsx'
import { NoResults } from './components/NoResults.tsx'
import { SearchBox } from './components/SearchBox.tsx'
import { campaignQuery, type ExploreSearch, exploreHref, readSearch, SORTS } from './exploreSearch.ts'

type FoundCampaign = Campaign & Partial<Pick<CampaignSearch['results'][number], 'highlights'>>

export const preload: Preload = ({ search }, client, config) =>
  Promise.all([
    client.prefetchInfiniteQuery(listCampaignPages(campaignQuery(readSearch(search), config.now))),
    client.prefetchQuery(countFacets(campaignQuery(readSearch(search), config.now))),
    client.prefetchQuery(getSyncState(config.chainId)),
  ])

export const headOf: PageModule['headOf'] = ({ search }, { t, config }) => {
  const { q, categories } = readSearch(search)
  const subject = q || categories.map(t.categoryName).join(', ')
  return {
    title: `${subject ? `${subject}: ` : ''}${t.explore.title} · ${config.siteName}`,
    description: t.explore.description,
    canonical: categories.length === 1 ? `/explore?category=${categories[0]}` : '/explore',
    noIndex: q !== '',
  }
}

export function Page({ search: searchParams }: PageRequest) {
  const { code, t } = useLanguage()
  const { now } = useSiteConfig()
  const { navigate } = useNavigation()
  const search = readSearch(searchParams)
  const [filtersOpen, setFiltersOpen] = useState(false)
  const list = useInfiniteQuery({ ...listCampaignPages(campaignQuery(search, now)), placeholderData: keepPreviousData })
  const campaigns: FoundCampaign[] = list.data?.pages.flatMap((page) => page.results) ?? []
  const firstPage = list.data?.pages[0]
  const count = firstPage?.count ?? 0
  const corrections = firstPage && 'corrections' in firstPage ? firstPage.corrections : []
  const countText = t.explore.count(count, formatCount(count, code))
  return (
    <div className="page pt-10">
      <h1 className="text-3xl">{t.explore.title}</h1>
      <SearchBox search={search} />
      <div className="mt-10 grid gap-x-12 lg:grid-cols-[13.5rem_1fr]">
        <Filters
          search={search}
          query={campaignQuery(search, now)}
          open={filtersOpen}
          onClose={() => setFiltersOpen(false)}
          countText={countText}
        />
        <section aria-labelledby="count">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t-2 border-ink pt-3">
            <h2 id="count" className="text-xl">
              <span role="status">{list.isPending ? t.explore.searching : countText}</span>
            </h2>
            <div className="flex items-center gap-2">
              <Button className="lg:hidden" onClick={() => setFiltersOpen(true)}>
                <Icon name="filter" className="size-4.5" /> {t.explore.filters}
              </Button>
              <SortChoice
                value={search.ordering}
                searching={search.q !== ''}
                onChange={(ordering) => navigate(exploreHref({ ...search, ordering }), { keepScroll: true })}
              />
            </div>
          </div>
          <ActiveFilters search={search} />
          {corrections.length > 0 && (
            <p className="mt-4 text-sm text-ink-2">
              {t.explore.corrected(corrections.flatMap(({ to }) => to).join(', '))}
            </p>
          )}
          {list.isError && campaigns.length === 0 ? (
            <div className="mt-8">
              <Problem error={list.error} onRetry={() => void list.refetch()} />
            </div>
          ) : list.data && count === 0 ? (
            <NoResults search={search} />
          ) : (
            <div
              className={`mt-8 grid gap-x-8 gap-y-12 transition-opacity sm:grid-cols-2 xl:grid-cols-3 ${list.isPlaceholderData ? 'opacity-50' : ''}`}
            >
              {campaigns.map((campaign, index) => (
                <CampaignCard
                  key={campaign.address}
                  campaign={campaign}
                  name={marked(campaign.highlights?.name)}
                  blurb={marked(campaign.highlights?.short_description ?? campaign.highlights?.description)}
                  first={index < 2}
                  sizes="(min-width: 80rem) 19rem, (min-width: 40rem) 44vw, 92vw"
                />
              ))}
              {list.isPending && Array.from({ length: 9 }, (_, index) => <CampaignCardSkeleton key={index} />)}
            </div>
          )}
          {list.hasNextPage && (
            <p className="mt-12 text-center">
              <Button size="lg" onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
                {t.explore.more}
              </Button>
            </p>
          )}
        </section>
      </div>
    </div>
  )
}

const marked = (html: string | null | undefined) => (html ? <Marked html={html} /> : undefined)

interface SortChoiceProps {
  value: ExploreSearch['ordering']
  searching: boolean
  onChange: (sort: ExploreSearch['ordering']) => void
}

function SortChoice({ value, searching, onChange }: SortChoiceProps) {
  const t = useMessages()
  return (
    <select
      aria-label={t.explore.sort}
      value={value}
      onChange={(event) => onChange(event.target.value as ExploreSearch['ordering'])}
      className="h-11 max-w-44 rounded-md border border-line-strong bg-raised px-3 text-sm font-semibold"
    >
      {(searching ? (['relevance', ...SORTS] as const) : SORTS).map((sort) => (
        <option key={sort} value={sort}>
          {t.explore.sorts[sort]}
        </option>
      ))}
    </select>
  )
}
