export const eventNames = ['CampaignCreated', 'DonationReceived', 'Withdrawn', 'Refunded'] as const
export type EventName = (typeof eventNames)[number]

/**
 * What the contracts said, as every room sees it. Addresses and hashes are lower-case hex, amounts exact decimal
 * strings, `blockTime` unix seconds.
 */
export interface ChainEvent {
  name: EventName
  blockNumber: number
  blockHash: string
  blockTime: number
  txHash: string
  logIndex: number
  /** The contract that emitted it: the factory for CampaignCreated, the campaign for the rest. */
  address: string
  campaign: string
  /** The creator for CampaignCreated and Withdrawn, the donor for DonationReceived and Refunded. */
  account: string
  /** What moved; null for CampaignCreated. */
  amountWei: string | null
  /** The arguments under their Solidity names; integers as decimal strings. */
  args: Record<string, string>
}
