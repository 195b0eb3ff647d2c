import type { Campaign } from '../../../api/types.ts'
import { Button } from '../../../components/Button.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatAmount } from '../../../lib/formatAmount.ts'
import { formatWei } from '../../../lib/formatWei.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { Link } from '../../../routing/Link.tsx'

/** One's own campaigns that met their goal and hold money. */
export function WithdrawableNow({ campaigns }: { campaigns: Campaign[] }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const ready = campaigns.filter(({ status }) => status === 'SUCCESS')
  if (ready.length === 0) return null
  const eth = (amount: string) => `${formatAmount(amount, code)} ${nativeSymbol}`
  const total = ready.reduce((sum, campaign) => sum + BigInt(campaign.total_raised_wei), 0n)
  const withdraw = async ({ address, metadata, total_raised_wei }: Campaign) => {
    const { withdraw } = await import('../../../wallet/transact.ts')
    const campaignName = metadata?.name ?? shortAddress(address)
    await withdraw({ campaign: address as `0x${string}`, campaignName, amountWei: BigInt(total_raised_wei) }, t)
  }
  return (
    <section className="mt-8 rounded-lg bg-flame-wash p-6" aria-labelledby="withdrawable">
      <h2 id="withdrawable" className="text-xl">
        {t.profile.withdrawable(eth(formatWei(total)))}
      </h2>
      <p className="mt-1 text-sm text-ink-2">{t.profile.withdrawableText}</p>
      <ul className="mt-4">
        {ready.map((campaign) => (
          <li
            key={campaign.address}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3"
          >
            <Link to={`/desk/${campaign.address}`} className="link font-semibold">
              {campaign.metadata?.name ?? shortAddress(campaign.address)}
            </Link>
            <Button look="ember" onClick={() => void withdraw(campaign)}>
              {t.donate.withdraw}: {eth(campaign.total_raised_eth)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
