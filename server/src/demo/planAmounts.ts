import { parseEther } from 'viem'
import type { Random } from './random.ts'

const SMALLEST_WEI = parseEther('0.001')

/** Wei per donation, long-tailed, that add up to `progress` × goal: to the wei if `progress` is 1, else within 2 %. */
export function planAmounts(goalWei: bigint, progress: number, count: number, random: Random): bigint[] {
  const targetWei = (goalWei * BigInt(Math.round(progress * 10_000))) / 10_000n
  const weights = Array.from({ length: count }, () => Math.exp(random.normal() * 1.05))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const targetEth = Number(targetWei) / 1e18
  const amounts = weights.map((weight) => asPeopleGive((targetEth * weight) / total, random))

  // the largest gift takes up what rounding left over, again as a round amount
  const largest = amounts.reduce((best, amount, i) => (amount > (amounts[best] as bigint) ? i : best), 0)
  const missing = targetWei - amounts.reduce((sum, amount) => sum + amount, 0n)
  const corrected = (amounts[largest] as bigint) + missing
  const unit = goalWei / 1000n
  amounts[largest] = progress === 1 ? corrected : (corrected / unit) * unit + (progress > 1 ? unit : 0n)
  if ((amounts[largest] as bigint) < SMALLEST_WEI)
    throw new Error(`No amounts of ${count} donations add up to ${targetWei} wei.`)
  return amounts
}

/** Round numbers mostly; now and then an amount down to the wei, as wallets send when someone types a price in another currency. */
function asPeopleGive(eth: number, random: Random): bigint {
  const magnitude = 10 ** Math.floor(Math.log10(eth))
  const steps = random.chance(0.6)
    ? [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10]
    : [1, 1.2, 1.6, 1.8, 2.2, 2.8, 3.3, 3.6, 4.5, 5.5, 6, 6.6, 8, 9]
  const wish = eth / magnitude
  const step = steps.reduce((best, candidate) =>
    Math.abs(candidate - wish) < Math.abs(best - wish) ? candidate : best,
  )
  const gwei = BigInt(Math.round(step * magnitude * 1e9))
  const odd = random.chance(0.07) ? BigInt(random.int(1, 999_999_999)) * 1_000n : 0n
  const wei = gwei * 1_000_000_000n + odd
  return wei < SMALLEST_WEI ? SMALLEST_WEI : wei
}
