import type { Broker } from '../../src/broker/Broker.ts'
import { createEmbeddedBroker } from '../../src/broker/embeddedBroker.ts'
import { createRabbitmqBroker } from '../../src/broker/rabbitmqBroker.ts'
import { createRpc } from '../../src/chain/rpc.ts'
import { type RunningConsumer, runConsumer } from '../../src/consumer/runConsumer.ts'
import { createPool } from '../../src/lib/database.ts'
import { createLogger, type Logger } from '../../src/lib/logger.ts'
import type { FollowedChain } from '../../src/producer/followChain.ts'
import { registerChain } from '../../src/producer/registerChain.ts'
import { runProducer } from '../../src/producer/runProducer.ts'

export interface PipelineOptions {
  databaseUrl: string
  rpcUrls: string[]
  chainId: number
  factoryAddresses: string[]
  chain?: Partial<FollowedChain>
  logger?: Logger
  /** Instead of the embedded broker. */
  rabbitmqUrl?: string
}

export type Pipeline = Awaited<ReturnType<typeof startPipeline>>

export const quietLogger = createLogger({ level: (process.env['TEST_LOG_LEVEL'] ?? 'silent') as 'silent' })

/** Producer, broker and consumer in this process, each to be stopped and started by itself. */
export async function startPipeline(options: PipelineOptions) {
  const { databaseUrl, rpcUrls, chainId } = options
  const logger = options.logger ?? quietLogger
  const pool = createPool(databaseUrl, { name: 'test pipeline', logger })
  const partitions = options.chain?.partitions ?? 1
  const chain: FollowedChain = {
    chainId,
    startBlock: 0,
    confirmations: 0,
    blockBatchSize: 2000,
    maxReorgDepth: 128,
    pollIntervalMs: 20,
    partitions,
    ...options.chain,
  }
  await registerChain(pool, {
    chainId,
    name: 'Test',
    nativeSymbol: 'ETH',
    explorerUrl: null,
    factoryAddresses: options.factoryAddresses.map((address) => address.toLowerCase()),
    startBlock: chain.startBlock,
  })
  const broker: Broker =
    options.rabbitmqUrl === undefined
      ? createEmbeddedBroker({ databaseUrl, pool, logger })
      : createRabbitmqBroker({ url: options.rabbitmqUrl, logger })
  let consumer: RunningConsumer | undefined
  let producer: { stop: AbortController; done: Promise<unknown> } | undefined

  return {
    pool,
    broker,
    chain,
    async startConsumer() {
      const lanes = Array.from({ length: partitions }, (_, partition) => ({ chainId, partition, partitions }))
      consumer = await runConsumer({ lanes, broker, pool, logger })
    },
    async stopConsumer() {
      await consumer?.stop()
      consumer = undefined
    },
    startProducer() {
      const stop = new AbortController()
      const done = runProducer({
        chain,
        rpc: createRpc(rpcUrls, { chainId }),
        broker,
        pool,
        databaseUrl,
        logger,
        signal: stop.signal,
      })
      producer = { stop, done: done.catch((error: unknown) => error) }
    },
    /** Resolves to the error that ended it, if one did. */
    async stopProducer(): Promise<unknown> {
      producer?.stop.abort()
      const ended = await producer?.done
      producer = undefined
      return ended
    },
    /** The error that ended the producer, once it has ended by itself. */
    producerEnd: () => producer?.done,
    async stop() {
      await this.stopProducer()
      await this.stopConsumer()
      await broker.close()
      await pool.end()
    },
  }
}
