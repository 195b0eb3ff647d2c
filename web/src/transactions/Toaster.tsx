import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { TransactionLabel } from '../components/AddressLabel.tsx'
import { Icon } from '../components/Icon.tsx'
import { useLanguage } from '../i18n/messages.ts'
import { formatAmount } from '../lib/formatAmount.ts'
import { useSiteConfig } from '../lib/siteConfig.ts'
import { Link } from '../routing/Link.tsx'
import { followTransaction } from './followTransaction.ts'
import { dismissTransaction, type Transaction, type TransactionStage, useTransactions } from './transactionStore.ts'

const STAGES: readonly TransactionStage[] = ['sign', 'pending', 'confirmed', 'indexed']
const SHOWN = 3
/** What went well leaves by itself; a failure waits to be read. */
const DONE_MS = 20_000

/** One toast a transaction, changed in place. */
export default function Toaster() {
  const { t } = useLanguage()
  const transactions = useTransactions()
  const [left, setLeft] = useState<readonly string[]>([])
  return (
    <section
      aria-label={t.tx.label}
      aria-live="polite"
      className="fixed bottom-4 left-4 z-50 grid w-[min(24rem,calc(100vw-2rem))] gap-3 max-lg:bottom-20"
    >
      {transactions
        .filter(({ id }) => !left.includes(id))
        .slice(-SHOWN)
        .map((transaction) => (
          <Toast
            key={transaction.id}
            transaction={transaction}
            onDone={() => {
              // A creation is spoken of on its page, too, until it is dismissed there.
              if (transaction.kind === 'create') setLeft((ids) => [...ids, transaction.id])
              else dismissTransaction(transaction.id)
            }}
          />
        ))}
    </section>
  )
}

function Toast({ transaction, onDone }: { transaction: Transaction; onDone: () => void }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  useFollow(transaction)
  const { id, kind, stage, error, hash, campaign, amountEth, campaignName } = transaction
  const failed = stage === 'failed'
  const done = stage === 'indexed'
  const step = STAGES.indexOf(stage)
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted from when it was done, not from the last rendering
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(onDone, DONE_MS)
    return () => clearTimeout(timer)
  }, [done])
  return (
    <article
      data-stage={stage}
      className="animate-[rise_0.35s_var(--ease-out)] rounded-lg border border-line bg-raised p-4 shadow-lift"
    >
      <div className="flex items-start gap-3">
        <span
          className={`mt-0.5 grid size-6 shrink-0 place-items-center rounded-full ${failed ? 'bg-alarm-wash text-alarm' : done ? 'bg-moss-wash text-moss' : 'bg-ember-wash text-ember-ink'}`}
        >
          <Icon
            name={failed ? 'alert' : done ? 'check' : 'spinner'}
            className={`size-4 ${failed || done ? '' : 'animate-spin'}`}
          />
        </span>
        <div className="min-w-0 grow">
          <p className="text-sm leading-snug font-semibold">
            {t.tx.titles[kind](`${formatAmount(amountEth, code)} ${nativeSymbol}`, campaignName)}
          </p>
          <p className={`mt-0.5 text-sm ${failed ? 'text-alarm' : 'text-ink-2'}`}>
            {failed ? (error ?? t.tx.stages.failed) : t.tx.stages[stage]}
          </p>
          {!failed && (
            <div className="mt-2.5 flex gap-1" aria-hidden="true">
              {STAGES.map((name, index) => (
                <span
                  key={name}
                  className={`h-1.5 grow ${index <= step ? (done ? 'bg-moss' : 'bg-ember') : 'bg-line'}`}
                />
              ))}
            </div>
          )}
          {(hash || (done && campaign)) && (
            <p className="mt-2 flex flex-wrap justify-between gap-x-3 text-xs text-ink-3">
              {hash && <TransactionLabel hash={hash} />}
              {done && campaign && (
                <Link to={`/campaigns/${campaign}`} className="link font-semibold">
                  {t.tx.view}
                </Link>
              )}
            </p>
          )}
        </div>
        {(failed || done) && (
          <button
            type="button"
            onClick={() => dismissTransaction(id)}
            className="-m-1 p-1 text-ink-3 hover:text-ink"
            aria-label={t.tx.dismiss}
          >
            <Icon name="close" className="size-4" />
          </button>
        )}
      </div>
    </article>
  )
}

function useFollow(transaction: Transaction): void {
  const { t } = useLanguage()
  const { rpcUrl } = useSiteConfig()
  const client = useQueryClient()
  const followed = transaction.hash !== null && (transaction.stage === 'pending' || transaction.stage === 'confirmed')
  // biome-ignore lint/correctness/useExhaustiveDependencies: one walk a transaction; it reads its own changes itself
  useEffect(() => {
    if (!followed) return
    const stop = new AbortController()
    void followTransaction(transaction, {
      client,
      rpcUrl,
      signal: stop.signal,
      onDropped: t.tx.errors.dropped,
      onReverted: t.tx.errors.reverted,
    })
    return () => stop.abort()
  }, [transaction.id, followed])
}
