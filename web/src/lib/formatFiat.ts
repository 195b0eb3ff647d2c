import { numberFormat } from './intl.ts'
import type { FiatPrice } from './siteConfig.ts'

/** A rough amount in money of the world: three meaningful digits, as more would feign what a price does not know. */
export function formatFiat(amount: number, { currency }: Pick<FiatPrice, 'currency'>, locale: string): string {
  return numberFormat(locale, {
    style: 'currency',
    currency,
    maximumSignificantDigits: amount >= 1000 ? 4 : 3,
  }).format(amount)
}
