import { useInfiniteQuery } from '@tanstack/react-query'
import type { CampaignDetail, Donation } from '../../../api/types.ts'
import { AddressLabel, TransactionLabel } from '../../../components/AddressLabel.tsx'
import { Amount } from '../../../components/Amount.tsx'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { TimeAgo } from '../../../components/TimeAgo.tsx'
import { useLanguage, useMessages } from '../../../i18n/messages.ts'
import { formatCount } from '../../../lib/formatAmount.ts'
import { type Transaction, useTransactions } from '../../../transactions/transactionStore.ts'
import { useWallet } from '../../../wallet/walletStore.ts'
import { listDonationPages } from '../api/listDonationPages.ts'

export function Donations({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages()
  const list = useInfiniteQuery(listDonationPages(campaign.address))
  const donations = list.data?.pages.flatMap((page) => page.results) ?? []
  const known = new Set(donations.map((donation) => donation.tx_hash))
  // One's own are shown at once; when the index has the same transaction, its row takes their place.
  const pending = useTransactions().filter(
    ({ kind, campaign: address, stage, hash }) =>
      kind === 'donate' &&
      address === campaign.address &&
      hash !== null &&
      stage !== 'failed' &&
      stage !== 'indexed' &&
      !known.has(hash),
  )
  if (list.isError && donations.length === 0) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) return <div className="skeleton h-80" />
  if (donations.length + pending.length === 0) return <p className="text-lg text-ink-2">{t.campaign.list.none}</p>
  return (
    <>
      <h2 className="sr-only">{t.campaign.list.title}</h2>
      <ol>
        {pending.map((transaction) => (
          <PendingRow key={transaction.id} transaction={transaction} />
        ))}
        {donations.map((donation) => (
          <Row key={donation.id} donation={donation} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button className="mt-6" onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
          {t.campaign.list.more}
        </Button>
      )}
    </>
  )
}

const row = 'grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 border-b border-line py-3.5 animate-[arrive_2.5s_ease-out]'

function Row({ donation }: { donation: Donation }) {
  const { code, t } = useLanguage()
  const { address } = useWallet()
  const own = address?.toLowerCase() === donation.donor_address
  return (
    <li className={row}>
      <span>
        <AddressLabel address={donation.donor_address} to={`/profiles/${donation.donor_address}`} />
        {own && (
          <span className="ml-2 rounded-sm bg-ember-wash px-1.5 text-xs font-semibold text-ember-ink">
            {t.campaign.list.you}
          </span>
        )}
      </span>
      <Amount eth={donation.amount_eth} className="text-right font-semibold" />
      <span className="flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
        {t.freshness.block(formatCount(donation.block_number, code))}
        <TransactionLabel hash={donation.tx_hash} />
        {!donation.finalized && (
          <span title={t.campaign.list.notFinal} className="inline-flex items-center gap-1">
            <Icon name="clock" className="size-3.5" />
            <span className="sr-only">{t.campaign.list.notFinal}</span>
          </span>
        )}
      </span>
      <TimeAgo iso={donation.created_at} className="text-right text-xs text-ink-3" />
    </li>
  )
}

function PendingRow({ transaction }: { transaction: Transaction }) {
  const t = useMessages()
  return (
    <li className={`${row} bg-ember-wash px-3`}>
      <span>
        <AddressLabel address={transaction.from} to={`/profiles/${transaction.from}`} />
        <span className="ml-2 text-xs font-semibold text-ember-ink max-sm:sr-only">{t.campaign.list.pending}</span>
      </span>
      <Amount eth={transaction.amountEth} className="text-right font-semibold" />
      <span className="text-xs text-ink-3">{transaction.hash && <TransactionLabel hash={transaction.hash} />}</span>
      <span className="text-right text-xs text-ink-3">{t.tx.stages[transaction.stage]}</span>
    </li>
  )
}
