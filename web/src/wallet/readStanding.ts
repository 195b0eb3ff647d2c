import { campaignAbi } from '@kindling/contracts'
import type { Address } from 'viem'
import { openReader } from './wallet.ts'

/** How an address stands with a campaign, as the contract says. Amounts in wei. */
export interface Standing {
  balanceWei: bigint
  contributionWei: bigint
  refunded: boolean
  isCreator: boolean
  isFailed: boolean
  isSuccessful: boolean
  withdrawn: boolean
  heldWei: bigint
}

export async function readStanding(campaign: Address, account: Address): Promise<Standing> {
  const reader = await openReader()
  const contract = { address: campaign, abi: campaignAbi } as const
  const [balanceWei, heldWei, contributionWei, refunded, creator, isFailed, isSuccessful, withdrawn] =
    await Promise.all([
      reader.getBalance({ address: account }),
      reader.getBalance({ address: campaign }),
      reader.readContract({ ...contract, functionName: 'contributionOf', args: [account] }),
      reader.readContract({ ...contract, functionName: 'refunded', args: [account] }),
      reader.readContract({ ...contract, functionName: 'creator' }),
      reader.readContract({ ...contract, functionName: 'isFailed' }),
      reader.readContract({ ...contract, functionName: 'isSuccessful' }),
      reader.readContract({ ...contract, functionName: 'withdrawn' }),
    ])
  const isCreator = creator.toLowerCase() === account.toLowerCase()
  return { balanceWei, heldWei, contributionWei, refunded, isCreator, isFailed, isSuccessful, withdrawn }
}
