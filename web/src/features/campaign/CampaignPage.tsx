import { ApiError } from '@kindling/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getCampaign, getCreatorStats, getSyncState, getTimeseries } from '../../api/queries.ts'
import type { CampaignDetail } from '../../api/types.ts'
import { Picture } from '../../components/Picture.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { formatPercent } from '../../lib/formatAmount.ts'
import { pictureSet, pictureUrl } from '../../lib/pictureUrl.ts'
import { shortAddress } from '../../lib/shortAddress.ts'
import type { PageModule, PageRequest, Preload } from '../../routes.ts'
import { getStory } from './api/getStory.ts'
import { listDonationPages } from './api/listDonationPages.ts'
import { CampaignIntro } from './components/CampaignIntro.tsx'
import { CampaignSkeleton } from './components/CampaignSkeleton.tsx'
import { CampaignUnavailable } from './components/CampaignUnavailable.tsx'
import { FundingPanel } from './components/FundingPanel.tsx'
import { JustCreated } from './components/JustCreated.tsx'
import { PhoneBar } from './components/PhoneBar.tsx'
import { Similar } from './components/Similar.tsx'
import { Tabs, tabOf } from './components/Tabs.tsx'

const HERO_SIZES = '(min-width: 82rem) 50rem, (min-width: 64rem) 60vw, 94vw'
const HERO_WIDTHS = [640, 960, 1280, 1920] as const

export const preload: Preload = async ({ params, search }, client, config) => {
  const address = params['address'] ?? ''
  const tab = tabOf(search)
  await Promise.all([
    client.prefetchQuery(getSyncState(config.chainId)),
    client.prefetchQuery(getCampaign(address)),
    tab === 'story' && client.prefetchQuery(getStory(address)),
    tab === 'donations' && client.prefetchInfiniteQuery(listDonationPages(address)),
    tab === 'funding' && client.prefetchQuery(getTimeseries(address)),
  ])
  const campaign = client.getQueryData<CampaignDetail>(getCampaign(address).queryKey)
  if (campaign) await client.prefetchQuery(getCreatorStats(campaign.creator_address))
}

export const headOf: PageModule['headOf'] = ({ params }, { client, t, config }) => {
  const { queryKey } = getCampaign(params['address'] ?? '')
  const campaign = client.getQueryData<CampaignDetail>(queryKey)
  const error = client.getQueryState(queryKey)?.error
  if (!campaign) {
    const status = error instanceof ApiError ? error.status : 200
    return { title: t.campaign.unnamed(shortAddress(params['address'] ?? '')), status, noIndex: true }
  }
  const { metadata, address } = campaign
  const name = metadata?.name ?? t.campaign.unnamed(shortAddress(address))
  const image = metadata?.image_url
  return {
    title: `${t.campaign.headTitle(name, formatPercent(campaign.progress_percent, config.language))} · ${config.siteName}`,
    description: metadata?.short_description ?? '',
    canonical: `/campaigns/${address}`,
    type: 'article',
    ...(image
      ? {
          image: pictureUrl(image, 1280),
          imageAlt: name,
          preloadImage: { srcSet: pictureSet(image, HERO_WIDTHS), sizes: HERO_SIZES },
        }
      : {}),
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Project',
      name,
      description: metadata?.short_description ?? undefined,
      url: `${config.origin}/campaigns/${address}`,
      identifier: address,
      ...(image ? { image: `${config.origin}${pictureUrl(image, 1280)}` } : {}),
      foundingDate: campaign.created_at,
      ...(campaign.deadline_iso ? { dissolutionDate: campaign.deadline_iso } : {}),
    },
  }
}

const isGone = (error: Error | null): boolean =>
  error instanceof ApiError && (error.status === 404 || error.status === 451)

/** The last failure until an answer comes: a further attempt must not take away what can be done without the answer. */
function useLastError(error: Error | null, answeredAt: number): Error | null {
  const [last, setLast] = useState({ error, answeredAt })
  if (error !== null ? error !== last.error : answeredAt !== last.answeredAt) setLast({ error, answeredAt })
  return error ?? (answeredAt === last.answeredAt ? last.error : null)
}

export function Page({ params, search }: PageRequest) {
  const t = useMessages()
  const address = params['address'] ?? ''
  const { data, dataUpdatedAt, error, refetch } = useQuery(getCampaign(address))
  const problem = useLastError(error, dataUpdatedAt)
  // Hidden, or taken back by a reorg, while the page was open: what it showed does not stand any more.
  const campaign = isGone(problem) ? undefined : data
  if (campaign === undefined) {
    if (problem === null) return <CampaignSkeleton />
    return <CampaignUnavailable address={address} error={problem} onRetry={() => void refetch()} />
  }
  const { metadata } = campaign
  return (
    <article>
      <div className="page pt-8 md:pt-12">
        <JustCreated campaign={campaign} />
        <CampaignIntro campaign={campaign} />
        <div className="mt-8 grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_23.5rem]">
          <div className="min-w-0">
            <Picture
              url={metadata?.image_url}
              alt={metadata?.name ?? t.campaign.unnamed(shortAddress(address))}
              seed={address}
              ratio={[3, 2]}
              widths={HERO_WIDTHS}
              sizes={HERO_SIZES}
              first
              className="rounded-lg"
            />
          </div>
          <div className="row-span-2 lg:sticky lg:top-22">
            <FundingPanel campaign={campaign} />
          </div>
          <div className="min-w-0">
            <Tabs campaign={campaign} tab={tabOf(search)} />
          </div>
        </div>
      </div>
      <Similar campaign={campaign} />
      <PhoneBar campaign={campaign} />
    </article>
  )
}
