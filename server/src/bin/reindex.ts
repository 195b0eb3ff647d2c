import type { Broker } from '../broker/Broker.ts'
import { runConsumer } from '../consumer/runConsumer.ts'
import { backfill } from '../producer/backfill.ts'
import { registerChain } from '../producer/registerChain.ts'
import { type Chain, followedChain } from './openChain.ts'
import { lanesOf, openRpc, type Parts } from './pipelineParts.ts'

export interface ReindexOptions {
  fromBlock: number
  /** The head when left out. */
  toBlock?: number | undefined
  signal: AbortSignal
  onProgress: (done: number, total: number) => void
}

/** Takes back everything from a block on and indexes it anew. @returns the block the tables are at */
export async function reindex(
  { config, logger, database }: Pick<Parts, 'config' | 'logger' | 'database'>,
  chain: Chain,
  broker: Broker,
  { toBlock, ...options }: ReindexOptions,
): Promise<number> {
  const { pool } = database
  await registerChain(pool, chain.settings)
  // Where no consumer runs, this process is the consumer too; else it stands by.
  const consumer = await runConsumer({ lanes: lanesOf(config, chain.settings.chainId), broker, pool, logger })
  try {
    return await backfill({
      chain: followedChain(config, chain),
      rpc: openRpc(config, chain),
      broker,
      pool,
      databaseUrl: database.url,
      logger,
      ...options,
      ...(toBlock === undefined ? {} : { toBlock }),
    })
  } finally {
    await consumer.stop()
  }
}
