import type { ChainEvent } from '../lib/ChainEvent.ts'
import { decodeLog, eventTopics } from './decodeLog.ts'
import type { Endpoint } from './endpoint.ts'
import { mayHoldEvents } from './mayHoldEvents.ts'
import { RpcError } from './RpcError.ts'
import type { RpcLog } from './RpcLog.ts'
import { type BlockHeader, HASH, isHex, QUANTITY, readBlock } from './readBlock.ts'

/** What a run of blocks held, on one fork. */
export interface BlockRange {
  from: number
  to: number
  parentHash: string
  /** Every block of the range when asked for `allHeaders`, else only its ends. Ascending. */
  headers: BlockHeader[]
  /** In the chain's order, without duplicates; from anyone, vouched for or not. */
  events: ChainEvent[]
}

/**
 * Reads blocks `from` to `to` from one node: one `eth_getLogs` for factories and campaigns together.
 *
 * With `allHeaders` the headers must link by parent hash and every log must lie in a block with that header's hash, so
 * the whole range provably belongs to one fork even while the node reorganises. Without it (blocks too deep to move)
 * only the ends are checked.
 *
 * @throws RpcError `inconsistent` when the node's answers do not fit together: read again
 */
export async function readRange(
  endpoint: Endpoint,
  from: number,
  to: number,
  options: { allHeaders: boolean; signal?: AbortSignal },
): Promise<BlockRange> {
  const { allHeaders, signal } = options
  const numbers = allHeaders ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [...new Set([from, to])]
  const headers = await readHeaders(endpoint, numbers, signal)
  const last = headers.at(-1)!
  // A single block is asked for by its hash (EIP-234): a node that lost it answers with an error, not with nothing.
  const where = from === to ? { blockHash: last.hash } : { fromBlock: hex(from), toBlock: hex(to) }
  const logs = await readLogs(endpoint, where, signal)
  const headerByNumber = new Map(headers.map((header) => [header.number, header]))
  if (allHeaders) {
    checkLinks(endpoint, headers)
    if (from !== to) logs.push(...(await readMissingLogs(endpoint, headers, logs, signal)))
  }
  const events = await toEvents(endpoint, logs, from, to, headerByNumber, allHeaders, signal)
  return { from, to, parentHash: headers[0]!.parentHash, headers, events }
}

type Where = { blockHash: string } | { fromBlock: string; toBlock: string }

async function readLogs(endpoint: Endpoint, where: Where, signal?: AbortSignal): Promise<RpcLog[]> {
  const logs = await endpoint.request<RpcLog[]>('eth_getLogs', [{ ...where, topics: [eventTopics] }], signal)
  if (!Array.isArray(logs)) throw new RpcError('unavailable', `${endpoint.health.origin} sent no list of logs.`)
  return logs
}

/**
 * The logs of blocks that came without any although their bloom says there may be some: behind one URL a node that has the header
 * may stand beside one that has no logs yet. Asked by hash, such a node answers with an error.
 */
async function readMissingLogs(
  endpoint: Endpoint,
  headers: BlockHeader[],
  logs: RpcLog[],
  signal?: AbortSignal,
): Promise<RpcLog[]> {
  const withLogs = new Set(logs.map((log) => Number(log?.blockNumber)))
  const found: RpcLog[] = []
  for (const { number, hash, logsBloom } of headers) {
    if (withLogs.has(number) || logsBloom === undefined || !mayHoldEvents(logsBloom)) continue
    found.push(...(await readLogs(endpoint, { blockHash: hash }, signal)))
  }
  return found
}

const HEADER_CONCURRENCY = 16

async function readHeaders(endpoint: Endpoint, numbers: number[], signal?: AbortSignal): Promise<BlockHeader[]> {
  const headers: BlockHeader[] = new Array(numbers.length)
  let next = 0
  const worker = async () => {
    while (next < numbers.length) {
      const index = next++
      const header = await readBlock(endpoint, numbers[index]!, signal)
      if (header === null)
        throw new RpcError('inconsistent', `${endpoint.health.origin} has no block ${numbers[index]} yet.`)
      headers[index] = header
    }
  }
  await Promise.all(Array.from({ length: Math.min(HEADER_CONCURRENCY, numbers.length) }, worker))
  return headers
}

function checkLinks(endpoint: Endpoint, headers: BlockHeader[]): void {
  for (let i = 1; i < headers.length; i++) {
    if (headers[i]!.parentHash !== headers[i - 1]!.hash) {
      throw new RpcError(
        'inconsistent',
        `${endpoint.health.origin} reorganised while block ${headers[i]!.number} was read.`,
      )
    }
  }
}

async function toEvents(
  endpoint: Endpoint,
  logs: RpcLog[],
  from: number,
  to: number,
  headers: Map<number, BlockHeader>,
  allHeaders: boolean,
  signal?: AbortSignal,
): Promise<ChainEvent[]> {
  const seen = new Set<string>()
  const events: ChainEvent[] = []
  for (const log of logs) {
    if (!isWellFormed(log)) {
      throw new RpcError('unavailable', `${endpoint.health.origin} sent a malformed log for blocks ${from} to ${to}.`)
    }
    const number = Number(log.blockNumber)
    const header = headers.get(number)
    if (!(number >= from && number <= to) || (header ? header.hash !== log.blockHash.toLowerCase() : allHeaders)) {
      throw new RpcError(
        'inconsistent',
        `${endpoint.health.origin} sent a log of another fork for blocks ${from} to ${to}.`,
      )
    }
    const decoded = decodeLog(log)
    if (decoded === null) continue
    const key = `${decoded.blockHash}:${decoded.logIndex}`
    if (seen.has(key)) continue
    seen.add(key)
    const blockTime = header?.time ?? (log.blockTimestamp == null ? NaN : Number(log.blockTimestamp))
    events.push({ ...decoded, blockTime })
  }
  events.sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
  await fillTimes(endpoint, events, signal)
  return events
}

const ADDRESS = /^0x[0-9a-f]{40}$/i
const DATA = /^0x[0-9a-f]*$/i

function isWellFormed(log: RpcLog | null): log is RpcLog {
  return (
    isHex(log?.address, ADDRESS) &&
    isHex(log.data, DATA) &&
    isHex(log.blockHash, HASH) &&
    isHex(log.transactionHash, HASH) &&
    isHex(log.blockNumber, QUANTITY) &&
    isHex(log.logIndex, QUANTITY) &&
    (log.blockTimestamp == null || isHex(log.blockTimestamp, QUANTITY)) &&
    Array.isArray(log.topics) &&
    log.topics.every((topic) => isHex(topic, HASH))
  )
}

/** For nodes whose logs carry no `blockTimestamp`: the headers of just the blocks that need it. */
async function fillTimes(endpoint: Endpoint, events: ChainEvent[], signal?: AbortSignal): Promise<void> {
  const missing = [
    ...new Set(events.filter((event) => Number.isNaN(event.blockTime)).map((event) => event.blockNumber)),
  ]
  if (missing.length === 0) return
  const times = new Map((await readHeaders(endpoint, missing, signal)).map((header) => [header.number, header.time]))
  for (const event of events) {
    if (Number.isNaN(event.blockTime)) event.blockTime = times.get(event.blockNumber)!
  }
}

function hex(number: number): string {
  return `0x${number.toString(16)}`
}
