import { setTimeout as sleep } from 'node:timers/promises'
import { controlQueue, lanesOf } from '../broker/topology.ts'
import { readHead } from '../chain/readBlock.ts'
import { anchorAt } from './findAncestor.ts'
import { type ProducerOptions, runProducer } from './runProducer.ts'

export interface BackfillOptions extends ProducerOptions {
  fromBlock: number
  /** The head when left out. */
  toBlock?: number
  onProgress?: (done: number, total: number) => void
}

const POLL_MS = 200

/**
 * Indexes again from a block on, the way a lane that lacks messages does: a running producer is asked to send everything after
 * the block before; where none runs (also after it stopped at a reorg deeper than the limit), this process is the producer
 * until the tables are there.
 *
 * @returns the block the tables are at
 */
export async function backfill(options: BackfillOptions): Promise<number> {
  const { chain, rpc, broker, pool, signal, fromBlock } = options
  const { chainId, partitions } = chain
  const before = Math.max(fromBlock, chain.startBlock) - 1
  const anchor = await rpc.read((endpoint) => anchorAt(endpoint, before, signal))
  const head = await rpc.read((endpoint) => readHead(endpoint, signal))
  const to = Math.min(options.toBlock ?? head.number, head.number - chain.confirmations)
  const { rows } = await pool.query('select epoch from sync_state where chain_id = $1', [chainId])
  const epoch: number = rows[0]?.epoch ?? 0
  await broker.publish(
    lanesOf(chainId, partitions).map((lane) => ({
      queue: controlQueue(chainId),
      message: { v: 1, kind: 'resend', ...lane, epoch, afterBlock: anchor.block, afterHash: anchor.hash },
    })),
  )
  const stop = new AbortController()
  const producing = runProducer({ ...options, startAt: anchor, signal: AbortSignal.any([signal, stop.signal]) })
  try {
    await Promise.race([waitForTables(options, epoch, before, to), producing])
  } finally {
    stop.abort()
    await producing
  }
  return to
}

async function waitForTables(options: BackfillOptions, epoch: number, before: number, to: number): Promise<void> {
  const { chain, pool, signal, onProgress } = options
  for (;;) {
    signal.throwIfAborted()
    const { rows } = await pool.query(
      'select min(last_block) as block, min(epoch) as epoch, count(*) as lanes from consumer_state where chain_id = $1',
      [chain.chainId],
    )
    const { block, epoch: reached, lanes } = rows[0]
    const begun = reached > epoch && lanes === chain.partitions
    if (begun) onProgress?.(Math.max(0, block - before), Math.max(1, to - before))
    if (begun && block >= to) return
    await sleep(POLL_MS, undefined, { signal })
  }
}
