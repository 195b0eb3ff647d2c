import { campaignAbi, campaignFactoryAbi } from '@kindling/contracts'
import { type Address, decodeEventLog, encodeFunctionData, formatEther, type Hex, numberToHex, parseEther } from 'viem'
import { callRpc } from './callRpc.ts'
import { demoAccount } from './demoAccounts.ts'
import type { DemoPlan, PlannedAction } from './planDemo.ts'

export interface SeedDemoOptions {
  readonly rpcUrl: string
  readonly factoryAddress: Address
  readonly plan: DemoPlan
  /** Slug to the CID of the campaign's metadata document: what `publishDemo` answered. */
  readonly cids: ReadonlyMap<string, string>
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface SeededDemo {
  readonly campaigns: ReadonlyMap<string, Address>
  readonly transactions: number
  readonly blocks: number
}

interface Receipt {
  readonly transactionHash: Hex
  readonly status: Hex
  readonly logs: readonly { readonly address: Address; readonly topics: [Hex, ...Hex[]]; readonly data: Hex }[]
}

/** Far above what any of the actions needs, so that no transaction waits for an estimate. */
const GAS = numberToHex(600_000)
/** For gas, and for what the demo's donors give later. */
const SPARE_WEI = parseEther('50')

/**
 * Carries out the plan by real transactions on an anvil that was started with `--timestamp` at or before `plan.startTs`. Ends with
 * a block at the present (`plan.nowTs` and what seeding took) and with automine on.
 *
 * Not resumable: a chain on which it was interrupted is to be thrown away and begun anew. It refuses a factory that has campaigns.
 * @throws Error naming the action whose transaction was not accepted or reverted.
 */
export async function seedDemo({
  rpcUrl,
  factoryAddress,
  plan,
  cids,
  onProgress,
  signal,
}: SeedDemoOptions): Promise<SeededDemo> {
  const begun = performance.now()
  const rpc = <T>(method: string, ...params: unknown[]): Promise<T> => callRpc<T>(rpcUrl, method, params, signal)
  const createdHere = await rpc<Hex>(
    'eth_call',
    { to: factoryAddress, data: encodeFunctionData({ abi: campaignFactoryAbi, functionName: 'getCampaignCount' }) },
    'latest',
  )
  if (BigInt(createdHere) !== 0n) {
    throw new Error(
      `The factory ${factoryAddress} already has ${BigInt(createdHere)} campaigns; the demo needs a fresh chain.`,
    )
  }

  const campaigns = new Map<string, Address>()
  const blocks = groupByTime(plan.actions)
  let transactions = 0
  await rpc('anvil_autoImpersonateAccount', true)
  await rpc('evm_setAutomine', false)
  try {
    await fundAccounts(rpc, plan)
    for (const actions of blocks) {
      signal?.throwIfAborted()
      await rpc('evm_setNextBlockTimestamp', actions[0]?.ts)
      const sent = new Map<Hex, PlannedAction>()
      for (const action of actions) {
        const hash = await rpc<Hex>(
          'eth_sendTransaction',
          toTransaction(action, plan, factoryAddress, campaigns, cids),
        ).catch((cause: Error) => {
          throw new Error(`The demo could not ${describe(action)}: ${cause.message}`, { cause })
        })
        sent.set(hash, action)
      }
      await rpc('evm_mine')
      await checkBlock(rpc, sent, campaigns)
      transactions += actions.length
      onProgress?.(transactions, plan.actions.length)
    }
    await rpc('evm_setNextBlockTimestamp', plan.nowTs + Math.ceil((performance.now() - begun) / 1000))
    await rpc('evm_mine')
  } finally {
    // Not through `rpc`: these must also work after an abort, and must not hide what went wrong before.
    await callRpc(rpcUrl, 'anvil_autoImpersonateAccount', [false]).catch(() => undefined)
    await callRpc(rpcUrl, 'evm_setAutomine', [true]).catch(() => undefined)
  }
  return { campaigns, transactions, blocks: blocks.length + 1 }
}

type Rpc = <T>(method: string, ...params: unknown[]) => Promise<T>

function groupByTime(actions: readonly PlannedAction[]): PlannedAction[][] {
  const groups: PlannedAction[][] = []
  for (const action of actions) {
    const last = groups[groups.length - 1]
    if (last?.[0]?.ts === action.ts) last.push(action)
    else groups.push([action])
  }
  return groups
}

async function fundAccounts(rpc: Rpc, plan: DemoPlan): Promise<void> {
  const needs = new Map<number, bigint>()
  for (const action of plan.actions) {
    const given = action.kind === 'donate' ? action.amountWei : 0n
    needs.set(action.accountIndex, (needs.get(action.accountIndex) ?? SPARE_WEI) + given)
  }
  for (const [index, wei] of needs) await rpc('anvil_setBalance', demoAccount(index).address, numberToHex(wei))
}

function toTransaction(
  action: PlannedAction,
  plan: DemoPlan,
  factory: Address,
  campaigns: ReadonlyMap<string, Address>,
  cids: ReadonlyMap<string, string>,
): Record<string, Hex> {
  const from = demoAccount(action.accountIndex).address
  if (action.kind === 'create') {
    const campaign = plan.campaigns.find(({ slug }) => slug === action.slug)
    const cid = cids.get(action.slug)
    if (!campaign || !cid) throw new Error(`The demo campaign "${action.slug}" has no metadata CID.`)
    const args = [campaign.goalWei, BigInt(campaign.deadlineTs), cid] as const
    return {
      from,
      to: factory,
      gas: GAS,
      data: encodeFunctionData({ abi: campaignFactoryAbi, functionName: 'createCampaign', args }),
    }
  }
  const to = campaigns.get(action.slug)
  if (!to) throw new Error(`The plan has a ${action.kind} for "${action.slug}" before the campaign's creation.`)
  const data = encodeFunctionData({ abi: campaignAbi, functionName: action.kind })
  return { from, to, gas: GAS, data, ...(action.kind === 'donate' ? { value: numberToHex(action.amountWei) } : {}) }
}

async function checkBlock(
  rpc: Rpc,
  sent: ReadonlyMap<Hex, PlannedAction>,
  campaigns: Map<string, Address>,
): Promise<void> {
  const receipts = new Map(
    (await rpc<Receipt[]>('eth_getBlockReceipts', 'latest')).map((receipt) => [receipt.transactionHash, receipt]),
  )
  for (const [hash, action] of sent) {
    const receipt = receipts.get(hash)
    if (!receipt) throw new Error(`The demo could not ${describe(action)}: transaction ${hash} was not mined.`)
    if (BigInt(receipt.status) !== 1n)
      throw new Error(`The demo could not ${describe(action)}: transaction ${hash} reverted.`)
    if (action.kind !== 'create') continue
    const [log] = receipt.logs
    if (!log) throw new Error(`The demo could not ${describe(action)}: transaction ${hash} has no event.`)
    const { args } = decodeEventLog({
      abi: campaignFactoryAbi,
      eventName: 'CampaignCreated',
      topics: log.topics,
      data: log.data,
    })
    campaigns.set(action.slug, args.campaign)
  }
}

function describe(action: PlannedAction): string {
  const at = `"${action.slug}" at ${new Date(action.ts * 1000).toISOString()} by account ${action.accountIndex}`
  return action.kind === 'donate' ? `donate ${formatEther(action.amountWei)} ETH to ${at}` : `${action.kind} ${at}`
}
