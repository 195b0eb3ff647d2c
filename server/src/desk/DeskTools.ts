import type pg from 'pg'
import type { ContentSource } from '../metadata/fetchDocument.ts'
import type { Verification } from './verifyChain.ts'

export interface WholeOptions {
  signal: AbortSignal
  onProgress: (done: number, total: number) => void
}

/** What jobs work with, as the process wires it. */
export interface DeskTools extends Omit<ContentSource, 'signal'> {
  pool: pg.Pool
  /** Proves a chain's tables, as `kindling verify` does. */
  verify(chainId: number, options: WholeOptions & { sample: number | undefined }): Promise<Verification>
  /** Indexes a chain anew from a block on, as `kindling producer resync` does. @returns the block the tables are at */
  resync(chainId: number, options: WholeOptions & { fromBlock: number }): Promise<number>
}
