import type { CampaignDetail } from '../../../api/types.ts'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatAmount } from '../../../lib/formatAmount.ts'
import { formatWei } from '../../../lib/formatWei.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'

/** Whether the money can be withdrawn now, and if not, why not and what would have to happen. */
export function WithdrawState({ campaign, isOwn }: { campaign: CampaignDetail; isOwn: boolean }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const eth = (amount: string) => `${formatAmount(amount, code)} ${nativeSymbol}`
  const missingWei = BigInt(campaign.goal_wei) - BigInt(campaign.total_raised_wei)
  const w = t.desk.withdraw
  const { title, text } = {
    ACTIVE: { title: w.notYet, text: w.notYetText(eth(formatWei(missingWei > 0n ? missingWei : 0n))) },
    SUCCESS: {
      title: w.ready(eth(campaign.total_raised_eth)),
      text: campaign.accepts_donations ? w.readyOpen : w.readyEnded,
    },
    FAILED: { title: w.never, text: w.neverText(eth(campaign.total_refunded_eth), eth(campaign.total_raised_eth)) },
    WITHDRAWN: { title: w.done(eth(campaign.withdrawn_amount_eth)), text: w.doneText },
  }[campaign.status]
  const withdraw = async () => {
    const { withdraw } = await import('../../../wallet/transact.ts')
    await withdraw(
      {
        campaign: campaign.address as `0x${string}`,
        campaignName: campaign.metadata?.name ?? shortAddress(campaign.address),
        amountWei: BigInt(campaign.total_raised_wei),
      },
      t,
    )
  }
  const ready = campaign.status === 'SUCCESS'
  const done = campaign.status === 'WITHDRAWN'
  return (
    <section
      aria-labelledby="withdraw"
      className={`mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-lg p-6 md:px-8 ${ready ? 'bg-flame-wash' : done ? 'bg-moss-wash' : 'border border-line bg-raised'}`}
    >
      <div className="max-w-3xl">
        <h2 id="withdraw" className="flex items-center gap-2.5 text-xl">
          <Icon
            name={done ? 'check' : ready ? 'wallet' : 'clock'}
            className={`size-5.5 ${done ? 'text-moss' : ready ? 'text-flame-ink' : 'text-ink-3'}`}
          />
          {title}
        </h2>
        <p className="mt-1.5 text-sm text-ink-2">{text}</p>
        {ready && !isOwn && <p className="mt-1.5 text-sm font-semibold">{w.onlyCreator}</p>}
      </div>
      {ready && isOwn && (
        <Button look="ember" size="lg" onClick={() => void withdraw()}>
          {t.donate.withdraw}
        </Button>
      )}
    </section>
  )
}
