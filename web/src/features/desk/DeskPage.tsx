import { useQuery } from '@tanstack/react-query'
import { getSyncState, listCreatedCampaigns } from '../../api/queries.ts'
import { Button, buttonClasses } from '../../components/Button.tsx'
import { Problem } from '../../components/Problem.tsx'
import { useMessages } from '../../i18n/messages.ts'
import type { PageModule, Preload } from '../../routes.ts'
import { Link } from '../../routing/Link.tsx'
import { openWalletDialog, useWallet } from '../../wallet/walletStore.ts'
import { DeskRow } from './components/DeskRow.tsx'

export const preload: Preload = (_request, client, config) => client.prefetchQuery(getSyncState(config.chainId))

export const headOf: PageModule['headOf'] = (_request, { t, config }) => ({
  title: `${t.desk.title} · ${config.siteName}`,
  description: t.desk.description,
  canonical: '/desk',
  noIndex: true,
})

/** One's own campaigns, each with what it needs from its creator now. */
export function Page() {
  const t = useMessages()
  const { address } = useWallet()
  return (
    <div className="page min-h-[70vh] pt-10 md:pt-14">
      <h1 className="text-3xl">{t.desk.title}</h1>
      <p className="mt-3 max-w-2xl text-ink-2">{t.desk.intro}</p>
      {address === null ? (
        <div className="mt-10 max-w-2xl rounded-lg bg-sunken p-6 md:p-8">
          <p className="font-display text-xl font-bold">{t.desk.whose}</p>
          <p className="mt-2 text-ink-2">{t.desk.whoseText}</p>
          <Button look="ember" size="lg" className="mt-5" onClick={() => void openWalletDialog()}>
            {t.wallet.title}
          </Button>
        </div>
      ) : (
        <OwnCampaigns address={address.toLowerCase()} />
      )}
    </div>
  )
}

function OwnCampaigns({ address }: { address: string }) {
  const t = useMessages()
  const list = useQuery(listCreatedCampaigns(address))
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <div className="skeleton mt-10 h-64" />
  if (list.data.count === 0) {
    return (
      <div className="mt-10 max-w-2xl rounded-lg bg-sunken p-6 md:p-8">
        <p className="font-display text-xl font-bold">{t.desk.none}</p>
        <p className="mt-2 text-ink-2">{t.desk.noneText}</p>
        <Link to="/create" className={buttonClasses('ember', 'lg', 'mt-5')}>
          {t.nav.create}
        </Link>
      </div>
    )
  }
  return (
    <ul className="mt-10 border-t-2 border-ink">
      {list.data.results.map((campaign) => (
        <DeskRow key={campaign.address} campaign={campaign} />
      ))}
    </ul>
  )
}
