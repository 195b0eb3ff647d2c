import { IpfsError } from './IpfsError.ts'

/** Chunkers in use make chunks of at least this size, so more blocks than size / 16 KiB (and some for paths) is not honest. */
const SMALLEST_CHUNK = 16 * 1024
const BLOCKS_FOR_PATHS = 64

export interface BudgetLimits {
  /** Bytes of all blocks visited, cached ones included. */
  maxBytes: number
  /** Block visits, cached ones included. A byte budget alone does not stop four small blocks that link each other 1000^4 times. */
  maxBlocks?: number
  deadlineMs: number
  signal?: AbortSignal | undefined
}

/** What one fetch may cost: bytes, block visits and time. */
export class Budget {
  readonly signal: AbortSignal
  readonly maxBytes: number
  readonly maxBlocks: number
  #bytes = 0
  #blocks = 0
  readonly #deadline: AbortSignal
  readonly #deadlineMs: number

  constructor(limits: BudgetLimits) {
    this.maxBytes = limits.maxBytes
    this.maxBlocks = limits.maxBlocks ?? BLOCKS_FOR_PATHS + Math.ceil(limits.maxBytes / SMALLEST_CHUNK)
    this.#deadlineMs = limits.deadlineMs
    this.#deadline = AbortSignal.timeout(limits.deadlineMs)
    this.signal = limits.signal ? AbortSignal.any([this.#deadline, limits.signal]) : this.#deadline
  }

  get timedOut(): boolean {
    return this.#deadline.aborted
  }

  /** @throws IpfsError `deadline` or `aborted` once the time is over or the caller has gone. */
  assertTime(): void {
    if (this.#deadline.aborted) throw new IpfsError('deadline', `The fetch was not done within ${this.#deadlineMs} ms.`)
    if (this.signal.aborted)
      throw new IpfsError('aborted', 'The fetch was aborted by its caller.', { cause: this.signal.reason })
  }

  /** Counts one block before its content is used. @throws IpfsError `too_many_blocks` or `too_large` */
  visit(bytes: number): void {
    this.#blocks += 1
    this.#bytes += bytes
    if (this.#blocks > this.maxBlocks)
      throw new IpfsError('too_many_blocks', `The content needs more than ${this.maxBlocks} block visits.`)
    if (this.#bytes > this.maxBytes)
      throw new IpfsError('too_large', `The blocks of the content are more than ${this.maxBytes} bytes.`)
  }
}
