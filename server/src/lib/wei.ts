const WEI_DIGITS = 18
const ZERO = '0'.charCodeAt(0)

/**
 * An amount of wei as a plain decimal string of the native coin: no exponent, no trailing zeros.
 *
 * @param wei a whole number of any size, as PostgreSQL's numeric or as bigint
 */
export function weiToEth(wei: string | bigint): string {
  const text = String(wei)
  if (text === '0') return text
  const sign = text.startsWith('-') ? '-' : ''
  const digits = text.slice(sign.length).padStart(WEI_DIGITS + 1, '0')
  const point = digits.length - WEI_DIGITS
  let end = digits.length
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end--
  const whole = sign + digits.slice(0, point)
  return end === point ? whole : `${whole}.${digits.slice(point, end)}`
}

/** 2^256 - 1, the largest amount a contract can hold. */
export const MAX_UINT256 = 2n ** 256n - 1n
