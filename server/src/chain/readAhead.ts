import { RpcError } from './RpcError.ts'
import { type BlockRange, readRange } from './readRange.ts'
import type { Rpc } from './rpc.ts'

/** Ranges of blocks whose size follows what the endpoint accepts. */
export interface RangeReader {
  /**
   * Yields the ranges from block `from` to `to` in order, reading some ahead. Blocks above `stableTo` may still move:
   * there every header is read.
   *
   * @throws RpcError when no endpoint could answer
   */
  readAhead(from: number, to: number, stableTo: number, signal: AbortSignal): AsyncGenerator<BlockRange>
  /** Blocks per request at the moment. */
  size(): number
}

const RANGES_AHEAD = 3
/** The first range is small, so that what comes after the producer has something to do soon; accepted ranges double. */
const FIRST_RANGE = 250
/** A range with more events than this is followed by smaller ones: what is read ahead has to fit into memory. */
const PLENTY_OF_EVENTS = 10_000
/** Every header of a range is a request of its own there. */
const MAX_UNSTABLE_RANGE = 64
/** Successes before a size that was refused is tried again. */
const PROBE_AFTER = 30

export function createRangeReader(rpc: Rpc, maxRange: number): RangeReader {
  let size = Math.min(maxRange, FIRST_RANGE)
  let refusedAt = Number.POSITIVE_INFINITY
  let successes = 0

  function accepted(blocks: number, events: number): void {
    successes++
    if (events > PLENTY_OF_EVENTS) {
      size = Math.max(1, Math.min(size, Math.floor(blocks / 2)))
      return
    }
    if (events * 2 > PLENTY_OF_EVENTS) return
    if (successes >= PROBE_AFTER) refusedAt = Number.POSITIVE_INFINITY
    if (size * 2 < refusedAt) size = Math.min(maxRange, size * 2)
  }

  function refused(blocks: number): void {
    refusedAt = Math.min(refusedAt, blocks)
    successes = 0
    size = Math.max(1, Math.min(size, Math.floor(blocks / 2)))
  }

  /** One range, in as many parts as the endpoint wants. */
  async function read(from: number, to: number, allHeaders: boolean, signal: AbortSignal): Promise<BlockRange[]> {
    try {
      const range = await rpc.read((endpoint) => readRange(endpoint, from, to, { allHeaders, signal }))
      accepted(to - from + 1, range.events.length)
      return [range]
    } catch (error) {
      if (!(error instanceof RpcError && error.fault === 'range_too_large') || from === to) throw error
      refused(to - from + 1)
      const middle = from + Math.floor((to - from) / 2)
      const lower = await read(from, middle, allHeaders, signal)
      return [...lower, ...(await read(middle + 1, to, allHeaders, signal))]
    }
  }

  return {
    size: () => size,
    async *readAhead(from, to, stableTo, signal) {
      const ahead: Promise<BlockRange[]>[] = []
      let next = from
      const start = () => {
        const stable = next <= stableTo
        const limit = stable ? Math.min(size, stableTo - next + 1) : Math.min(size, MAX_UNSTABLE_RANGE)
        const end = Math.min(to, next + limit - 1)
        const reading = read(next, end, !stable, signal)
        // Handled where it is awaited; a range read ahead in vain must not end the process.
        reading.catch(() => {})
        ahead.push(reading)
        next = end + 1
      }
      while (next <= to || ahead.length > 0) {
        while (next <= to && ahead.length < RANGES_AHEAD) start()
        yield* await ahead.shift()!
      }
    },
  }
}
