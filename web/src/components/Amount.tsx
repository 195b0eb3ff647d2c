import { useLanguage } from '../i18n/messages.ts'
import { formatAmount } from '../lib/formatAmount.ts'
import { useSiteConfig } from '../lib/siteConfig.ts'

/** An amount, readable in the text and exact in its title. */
export function Amount({ eth, symbol = true, className }: { eth: string; symbol?: boolean; className?: string }) {
  const { code } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  return (
    <span className={`figures whitespace-nowrap ${className ?? ''}`} title={`${eth} ${nativeSymbol}`}>
      {formatAmount(eth, code)}
      {symbol && <span className="ml-[0.22em] font-normal">{nativeSymbol}</span>}
    </span>
  )
}
