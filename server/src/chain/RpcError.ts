import { KindlingError } from '../lib/errors.ts'

/**
 * Why a request to a node failed.
 * - `unavailable`: no connection, a time-out, a 5xx, an answer cut short or not JSON-RPC
 * - `rate_limited`: 429 or the provider's wording of it
 * - `range_too_large`: `eth_getLogs` refused or cut off for its size; smaller ranges help
 * - `inconsistent`: the answer does not fit what the same node said before (a reorg under way, a node behind)
 * - `wrong_chain`: the endpoint serves another chain
 * - `refused`: the node understood and said no
 */
export type RpcFault = 'unavailable' | 'rate_limited' | 'range_too_large' | 'inconsistent' | 'wrong_chain' | 'refused'

export class RpcError extends KindlingError {
  readonly fault: RpcFault
  readonly retryAfterMs: number | undefined

  constructor(fault: RpcFault, message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(`rpc_${fault}`, message, { retryable: fault !== 'wrong_chain', cause: options.cause })
    this.fault = fault
    this.retryAfterMs = options.retryAfterMs
  }
}

/** Providers' wordings for "ask for less", each from the provider named behind it. */
const TOO_LARGE = [
  /query returned more than \d+ results/i, // Infura, Erigon
  /log response size exceeded/i, // Alchemy
  /response size (is larger|should not|exceed)/i, // Alchemy, Chainstack
  /block range (is too|too|limit|exceed)/i, // many
  /(exceed|exceeds|exceeded|over)[^.]*(maximum|max)?[^.]*(block range|range limit|range allowed)/i, // Ankr, BSC nodes, Chainstack
  /range (is )?too (large|wide)/i, // Cloudflare, Ankr
  /eth_getlogs (and eth_newfilter )?(is|are) limited to/i, // QuickNode
  /(limited to|up to) (a )?[\d,.]+k? (block|results|logs)/i, // QuickNode, Chainstack, Tenderly
  /requested too many blocks/i, // Tenderly, Blast
  /too many (results|logs|blocks)/i, // Geth forks, Moralis
  /maximum (number of )?(results|logs|blocks|\[?from)/i, // Polygon nodes, Blockpi
  /query timeout exceeded|query exceeds (max|limit)|query duration|execution timeout/i, // Geth, Infura
  /backend response too large|response (is )?too (large|big)/i, // proxyd, Optimism
  /block range should work/i, // Alchemy's hint
  /please (limit|reduce|narrow|specify)[^.]*(range|query|block|filter|address)/i, // 1RPC, PublicNode
  /cannot (fetch|query) (more|logs)[^.]*(blocks|range)/i, // Nodereal, Ronin
]

const RATE_LIMITED =
  /rate.?limit|too many requests|request limit|compute units per second|capacity (limit )?exceeded|daily (request )?(count|limit)|throughput|over quota/i

/** Reads a JSON-RPC error object in the wordings of many providers. */
export function classifyRpcError(method: string, error: { code?: unknown; message?: unknown }): RpcFault {
  const message = String(error.message ?? '')
  if (error.code === 429 || RATE_LIMITED.test(message)) return 'rate_limited'
  if (method === 'eth_getLogs' && (TOO_LARGE.some((wording) => wording.test(message)) || error.code === -32005)) {
    return 'range_too_large'
  }
  if (error.code === -32005) return 'rate_limited' // EIP-1474 "limit exceeded"
  if (/header not found|unknown block|block not found|missing trie node|could not find block/i.test(message))
    return 'inconsistent'
  if (error.code === -32603 || /timeout|timed out|internal error|unavailable|try again/i.test(message))
    return 'unavailable'
  return 'refused'
}
