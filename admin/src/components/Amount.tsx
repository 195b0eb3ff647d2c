const formats = new Map<number, Intl.NumberFormat>()

/** What the digits shown can tell from nothing. */
const SMALLEST = 1e-6
const SMALLEST_WORDS = '0.000001'

/** Cut, never rounded up: a goal is not reached before it is. */
function format(eth: string): string {
  const size = Math.abs(Number(eth))
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.01 || size === 0 ? 4 : 6
  let numbers = formats.get(digits)
  if (numbers === undefined) {
    numbers = new Intl.NumberFormat('en', { maximumFractionDigits: digits, roundingMode: 'trunc' })
    formats.set(digits, numbers)
  }
  return size > 0 && size < SMALLEST ? `< ${SMALLEST_WORDS}` : numbers.format(eth as Intl.StringNumericLiteral)
}

/** An amount for reading, the exact one in its title. */
export function Amount({ eth, symbol = 'ETH' }: { eth: string; symbol?: string }) {
  return (
    <span title={`${eth} ${symbol}`} style={{ whiteSpace: 'nowrap' }}>
      {format(eth)} {symbol}
    </span>
  )
}

export const formatCount = (count: number): string => new Intl.NumberFormat('en').format(count)
