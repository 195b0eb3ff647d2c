import { useQuery } from '@tanstack/react-query'
import { getCreatorStats, getSyncState, listCreatedCampaigns } from '../../api/queries.ts'
import { AddressLabel } from '../../components/AddressLabel.tsx'
import { Amount } from '../../components/Amount.tsx'
import { buttonClasses } from '../../components/Button.tsx'
import { CampaignCard, CampaignCardSkeleton } from '../../components/CampaignCard.tsx'
import { Problem } from '../../components/Problem.tsx'
import { useLanguage } from '../../i18n/messages.ts'
import { formatCount, formatPercent } from '../../lib/formatAmount.ts'
import { formatWei } from '../../lib/formatWei.ts'
import { shortAddress } from '../../lib/shortAddress.ts'
import type { PageModule, PageRequest, Preload } from '../../routes.ts'
import { Link } from '../../routing/Link.tsx'
import { useWallet } from '../../wallet/walletStore.ts'
import { listActivityPages, listBackedCampaigns } from './api/requests.ts'
import { Activity } from './components/Activity.tsx'
import { BackedList } from './components/BackedList.tsx'
import { Figure } from './components/Figure.tsx'
import { ProfileMark } from './components/ProfileMark.tsx'
import { RefundableNow } from './components/RefundableNow.tsx'
import { WithdrawableNow } from './components/WithdrawableNow.tsx'

export const preload: Preload = ({ params }, client, config) => {
  const address = params['address'] ?? ''
  return Promise.all([
    client.prefetchQuery(getSyncState(config.chainId)),
    client.prefetchQuery(listCreatedCampaigns(address)),
    client.prefetchQuery(listBackedCampaigns(address)),
    client.prefetchQuery(getCreatorStats(address)),
    client.prefetchInfiniteQuery(listActivityPages(address)),
  ])
}

export const headOf: PageModule['headOf'] = ({ params }, { t, config }) => ({
  title: `${t.profile.title(shortAddress(params['address'] ?? ''))} · ${config.siteName}`,
  description: t.profile.description(params['address'] ?? ''),
  canonical: `/profiles/${params['address']}`,
})

export function Page({ params }: PageRequest) {
  const { code, t } = useLanguage()
  const address = params['address'] ?? ''
  const wallet = useWallet()
  const isOwn = wallet.address?.toLowerCase() === address
  const created = useQuery(listCreatedCampaigns(address))
  const backed = useQuery(listBackedCampaigns(address))
  const stats = useQuery({ ...getCreatorStats(address), enabled: created.data === undefined || created.data.count > 0 })
  const contributions = backed.data?.results ?? []
  const givenWei = contributions.reduce((sum, row) => sum + BigInt(row.net_contributed_wei), 0n)
  const refundedWei = contributions.reduce((sum, row) => sum + BigInt(row.refunded_wei), 0n)
  const campaigns = created.data?.results ?? []
  const ended = stats.data && stats.data.total_campaigns > stats.data.active_campaigns
  const names = new Map(
    [...campaigns, ...contributions.map((row) => row.campaign)].flatMap(({ address: campaign, metadata }) =>
      metadata?.name ? [[campaign, metadata.name] as const] : [],
    ),
  )
  return (
    <div className="page pt-10 md:pt-14">
      <header className="flex flex-wrap items-center gap-6">
        <ProfileMark address={address} />
        <div className="min-w-0">
          {isOwn && <p className="mb-1 text-sm font-semibold text-ember-ink">{t.profile.yours}</p>}
          <h1 className="text-2xl font-bold">
            <AddressLabel address={address} />
          </h1>
          <p className="mt-1 font-mono text-[clamp(0.68rem,3.1vw,0.8125rem)] break-all text-ink-3">{address}</p>
        </div>
        {isOwn && campaigns.length > 0 && (
          <Link to="/desk" className={buttonClasses('outline', 'md', 'sm:ml-auto')}>
            {t.desk.title}
          </Link>
        )}
      </header>
      <dl className="mt-8 grid grid-cols-2 gap-x-6 gap-y-6 rounded-lg bg-sunken px-6 py-6 md:grid-cols-4 md:px-10">
        {stats.data && (
          <>
            <Figure label={t.profile.raised} value={<Amount eth={stats.data.total_raised_eth} />} />
            <Figure
              label={ended ? t.profile.successRate : t.profile.noneEnded}
              value={ended ? formatPercent(stats.data.success_rate, code) : '–'}
            />
          </>
        )}
        <Figure label={t.profile.given} value={backed.data ? <Amount eth={formatWei(givenWei)} /> : '–'} />
        {refundedWei > 0n && <Figure label={t.profile.refunded} value={<Amount eth={formatWei(refundedWei)} />} />}
        <Figure label={t.profile.campaignsBacked} value={backed.data ? formatCount(backed.data.count, code) : '–'} />
      </dl>
      {isOwn && <WithdrawableNow campaigns={campaigns} />}
      <RefundableNow contributions={contributions} isOwn={isOwn} />
      <section className="mt-14" aria-labelledby="created">
        <h2 id="created" className="border-t-2 border-ink pt-4 text-2xl">
          {t.profile.created}{' '}
          <span className="figures text-lg text-ink-3">{created.data && formatCount(created.data.count, code)}</span>
        </h2>
        {created.isError && <Problem error={created.error} onRetry={() => void created.refetch()} />}
        {created.data?.count === 0 && <p className="mt-4 text-ink-2">{t.profile.noneCreated}</p>}
        <div className="mt-6 grid gap-x-8 gap-y-12 sm:grid-cols-2 lg:grid-cols-3">
          {created.data?.results.map((campaign) => (
            <CampaignCard key={campaign.address} campaign={campaign} />
          ))}
          {created.isPending && <CampaignCardSkeleton />}
        </div>
      </section>
      <section className="mt-14" aria-labelledby="backed">
        <h2 id="backed" className="border-t-2 border-ink pt-4 text-2xl">
          {t.profile.backed}{' '}
          <span className="figures text-lg text-ink-3">{backed.data && formatCount(backed.data.count, code)}</span>
        </h2>
        {backed.isError && <Problem error={backed.error} onRetry={() => void backed.refetch()} />}
        {backed.data?.count === 0 && <p className="mt-4 text-ink-2">{t.profile.noneBacked}</p>}
        <BackedList contributions={contributions} />
      </section>
      <Activity address={address} names={names} />
    </div>
  )
}
