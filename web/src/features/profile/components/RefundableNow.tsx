import type { DonorContribution } from '../../../api/types.ts'
import { Button } from '../../../components/Button.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatAmount } from '../../../lib/formatAmount.ts'
import { formatWei } from '../../../lib/formatWei.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { Link } from '../../../routing/Link.tsx'

/** What this address can take back: of failed campaigns, whatever was not refunded. */
export function RefundableNow({ contributions, isOwn }: { contributions: DonorContribution[]; isOwn: boolean }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const rows = contributions.filter((row) => row.campaign.status === 'FAILED' && BigInt(row.net_contributed_wei) > 0n)
  if (rows.length === 0) return null
  const eth = (wei: bigint) => `${formatAmount(formatWei(wei), code)} ${nativeSymbol}`
  const total = rows.reduce((sum, row) => sum + BigInt(row.net_contributed_wei), 0n)
  const refund = async ({ campaign, net_contributed_wei }: DonorContribution) => {
    const { refund } = await import('../../../wallet/transact.ts')
    const campaignName = campaign.metadata?.name ?? shortAddress(campaign.address)
    await refund(
      { campaign: campaign.address as `0x${string}`, campaignName, amountWei: BigInt(net_contributed_wei) },
      t,
    )
  }
  return (
    <section className="mt-8 rounded-lg bg-ember-wash p-6" aria-labelledby="refundable">
      <h2 id="refundable" className="text-xl">
        {t.profile.refundable(eth(total))}
      </h2>
      <p className="mt-1 text-sm text-ink-2">{isOwn ? t.profile.refundableText : t.profile.onlyYou}</p>
      <ul className="mt-4">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3">
            <Link to={`/campaigns/${row.campaign.address}`} className="link font-semibold">
              {row.campaign.metadata?.name ?? shortAddress(row.campaign.address)}
            </Link>
            {isOwn ? (
              <Button look="ember" onClick={() => void refund(row)}>
                {t.profile.refund}: {eth(BigInt(row.net_contributed_wei))}
              </Button>
            ) : (
              <span className="figures text-sm font-semibold">{eth(BigInt(row.net_contributed_wei))}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
