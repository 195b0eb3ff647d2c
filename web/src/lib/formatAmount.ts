import { numberFormat } from './intl.ts'

/**
 * An amount of the native coin for reading: three or four meaningful digits, cut and never rounded up, so that
 * "goal reached" is never shown too early. The exact amount belongs in a title beside it.
 */
export function formatAmount(eth: string, locale: string): string {
  const size = Math.abs(Number(eth))
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.01 || size === 0 ? 4 : 8
  const format = numberFormat(locale, { maximumFractionDigits: digits, roundingMode: 'trunc' })
  // The decimal string goes in as it is: Intl reads it exactly.
  return format.format(eth as Intl.StringNumericLiteral)
}

export const formatPercent = (percent: number, locale: string): string =>
  numberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: percent < 10 ? 1 : 0,
    roundingMode: 'trunc',
  }).format(percent / 100)

export const formatCount = (count: number, locale: string): string => numberFormat(locale).format(count)
