import { useQuery } from '@tanstack/react-query'
import { Button } from '../../../components/Button.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatAmount } from '../../../lib/formatAmount.ts'
import { formatWei } from '../../../lib/formatWei.ts'
import { rpc } from '../../../lib/rpc.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { useStanding } from '../../../wallet/useStanding.ts'
import { openWalletDialog, useWallet } from '../../../wallet/walletStore.ts'

/** Refund and withdraw from the contract alone, for when the API says nothing about it. */
export default function ChainPanel({ address }: { address: string }) {
  const { code, t } = useLanguage()
  const { nativeSymbol, rpcUrl } = useSiteConfig()
  const wallet = useWallet()
  const campaign = address as `0x${string}`
  const deployed = useQuery({
    queryKey: ['code', address],
    queryFn: () => rpc<string>(rpcUrl as string, 'eth_getCode', [address, 'latest']),
    enabled: rpcUrl !== null,
  })
  const { data: standing } = useStanding(address)
  // Nothing is deployed there: there is no money to speak of.
  if (deployed.data === '0x') return null
  const eth = (wei: bigint) => `${formatAmount(formatWei(wei), code)} ${nativeSymbol}`
  const run = async (kind: 'refund' | 'withdraw', amountWei: bigint) => {
    const actions = await import('../../../wallet/transact.ts')
    await actions[kind]({ campaign, campaignName: shortAddress(address), amountWei }, t)
  }
  return (
    <section className="mt-10 rounded-lg border border-line bg-raised p-6">
      <h2 className="text-xl">{t.campaign.chainPanel}</h2>
      <p className="mt-2 text-sm text-ink-2">{t.campaign.chainPanelText}</p>
      {wallet.address === null ? (
        <Button className="mt-4" onClick={() => void openWalletDialog()}>
          {t.wallet.title}
        </Button>
      ) : standing === undefined ? (
        <div className="skeleton mt-4 h-12" />
      ) : standing.isFailed && standing.contributionWei > 0n && !standing.refunded ? (
        <Button look="ember" className="mt-4" onClick={() => void run('refund', standing.contributionWei)}>
          {t.donate.refund}: {eth(standing.contributionWei)}
        </Button>
      ) : standing.isCreator && standing.isSuccessful && !standing.withdrawn ? (
        <Button look="ember" className="mt-4" onClick={() => void run('withdraw', standing.heldWei)}>
          {t.donate.withdraw}: {eth(standing.heldWei)}
        </Button>
      ) : (
        <p className="mt-4 text-sm">{t.donate.nothingToRefund}</p>
      )}
    </section>
  )
}
