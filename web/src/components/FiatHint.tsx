import { useLanguage } from '../i18n/messages.ts'
import { formatFiat } from '../lib/formatFiat.ts'
import { formatRelative } from '../lib/formatTime.ts'
import { useSiteConfig } from '../lib/siteConfig.ts'
import { useNow } from '../lib/useNow.ts'

const USABLE_MS = 3_600_000

interface FiatHintProps {
  eth: string
  /** Price and age in the title alone, where they stand nearby. */
  brief?: boolean
  className?: string
}

/** What an amount is worth about, with the price and its age; nothing where no price source is configured or its word is old. */
export function FiatHint({ eth, brief = false, className }: FiatHintProps) {
  const { code, t } = useLanguage()
  const { fiat, nativeSymbol } = useSiteConfig()
  const now = useNow(30_000)
  if (!fiat || Number(eth) === 0 || (fiat.at !== null && now - fiat.at > USABLE_MS)) return null
  const price = formatFiat(fiat.price, fiat, code)
  const source =
    fiat.at === null
      ? t.fiat.fixed(price, nativeSymbol)
      : t.fiat.polled(price, nativeSymbol, formatRelative(Math.min(fiat.at, now), now, code))
  return (
    <span className={className} title={source} suppressHydrationWarning>
      {t.fiat.about(formatFiat(Number(eth) * fiat.price, fiat, code))}
      {!brief && <span className="text-ink-3"> ({source})</span>}
    </span>
  )
}
