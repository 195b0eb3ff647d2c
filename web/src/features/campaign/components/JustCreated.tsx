import type { CampaignDetail } from '../../../api/types.ts'
import { Button, buttonClasses } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { Link } from '../../../routing/Link.tsx'
import { dismissTransaction, useTransactions } from '../../../transactions/transactionStore.ts'
import { nameOf } from './nameOf.ts'

/** For whoever created it in this browser, until it is dismissed. */
export function JustCreated({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages()
  const creation = useTransactions().find(
    ({ kind, stage, campaign: address }) => kind === 'create' && stage === 'indexed' && address === campaign.address,
  )
  if (!creation) return null
  return (
    <section className="mb-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-lg bg-moss-wash p-6">
      <div className="max-w-2xl">
        <h2 className="flex items-center gap-2.5 text-xl text-moss">
          <Icon name="check" className="size-6" /> {t.create.done}
        </h2>
        <p className="mt-1.5 text-sm text-ink-2">
          {t.create.doneText(nameOf(campaign))} {t.create.tellOthers}
        </p>
      </div>
      <p className="flex gap-2">
        <Link to={`/desk/${campaign.address}`} className={buttonClasses('outline')}>
          {t.desk.open}
        </Link>
        <Button look="quiet" className="px-3" aria-label={t.tx.dismiss} onClick={() => dismissTransaction(creation.id)}>
          <Icon name="close" className="size-4.5" />
        </Button>
      </p>
    </section>
  )
}
