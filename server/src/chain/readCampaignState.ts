import type { Endpoint } from './endpoint.ts'
import { RpcError } from './RpcError.ts'

/** What a campaign's contract says of itself at one block. Amounts in wei. */
export interface CampaignState {
  totalRaisedWei: bigint
  withdrawn: boolean
  balanceWei: bigint
}

/** The first four bytes of keccak256 of the signatures. */
const TOTAL_RAISED = '0xc5c4744c' // totalRaised()
const WITHDRAWN = '0xc80ec522' // withdrawn()
const CAMPAIGN_COUNT = '0x6caa9218' // getCampaignCount()
const WORD = /^0x[0-9a-f]{64}$/i

/**
 * Asks the contract itself, at a block named by its hash (EIP-1898), so that all answers are of one fork.
 *
 * @throws RpcError
 */
export async function readCampaignState(
  endpoint: Endpoint,
  address: string,
  blockHash: string,
  signal?: AbortSignal,
): Promise<CampaignState> {
  const at = { blockHash }
  const [raised, withdrawn, balance] = await Promise.all([
    call(endpoint, address, TOTAL_RAISED, blockHash, signal),
    call(endpoint, address, WITHDRAWN, blockHash, signal),
    endpoint.request<string>('eth_getBalance', [address, at], signal),
  ])
  return { totalRaisedWei: raised, withdrawn: withdrawn !== 0n, balanceWei: BigInt(balance) }
}

/** How many campaigns a factory created up to a block. @throws RpcError */
export async function readCampaignCount(
  endpoint: Endpoint,
  factory: string,
  blockHash: string,
  signal?: AbortSignal,
): Promise<number> {
  return Number(await call(endpoint, factory, CAMPAIGN_COUNT, blockHash, signal))
}

async function call(
  endpoint: Endpoint,
  to: string,
  data: string,
  blockHash: string,
  signal: AbortSignal | undefined,
): Promise<bigint> {
  const answer = await endpoint.request<unknown>('eth_call', [{ to, data }, { blockHash }], signal)
  // A contract that is not there answers "0x".
  if (typeof answer !== 'string' || !WORD.test(answer))
    throw new RpcError('refused', `${endpoint.health.origin} finds no contract that answers at ${to}.`)
  return BigInt(answer)
}
