const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown }
/** A uint256 has 78 digits. Longer ones, and exponents, which jsonb writes out digit by digit, become text. */
const MAX_DIGITS = 100

/**
 * A reviver for JSON.parse: the same JSON, less what PostgreSQL refuses in jsonb (NUL, lone surrogates) or what grows
 * when it is written out (numbers with huge exponents). Other numbers keep their digits.
 */
export function storableJson(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value === 'string') return storableText(value)
  if (typeof value === 'number') return storableNumber(value, context?.source)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return withStorableKeys(value)
  return value
}

/** Without NUL, which PostgreSQL has no room for; a lone surrogate, which UTF-8 has none for, becomes U+FFFD. */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed()

function storableNumber(value: number, source = String(value)): unknown {
  const isExact = String(value) === source
  if (isExact && Math.abs(value) < 1e21) return value
  if (!/[eE]/.test(source) && source.length <= MAX_DIGITS) return rawJSON(source)
  const size = Math.abs(value)
  if (/[eE]/.test(source) && size >= 1e-6 && size < 1e21) return value
  // A text in the JSON, but no string to whoever reads fields: it was not one.
  return rawJSON(`"${source}"`)
}

// Object.fromEntries defines own properties, so a key `__proto__` stays a key.
function withStorableKeys(object: object): object {
  const keys = Object.keys(object)
  if (keys.every((key) => storableText(key) === key)) return object
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [storableText(key), value]))
}
