import { useQuery } from '@tanstack/react-query'
import { listCategories } from '../../api/listCategories.ts'
import { getPlatformStats, getSyncState } from '../../api/queries.ts'
import type { TrendingCampaign } from '../../api/types.ts'
import { CampaignCard, CampaignCardSkeleton, RAIL_SIZES } from '../../components/CampaignCard.tsx'
import { Later } from '../../components/Later.tsx'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { formatAmount, formatCount } from '../../lib/formatAmount.ts'
import { pictureSet } from '../../lib/pictureUrl.ts'
import { useSiteConfig } from '../../lib/siteConfig.ts'
import type { PageModule, Preload } from '../../routes.ts'
import { Link } from '../../routing/Link.tsx'
import { listLatestDonations } from './api/listLatestDonations.ts'
import { listEndingSoon, listFeatured, listMostBacked, listNewest } from './api/lists.ts'
import { listTrending } from './api/listTrending.ts'
import { Categories } from './components/Categories.tsx'
import { chooseLeadCampaigns, isTrendingKnown } from './components/chooseLeadCampaigns.ts'
import { DepartureBoard } from './components/DepartureBoard.tsx'
import { Hero, LEAD_SIZES, LEAD_WIDTHS } from './components/Hero.tsx'
import { HowItWorks } from './components/HowItWorks.tsx'
import { useLeadCampaigns } from './components/useLeadCampaigns.ts'

export const preload: Preload = async (_request, client, config) => {
  const leading = async () => {
    await client.prefetchQuery(listTrending())
    if (!isTrendingKnown(client.getQueryData(listTrending().queryKey))) await client.prefetchQuery(listMostBacked())
  }
  await Promise.all([
    leading(),
    client.prefetchQuery(getSyncState(config.chainId)),
    client.prefetchQuery(getPlatformStats()),
    client.prefetchQuery(listFeatured()),
    client.prefetchQuery(listEndingSoon()),
    client.prefetchQuery(listNewest()),
    client.prefetchQuery(listLatestDonations()),
    client.prefetchQuery(listCategories()),
  ])
}

export const headOf: PageModule['headOf'] = (_request, { client, t, config }) => {
  const { lead } = chooseLeadCampaigns(
    client.getQueryData(listFeatured().queryKey),
    client.getQueryData(listTrending().queryKey),
    client.getQueryData(listMostBacked().queryKey),
  )
  const picture = lead?.metadata?.image_url
  return {
    title: `${config.siteName}: ${t.home.headTitle}`,
    description: t.home.description,
    canonical: '/',
    ...(picture ? { preloadImage: { srcSet: pictureSet(picture, LEAD_WIDTHS), sizes: LEAD_SIZES } } : {}),
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: config.siteName,
      url: config.origin,
      potentialAction: {
        '@type': 'SearchAction',
        target: `${config.origin}/explore?q={search_term_string}`,
        'query-input': 'required name=search_term_string',
      },
    },
  }
}

export function Page() {
  const t = useMessages()
  const { lead, featured, moving, trendingIsKnown } = useLeadCampaigns()
  const newest = useQuery(listNewest())
  return (
    <>
      <Hero lead={lead} />
      {featured.length > 0 && (
        <Later>
          <section
            className="later page mt-20 [--tall:34rem] sm:[--tall:102rem] lg:[--tall:69rem]"
            aria-labelledby="featured"
          >
            <h2 id="featured" className="border-t-2 border-ink pt-4 text-2xl">
              {t.home.featured}
            </h2>
            <div className="rail mt-8 sm:grid-cols-2 lg:grid-cols-3">
              {featured.map((campaign) => (
                <CampaignCard key={campaign.address} campaign={campaign} sizes={RAIL_SIZES} />
              ))}
            </div>
          </section>
        </Later>
      )}
      <Later>
        <section
          className="later page mt-20 [--tall:34rem] sm:[--tall:102rem] lg:[--tall:69rem]"
          aria-labelledby="trending"
        >
          <SectionTitle
            id="trending"
            title={trendingIsKnown ? t.home.trending : t.home.mostBacked}
            more="/explore?ordering=-donors_count"
          />
          <div className="rail mt-8 sm:grid-cols-2 lg:grid-cols-3">
            {moving.map((campaign) => (
              <CampaignCard
                key={campaign.address}
                campaign={campaign}
                sizes={RAIL_SIZES}
                why={'recent_donors_count' in campaign ? <Moved campaign={campaign} /> : undefined}
              />
            ))}
            {lead === undefined && Array.from({ length: 6 }, (_, index) => <CampaignCardSkeleton key={index} />)}
          </div>
        </section>
      </Later>
      <Later>
        <DepartureBoard />
      </Later>
      <Later>
        <section
          className="later page mt-24 [--tall:32rem] sm:[--tall:98rem] lg:[--tall:66rem]"
          aria-labelledby="newest"
        >
          <SectionTitle id="newest" title={t.home.newest} more="/explore?ordering=-created_at" />
          <div className="rail mt-8 sm:grid-cols-2 lg:grid-cols-3">
            {newest.data?.results.map((campaign) => (
              <CampaignCard key={campaign.address} campaign={campaign} sizes={RAIL_SIZES} />
            ))}
            {newest.isPending && Array.from({ length: 3 }, (_, index) => <CampaignCardSkeleton key={index} />)}
          </div>
        </section>
      </Later>
      <Later>
        <Categories />
      </Later>
      <Later>
        <HowItWorks />
      </Later>
    </>
  )
}

/** Why it stands here: the API says it too, but in English alone. */
function Moved({ campaign }: { campaign: TrendingCampaign }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const { recent_donors_count: donors, recent_raised_eth: raised } = campaign
  return t.home.moved(donors, formatCount(donors, code), `${formatAmount(raised, code)} ${nativeSymbol}`)
}

function SectionTitle({ id, title, more }: { id: string; title: string; more: string }) {
  const t = useMessages()
  return (
    <div className="flex items-baseline justify-between gap-4 border-t-2 border-ink pt-4">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      <Link to={more} className="link shrink-0 text-sm font-semibold" aria-label={`${t.home.seeAll}: ${title}`}>
        {t.home.seeAll}
      </Link>
    </div>
  )
}
