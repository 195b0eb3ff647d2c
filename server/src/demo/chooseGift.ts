import { type Address, formatEther, parseEther } from 'viem'
import type { Random } from './random.ts'

export interface OpenCampaign {
  readonly address: Address
  readonly goal: bigint
  readonly totalRaised: bigint
}

/** Raised beyond this part of the goal, a campaign gets no more from the demo's donors. */
const ENOUGH = 1.75
/** For the size of a gift, a goal beyond this counts as this. */
const LARGEST_GOAL_ETH = 5_000

/** Which open campaign a passer-by gives to, and how much; nothing if each has had more than enough. */
export function chooseGift(
  open: readonly OpenCampaign[],
  random: Random,
): { campaign: Address; amountWei: bigint } | undefined {
  const weighted = open.map((campaign) => ({
    campaign,
    weight: appeal(Number(campaign.totalRaised) / Number(campaign.goal)),
  }))
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0)
  let at = random.next() * total
  for (const { campaign, weight } of weighted) {
    at -= weight
    if (weight > 0 && at < 0) return { campaign: campaign.address, amountWei: amountFor(campaign.goal, random) }
  }
  return undefined
}

/** People like to see a goal met: interest grows towards it and fades beyond it. */
function appeal(progress: number): number {
  if (progress >= ENOUGH) return 0
  return progress < 1 ? 0.6 + progress * 0.9 : 0.25 * (ENOUGH - progress)
}

/** A thousandth of the goal or so; a demo left on overnight (about 900 gifts an hour over all) still has open goals. */
function amountFor(goalWei: bigint, random: Random): bigint {
  // Visitors may create campaigns too, with any goal up to 2^256 - 1 wei.
  const goalEth = Math.min(LARGEST_GOAL_ETH, Number(formatEther(goalWei)))
  const eth = Math.min(goalEth / 40, Math.max(0.002, (goalEth / 1200) * Math.exp(random.normal() * 0.9)))
  const rounded = eth.toPrecision(random.chance(0.7) ? 1 : 2)
  const amountWei = parseEther(Number(rounded).toFixed(6))
  return amountWei > 0n ? amountWei : 1n
}
