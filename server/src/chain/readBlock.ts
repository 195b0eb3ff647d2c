import type { Endpoint } from './endpoint.ts'
import { RpcError } from './RpcError.ts'

/** The part of a header that ordering needs. `time` is unix seconds. */
export interface BlockHeader {
  number: number
  hash: string
  parentHash: string
  time: number
  /** Filter over the block's logs (Yellow Paper, 4.4.3), where the node sends it. */
  logsBloom?: string
}

interface RpcBlock {
  number?: unknown
  hash?: unknown
  parentHash?: unknown
  timestamp?: unknown
  logsBloom?: unknown
}

export const HASH = /^0x[0-9a-f]{64}$/i
export const QUANTITY = /^0x[0-9a-f]{1,14}$/i
const BLOOM = /^0x[0-9a-f]{512}$/i

/** A header by number or tag, or null when the node has no such block. @throws RpcError when the answer is malformed */
export async function readBlock(
  endpoint: Endpoint,
  block: number | 'latest' | 'finalized',
  signal?: AbortSignal,
): Promise<BlockHeader | null> {
  const id = typeof block === 'number' ? `0x${block.toString(16)}` : block
  const answer = await endpoint.request<RpcBlock | null>('eth_getBlockByNumber', [id, false], signal)
  if (answer === null) return null
  const { number, hash, parentHash, timestamp } = answer
  const valid = isHex(number, QUANTITY) && isHex(hash, HASH) && isHex(parentHash, HASH) && isHex(timestamp, QUANTITY)
  if (!valid || (typeof block === 'number' && Number(number) !== block)) {
    throw new RpcError('unavailable', `${endpoint.health.origin} sent a malformed header for block ${block}.`)
  }
  return {
    number: Number(number),
    hash: hash.toLowerCase(),
    parentHash: parentHash.toLowerCase(),
    time: Number(timestamp),
    ...(isHex(answer.logsBloom, BLOOM) ? { logsBloom: answer.logsBloom } : {}),
  }
}

export function isHex(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value)
}

/** The node's newest block. @throws RpcError */
export async function readHead(endpoint: Endpoint, signal?: AbortSignal): Promise<BlockHeader> {
  const head = await readBlock(endpoint, 'latest', signal)
  if (head === null) throw new RpcError('unavailable', `${endpoint.health.origin} has no latest block.`)
  return head
}
