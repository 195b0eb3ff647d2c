/** Wei as a plain decimal string of the native coin, as the API writes it: exact, no trailing zeros. */
export function formatWei(wei: string | bigint): string {
  const digits = BigInt(wei).toString().padStart(19, '0')
  const fraction = digits.slice(-18).replace(/0+$/, '')
  return fraction ? `${digits.slice(0, -18)}.${fraction}` : digits.slice(0, -18)
}

/** The wei of a typed amount, or null when it is not one: "0,5" and "0.5" are the same. */
export function parseEth(text: string): bigint | null {
  const match = /^(\d{0,60})(?:[.,](\d{0,18}))?$/.exec(text.trim())
  if (match === null || !/\d/.test(text)) return null
  return BigInt(`${match[1] || '0'}${(match[2] ?? '').padEnd(18, '0')}`)
}
