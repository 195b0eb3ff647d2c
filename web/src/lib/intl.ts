const kept = new Map<string, unknown>()

/** A formatter is dear to make (a telephone needs a millisecond) and cheap to use, and a page uses some hundred times a few. */
function keep<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`
  const found = kept.get(key) as T | undefined
  if (found !== undefined) return found
  const made = make()
  kept.set(key, made)
  return made
}

export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  keep('number', locale, options, () => new Intl.NumberFormat(locale, options))

export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  keep('date', locale, options, () => new Intl.DateTimeFormat(locale, options))

export const relativeFormat = (locale: string, options: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat =>
  keep('relative', locale, options, () => new Intl.RelativeTimeFormat(locale, options))
