import { campaignAbi, campaignFactoryAbi } from '@kindling/contracts'
import type { Address, Hash } from 'viem'
import { getConnection, getWalletClient } from 'wagmi/actions'
import type { Messages } from '../i18n/messages.ts'
import { formatWei } from '../lib/formatWei.ts'
import { addTransaction, updateTransaction } from '../transactions/transactionStore.ts'
import { errorText } from './errorText.ts'
import { openReader, openWallet, pageChain, switchToPageChain } from './wallet.ts'

interface Target {
  campaign: Address
  campaignName: string
  amountWei: bigint
}

export const donate = (target: Target, t: Messages) => send('donate', target, t)
export const refund = (target: Target, t: Messages) => send('refund', target, t)
export const withdraw = (target: Target, t: Messages) => send('withdraw', target, t)

async function send(kind: 'donate' | 'refund' | 'withdraw', target: Target, t: Messages): Promise<Hash | null> {
  const { campaign, campaignName, amountWei } = target
  return run({ kind, campaign, campaignName, amountWei }, t, async (account) => {
    const reader = await openReader()
    // Tried first without sending: the contract's refusal costs nothing that way, and comes with its reason.
    const { request } = await reader.simulateContract({
      address: campaign,
      abi: campaignAbi,
      functionName: kind,
      account,
      ...(kind === 'donate' ? { value: amountWei } : {}),
    } as never)
    return request
  })
}

export interface NewCampaign {
  factory: Address
  name: string
  goalWei: bigint
  deadlineTs: bigint
  cid: string
}

export const createCampaign = ({ factory, name, goalWei, deadlineTs, cid }: NewCampaign, t: Messages) =>
  run({ kind: 'create', campaign: '', campaignName: name, amountWei: goalWei }, t, async (account) => {
    const reader = await openReader()
    const { request } = await reader.simulateContract({
      address: factory,
      abi: campaignFactoryAbi,
      functionName: 'createCampaign',
      args: [goalWei, deadlineTs, cid],
      account,
    })
    return request
  })

interface Subject {
  kind: 'donate' | 'refund' | 'withdraw' | 'create'
  campaign: string
  campaignName: string
  amountWei: bigint
}

/** Signs and sends. From the hash on the transaction is followed by whoever shows it, after a reload too. */
async function run(
  subject: Subject,
  t: Messages,
  prepare: (account: Address) => Promise<unknown>,
): Promise<Hash | null> {
  const config = await openWallet()
  const { address, chainId } = getConnection(config)
  if (address === undefined) return null
  const { amountWei, ...rest } = subject
  const chain = pageChain()
  const id = addTransaction({
    ...rest,
    amountEth: formatWei(amountWei),
    chainId: chain.id,
    from: address.toLowerCase(),
  })
  try {
    if (chainId !== chain.id) await switchToPageChain()
    const request = await prepare(address)
    const wallet = await getWalletClient(config, { chainId: chain.id })
    // The chain is pinned: a wallet that is elsewhere by now refuses.
    const hash = await wallet.writeContract({ ...(request as object), account: wallet.account, chain } as never)
    updateTransaction(id, { stage: 'pending', hash })
    return hash
  } catch (error) {
    updateTransaction(id, { stage: 'failed', error: errorText(error, t) })
    return null
  }
}
