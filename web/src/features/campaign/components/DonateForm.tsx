import { type FormEvent, useId, useState } from 'react'
import type { CampaignDetail } from '../../../api/types.ts'
import { Button } from '../../../components/Button.tsx'
import { FiatHint } from '../../../components/FiatHint.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatAmount, formatPercent } from '../../../lib/formatAmount.ts'
import { formatWei, parseEth } from '../../../lib/formatWei.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { useStanding } from '../../../wallet/useStanding.ts'
import { openWalletDialog, readWallet, useWallet } from '../../../wallet/walletStore.ts'
import { nameOf } from './nameOf.ts'
import { presetsOf } from './presetsOf.ts'

export function DonateForm({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const { nativeSymbol, chainId, chainName, demoWallet } = useSiteConfig()
  const wallet = useWallet()
  const { data: standing } = useStanding(campaign.address)
  const presets = presetsOf(campaign.goal_eth)
  const [text, setText] = useState(presets[1] ?? '')
  const [busy, setBusy] = useState(false)
  const [touched, setTouched] = useState(false)
  const field = useId()
  const amountWei = parseEth(text)
  const valid = amountWei !== null && amountWei > 0n
  const eth = (wei: bigint) => `${formatAmount(formatWei(wei), code)} ${nativeSymbol}`
  const tooMuch = valid && standing !== undefined && amountWei >= standing.balanceWei
  const elsewhere = wallet.address !== null && wallet.chainId !== chainId
  const problem = !valid && touched ? t.donate.invalid : tooMuch ? t.donate.tooMuch(eth(standing.balanceWei)) : null

  const give = async (event: FormEvent) => {
    event.preventDefault()
    setTouched(true)
    if (!valid || busy) return
    setBusy(true)
    try {
      if (readWallet().address === null && !(await openWalletDialog())) return
      const { donate } = await import('../../../wallet/transact.ts')
      await donate({ campaign: campaign.address as `0x${string}`, campaignName: nameOf(campaign), amountWei }, t)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void give(event)} noValidate>
      <fieldset>
        <legend className="text-sm font-semibold">{t.donate.amount}</legend>
        <div className="mt-2 grid grid-cols-3 gap-2">
          {presets.map((preset) => (
            <button
              key={preset}
              type="button"
              aria-pressed={text === preset}
              onClick={() => setText(preset)}
              className="figures min-h-11 rounded-md border-[1.5px] border-line text-sm font-semibold hover:border-ink aria-pressed:border-ember aria-pressed:bg-ember-wash aria-pressed:text-ember-ink"
            >
              {formatAmount(preset, code)}
            </button>
          ))}
        </div>
        <div className="relative mt-2">
          <input
            id={field}
            inputMode="decimal"
            autoComplete="off"
            aria-label={`${t.donate.amount} (${nativeSymbol})`}
            aria-invalid={problem !== null}
            aria-describedby={`${field}-note`}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => setTouched(true)}
            className="figures h-13 w-full rounded-md border-[1.5px] border-line-strong bg-ground pr-16 pl-4 text-lg font-semibold aria-invalid:border-alarm"
          />
          <span className="pointer-events-none absolute top-3.5 right-4 text-ink-3">{nativeSymbol}</span>
        </div>
      </fieldset>
      <p
        id={`${field}-note`}
        aria-live="polite"
        className={`mt-1.5 min-h-[1.45em] text-xs ${problem ? 'text-alarm' : 'text-ink-3'}`}
      >
        {problem ??
          (standing
            ? t.donate.balance(eth(standing.balanceWei))
            : valid
              ? t.donate.effect(after(campaign, amountWei, code))
              : '')}
      </p>
      {valid && <FiatHint eth={formatWei(amountWei)} brief className="block text-xs text-ink-2" />}
      <Button look="ember" size="lg" type="submit" className="mt-2 w-full" disabled={busy || tooMuch}>
        {elsewhere ? t.donate.switch(chainName) : valid ? t.donate.button(eth(amountWei)) : t.donate.title}
      </Button>
      {elsewhere && <p className="mt-2 text-xs text-alarm">{t.donate.wrongNetwork(chainName)}</p>}
      {standing !== undefined && standing.contributionWei > 0n && (
        <p className="mt-2 text-xs text-ink-2">{t.donate.given(eth(standing.contributionWei))}</p>
      )}
      <p className="mt-2 text-xs text-ink-3">{demoWallet ? t.donate.demo : t.donate.safe}</p>
    </form>
  )
}

/** The percentage that the donation would make, cut like every percentage here. */
function after(campaign: CampaignDetail, amountWei: bigint, locale: string): string {
  const goal = BigInt(campaign.goal_wei)
  const basisPoints = goal === 0n ? 0n : ((BigInt(campaign.total_raised_wei) + amountWei) * 10_000n) / goal
  return formatPercent(Number(basisPoints) / 100, locale)
}
