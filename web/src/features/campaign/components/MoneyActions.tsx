import type { CampaignDetail } from '../../../api/types.ts'
import { Button, buttonClasses } from '../../../components/Button.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatAmount } from '../../../lib/formatAmount.ts'
import { formatWei } from '../../../lib/formatWei.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { Link } from '../../../routing/Link.tsx'
import { useStanding } from '../../../wallet/useStanding.ts'
import { openWalletDialog, useWallet } from '../../../wallet/walletStore.ts'
import { DonateForm } from './DonateForm.tsx'
import { nameOf } from './nameOf.ts'

/** What can be done with money in this state, and otherwise why not. */
export function MoneyActions({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useLanguage()
  const { address } = useWallet()
  const creator = address?.toLowerCase() === campaign.creator_address
  return (
    <div className="mt-4 grid gap-4">
      {campaign.accepts_donations ? (
        <DonateForm campaign={campaign} />
      ) : (
        campaign.status !== 'FAILED' && (
          <p className="rounded-md bg-sunken p-3 text-sm text-ink-2">
            {campaign.withdrawn ? t.donate.closedWithdrawn : t.donate.closedDeadline}
          </p>
        )
      )}
      {campaign.status === 'FAILED' && <Refund campaign={campaign} />}
      {creator && campaign.status === 'SUCCESS' && <Withdraw campaign={campaign} />}
      {creator && campaign.status === 'ACTIVE' && <NotYet campaign={campaign} />}
      {creator && (
        <Link to={`/desk/${campaign.address}`} className={buttonClasses('outline')}>
          {t.desk.open}
        </Link>
      )}
    </div>
  )
}

function NotYet({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const missing = BigInt(campaign.goal_wei) - BigInt(campaign.total_raised_wei)
  return (
    <p className="rounded-md bg-sunken p-3 text-sm text-ink-2">
      {t.donate.notYetYours(`${formatAmount(formatWei(missing), code)} ${nativeSymbol}`)}
    </p>
  )
}

function Refund({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const { address } = useWallet()
  const { data: standing } = useStanding(campaign.address)
  if (address === null) {
    return (
      <>
        <p className="text-sm text-ink-2">{t.donate.checkRefund}</p>
        <Button size="lg" onClick={() => void openWalletDialog()}>
          {t.wallet.title}
        </Button>
      </>
    )
  }
  if (!standing) return <div className="skeleton h-20" />
  if (standing.refunded) return <p className="text-sm text-ink-2">{t.donate.refunded}</p>
  if (standing.contributionWei === 0n) return <p className="text-sm text-ink-2">{t.donate.nothingToRefund}</p>
  const { contributionWei: amountWei } = standing
  const refund = async () => {
    const { refund } = await import('../../../wallet/transact.ts')
    await refund({ campaign: campaign.address as `0x${string}`, campaignName: nameOf(campaign), amountWei }, t)
  }
  return (
    <>
      <p className="text-sm">{t.donate.refundable(`${formatAmount(formatWei(amountWei), code)} ${nativeSymbol}`)}</p>
      <Button look="ember" size="lg" onClick={() => void refund()}>
        {t.donate.refund}
      </Button>
    </>
  )
}

function Withdraw({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const withdraw = async () => {
    const { withdraw } = await import('../../../wallet/transact.ts')
    const amountWei = BigInt(campaign.total_raised_wei)
    await withdraw({ campaign: campaign.address as `0x${string}`, campaignName: nameOf(campaign), amountWei }, t)
  }
  return (
    <div className="grid gap-3 rounded-md bg-flame-wash p-4">
      <p className="text-sm">
        {t.donate.withdrawable(`${formatAmount(campaign.total_raised_eth, code)} ${nativeSymbol}`)}
      </p>
      <Button onClick={() => void withdraw()}>{t.donate.withdraw}</Button>
    </div>
  )
}
