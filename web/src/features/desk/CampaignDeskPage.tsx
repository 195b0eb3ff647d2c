import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { getCampaign, getSyncState } from '../../api/queries.ts'
import type { CampaignDetail } from '../../api/types.ts'
import { FreshnessLabel } from '../../app/FreshnessLabel.tsx'
import { Problem } from '../../components/Problem.tsx'
import { StatusLabel } from '../../components/StatusLabel.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { shortAddress } from '../../lib/shortAddress.ts'
import { useHydrated } from '../../lib/useHydrated.ts'
import type { PageModule, PageRequest, Preload } from '../../routes.ts'
import { Link } from '../../routing/Link.tsx'
import { useWallet } from '../../wallet/walletStore.ts'
import { getGifts, listDonorPages } from './api/requests.ts'
import { DeskFigures } from './components/DeskFigures.tsx'
import { DonorTable } from './components/DonorTable.tsx'
import { WithdrawState } from './components/WithdrawState.tsx'

const FundingChart = lazy(() => import('../../charts/FundingChart.tsx'))
const DonorsPerDay = lazy(() => import('./components/DonorsPerDay.tsx'))

export const preload: Preload = ({ params }, client, config) => {
  const address = params['address'] ?? ''
  return Promise.all([
    client.prefetchQuery(getSyncState(config.chainId)),
    client.prefetchQuery(getCampaign(address)),
    client.prefetchQuery(getGifts(address)),
    client.prefetchInfiniteQuery(listDonorPages(address)),
  ])
}

export const headOf: PageModule['headOf'] = ({ params }, { client, t, config }) => {
  const address = params['address'] ?? ''
  const campaign = client.getQueryData<CampaignDetail>(getCampaign(address).queryKey)
  const name = campaign?.metadata?.name ?? shortAddress(address)
  return { title: `${t.desk.of(name)} · ${config.siteName}`, noIndex: true, canonical: `/desk/${address}` }
}

/** What the creator of a campaign wants to know of it. All of it is public; only withdrawing is the creator's own. */
export function Page({ params }: PageRequest) {
  const t = useMessages()
  const address = params['address'] ?? ''
  const hydrated = useHydrated()
  const wallet = useWallet()
  const { data: campaign, error, refetch } = useQuery(getCampaign(address))
  if (!campaign) {
    return (
      <div className="page min-h-[70vh] max-w-3xl py-16">
        <h1 className="mb-6 text-2xl">{t.desk.of(shortAddress(address))}</h1>
        {error ? <Problem error={error} onRetry={() => void refetch()} /> : <div className="skeleton h-64" />}
      </div>
    )
  }
  const isOwn = wallet.address?.toLowerCase() === campaign.creator_address
  return (
    <div className="page pt-8 md:pt-12">
      <p className="text-sm">
        <Link to="/desk" className="link">
          {t.desk.title}
        </Link>
      </p>
      <header className="mt-3 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <h1 className="text-3xl">{campaign.metadata?.name ?? t.campaign.unnamed(shortAddress(address))}</h1>
          <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2">
            <StatusLabel status={campaign.status} />
            <Link to={`/campaigns/${address}`} className="link">
              {t.desk.seePage}
            </Link>
            <FreshnessLabel />
          </p>
        </div>
      </header>
      {!isOwn && <p className="mt-5 max-w-2xl text-sm text-ink-2">{t.desk.notYours}</p>}
      <WithdrawState campaign={campaign} isOwn={isOwn} />
      <DeskFigures campaign={campaign} />
      <section className="mt-14">
        <Suspense fallback={<div className="skeleton h-80" />}>
          {hydrated ? <FundingChart campaign={campaign} /> : <div className="skeleton h-80" />}
        </Suspense>
      </section>
      <section className="mt-14" aria-labelledby="per-day">
        <h2 id="per-day" className="border-t-2 border-ink pt-4 text-2xl">
          {t.desk.perDay}
        </h2>
        <Suspense fallback={<div className="skeleton mt-6 h-80" />}>
          {hydrated ? <DonorsPerDay address={address} /> : <div className="skeleton mt-6 h-80" />}
        </Suspense>
      </section>
      <DonorTable campaign={campaign} />
    </div>
  )
}
