import { TransactionLabel } from '../../../components/AddressLabel.tsx'
import { Button, buttonClasses } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { Tally } from '../../../components/Tally.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { Link } from '../../../routing/Link.tsx'
import { dismissTransaction, type Transaction } from '../../../transactions/transactionStore.ts'

const PERCENT = { sign: 0, pending: 33, confirmed: 66, indexed: 100, failed: 0 }

/** A creation that was sent: also after a reload, until its page is there. */
export function Sent({ transaction }: { transaction: Transaction }) {
  const t = useMessages()
  const { stage, campaign, campaignName, hash, id } = transaction
  const done = stage === 'indexed'
  return (
    <section
      role="status"
      aria-labelledby="sent"
      className={`rounded-lg p-6 sm:p-8 ${done ? 'bg-moss-wash' : 'bg-sunken'}`}
    >
      <h2 id="sent" className={`flex items-center gap-3 text-2xl ${done ? 'text-moss' : ''}`}>
        <Icon name={done ? 'check' : 'spinner'} className={`size-7 ${done ? '' : 'animate-spin'}`} />
        {done ? t.create.done : t.create.sent}
      </h2>
      <p className="mt-2 text-ink-2">{done ? t.create.doneText(campaignName) : t.tx.stages[stage]}</p>
      <Tally percent={PERCENT[stage]} height={14} className="mt-5 max-w-md" />
      <p className="mt-4 text-sm text-ink-3">{hash && <TransactionLabel hash={hash} />}</p>
      {!done && <p className="mt-2 text-sm text-ink-2">{t.create.sentText}</p>}
      <p className="mt-6 flex flex-wrap gap-3">
        {done && campaign && (
          <>
            <Link to={`/campaigns/${campaign}`} className={buttonClasses('ember', 'lg')}>
              {t.create.openPage}
            </Link>
            <Link to={`/desk/${campaign}`} className={buttonClasses('outline', 'lg')}>
              {t.desk.open}
            </Link>
          </>
        )}
        {done && (
          <Button size="lg" look="quiet" onClick={() => dismissTransaction(id)}>
            {t.create.another}
          </Button>
        )}
      </p>
    </section>
  )
}
