const WEI_DIGITS = 18

/**
 * An amount of wei as a plain decimal string of the native coin: no exponent, no trailing zeros.
 *
 * @param wei a whole number of any size, as PostgreSQL's numeric or as bigint
 */
export function weiToEth(wei: string | bigint): string {
  const text = String(wei)
  const sign = text.startsWith('-') ? '-' : ''
  const digits = text.slice(sign.length).padStart(WEI_DIGITS + 1, '0')
  const whole = digits.slice(0, -WEI_DIGITS)
  const fraction = digits.slice(-WEI_DIGITS).replace(/0+$/, '')
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`
}

/** 2^256 - 1, the largest amount a contract can hold. */
export const MAX_UINT256 = 2n ** 256n - 1n
