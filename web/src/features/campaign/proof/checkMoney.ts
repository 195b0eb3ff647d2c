import type { QueryClient } from '@tanstack/react-query'
import { sendApi } from '../../../api/apiQuery.ts'
import type { CampaignDetail, ChainEvent } from '../../../api/types.ts'
import { rpc } from '../../../lib/rpc.ts'

/** Amounts in wei. */
export interface MoneyProof {
  block: number
  apiWei: bigint
  eventsWei: bigint
  eventsCount: number
  contractWei: bigint
  balanceWei: bigint
  refundedWei: bigint
  withdrawnWei: bigint
  chainCid: string
  agrees: boolean
}

/** The first four bytes of keccak-256 of `totalRaised()` and `cid()`; a test compares them with the ABI. */
export const SELECTORS = { totalRaised: '0xc5c4744c', cid: '0xaa3ec0a9' } as const
const PAGE_SIZE = 100

/**
 * Asks the contract what it has counted and holds, and adds up the events that the API lists. Both at one block, the one
 * that the API is at, so that a donation in between cannot make honest parties disagree.
 */
export async function checkMoney(client: QueryClient, campaign: CampaignDetail, rpcUrl: string): Promise<MoneyProof> {
  const { address, chain_id: chainId } = campaign
  const actual = Number(await rpc<string>(rpcUrl, 'eth_chainId'))
  if (actual !== chainId) throw new Error(`the node is of chain ${actual}, the campaign of chain ${chainId}`)
  const [detail, events, sync] = await Promise.all([
    sendApi<CampaignDetail>(client, '/api/v1/campaigns/{address}/', { path: { address } }),
    listAllEvents(client, address),
    sendApi<{ last_block: number }>(client, '/api/v1/chains/{chain_id}/sync-state/', { path: { chain_id: chainId } }),
  ])
  const block = Math.max(sync.last_block, ...events.map((event) => event.block_number))
  const tag = `0x${block.toString(16)}`
  const [raised, balance, cid] = await Promise.all([
    rpc<string>(rpcUrl, 'eth_call', [{ to: address, data: SELECTORS.totalRaised }, tag]),
    rpc<string>(rpcUrl, 'eth_getBalance', [address, tag]),
    rpc<string>(rpcUrl, 'eth_call', [{ to: address, data: SELECTORS.cid }, tag]),
  ])
  const sum = (name: string) =>
    events
      .filter((event) => event.event_name === name)
      .reduce((total, event) => total + BigInt((event.event_data_parsed as { amount: string }).amount), 0n)
  const proof = {
    block,
    apiWei: BigInt(detail.total_raised_wei),
    eventsWei: sum('DonationReceived'),
    eventsCount: events.filter((event) => event.event_name === 'DonationReceived').length,
    contractWei: BigInt(raised),
    balanceWei: BigInt(balance),
    refundedWei: sum('Refunded'),
    withdrawnWei: sum('Withdrawn'),
    chainCid: decodeString(cid),
  }
  // More may lie in the contract than was counted: ether can be forced into any contract. Less may not.
  const owed = proof.eventsWei - proof.refundedWei - proof.withdrawnWei
  const agrees = proof.apiWei === proof.eventsWei && proof.eventsWei === proof.contractWei && proof.balanceWei >= owed
  return { ...proof, agrees }
}

async function listAllEvents(client: QueryClient, address: string): Promise<ChainEvent[]> {
  const events: ChainEvent[] = []
  let cursor: string | null = null
  do {
    const page: { results: ChainEvent[]; next_cursor: string | null } = await sendApi(
      client,
      '/api/v1/campaigns/{address}/events/',
      { path: { address }, query: { removed: false, page_size: PAGE_SIZE, ...(cursor ? { cursor } : {}) } },
    )
    events.push(...page.results)
    cursor = page.next_cursor
  } while (cursor !== null)
  return events
}

/** An ABI-encoded string: offset, length, bytes. */
export function decodeString(hex: string): string {
  const bytes = Uint8Array.from(hex.slice(2).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const word = (at: number) => Number(BigInt(`0x${hex.slice(2 + at * 2, 2 + at * 2 + 64) || '0'}`))
  const offset = word(0)
  return new TextDecoder().decode(bytes.slice(offset + 32, offset + 32 + word(offset)))
}
