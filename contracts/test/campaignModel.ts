import type { Address } from 'viem'
import type { Terms } from './deployFactory.ts'

/** A campaign as the rules in the README tell it, written without looking at the contract. */
export type ModelCampaign = Terms & {
  creator: Address
  gifts: Map<Address, bigint>
  /** What each donor had back. */
  refunds: Map<Address, bigint>
  /** What the creator took; undefined until then. */
  taken?: bigint
}

export const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((total, amount) => total + amount, 0n)
export const raisedBy = (campaign: ModelCampaign): bigint => sum(campaign.gifts.values())
export const heldBy = (campaign: ModelCampaign): bigint =>
  raisedBy(campaign) - sum(campaign.refunds.values()) - (campaign.taken ?? 0n)

/** The error that the creation must revert with, or undefined if it must succeed. */
export function creationError({ goal, deadline, cid }: Terms, now: bigint): string | undefined {
  if (goal === 0n) return 'InvalidGoal'
  if (deadline <= now) return 'InvalidDeadline'
  return cid === '' ? 'InvalidCID' : undefined
}

/** Gives to the campaign, or returns the error that must come instead. */
export function donateTo(campaign: ModelCampaign, donor: Address, amount: bigint, now: bigint): string | undefined {
  if (campaign.taken !== undefined) return 'CampaignClosed'
  if (now >= campaign.deadline) return 'DeadlinePassed'
  if (amount === 0n) return 'InvalidDonation'
  campaign.gifts.set(donor, (campaign.gifts.get(donor) ?? 0n) + amount)
  return undefined
}

/** Takes the money, or returns the error that must come instead. */
export function withdrawFrom(campaign: ModelCampaign, caller: Address): string | undefined {
  if (caller !== campaign.creator) return 'NotCreator'
  if (campaign.taken !== undefined) return 'AlreadyWithdrawn'
  if (raisedBy(campaign) < campaign.goal) return 'GoalNotMet'
  campaign.taken = heldBy(campaign)
  return undefined
}

/** Takes a gift back, or returns the error that must come instead. */
export function refundFrom(campaign: ModelCampaign, donor: Address, now: bigint): string | undefined {
  if (now < campaign.deadline) return 'DeadlineNotPassed'
  if (raisedBy(campaign) >= campaign.goal) return 'GoalMet'
  const gift = campaign.gifts.get(donor)
  if (gift === undefined) return 'NoContribution'
  if (campaign.refunds.has(donor)) return 'AlreadyRefunded'
  campaign.refunds.set(donor, gift)
  return undefined
}
