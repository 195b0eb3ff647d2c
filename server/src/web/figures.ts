/** Longer than this is no deadline that anybody waits for. */
const MAX_DAYS = 36_525

/** An amount for reading, cut and never rounded up, so that a goal does not look met too early. */
export function formatAmount(eth: string, locale: string): string {
  const size = Number(eth)
  if (size >= 1e15) return new Intl.NumberFormat(locale, { notation: 'scientific' }).format(size)
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.01 || size === 0 ? 4 : 8
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, roundingMode: 'trunc' }).format(
    eth as Intl.StringNumericLiteral,
  )
}

export function formatPercent(percent: number, locale: string): string {
  const style = { style: 'percent', roundingMode: 'trunc' } as const
  if (percent >= 1e6) return new Intl.NumberFormat(locale, { ...style, notation: 'scientific' }).format(percent / 100)
  const digits = percent < 10 ? 1 : 0
  return new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: digits }).format(percent / 100)
}

/** The largest whole unit that is left, "12 days"; null when nothing is. */
export function formatTimeLeft(deadlineTs: number, nowMs: number, locale: string): string | null {
  const seconds = Math.floor(deadlineTs - nowMs / 1000)
  if (seconds <= 0) return null
  const days = Math.floor(seconds / 86_400)
  const [amount, unit] =
    days > MAX_DAYS
      ? ([100, 'year'] as const)
      : days >= 2
        ? ([days, 'day'] as const)
        : seconds >= 7200
          ? ([Math.floor(seconds / 3600), 'hour'] as const)
          : ([Math.max(1, Math.floor(seconds / 60)), 'minute'] as const)
  const text = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)
  return days > MAX_DAYS ? `> ${text}` : text
}
