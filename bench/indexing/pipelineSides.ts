import type pg from 'pg'
import type { Broker } from '../../server/src/broker/Broker.ts'
import { createEmbeddedBroker } from '../../server/src/broker/embeddedBroker.ts'
import { createRabbitmqBroker } from '../../server/src/broker/rabbitmqBroker.ts'
import { laneQueue, lanesOf } from '../../server/src/broker/topology.ts'
import { createRpc } from '../../server/src/chain/rpc.ts'
import { runConsumer } from '../../server/src/consumer/runConsumer.ts'
import { readConfig } from '../../server/src/lib/config.ts'
import { createPool } from '../../server/src/lib/database.ts'
import { createLogger, type Logger } from '../../server/src/lib/logger.ts'
import { runProducer } from '../../server/src/producer/runProducer.ts'
import { type Clock, timedRpc } from './clock.ts'
import type { IndexTask } from './IndexTask.ts'

/** What a process of the measured pipeline works with. */
export interface Side {
  task: IndexTask
  clock: Clock
  pool: pg.Pool
  broker: Broker
  logger: Logger
  close(): Promise<void>
}

/** The product's defaults: one lane. */
export const config = readConfig({})

export function openSide(task: IndexTask, clock: Clock): Side {
  const logger = createLogger({ level: 'warn', destination: process.stderr })
  const { databaseUrl, rabbitmqUrl } = task
  const pool = createPool(databaseUrl, { name: 'bench pipeline', logger, max: 20 })
  const broker =
    rabbitmqUrl === undefined
      ? createEmbeddedBroker({ databaseUrl, pool, logger })
      : createRabbitmqBroker({ url: rabbitmqUrl, logger })
  return {
    task,
    clock,
    pool,
    broker: timedBroker(broker, clock, task.chainId),
    logger,
    async close() {
      await broker.close()
      await pool.end()
    },
  }
}

/** Consumes until stopped; `caughtUp` resolves when every lane has committed the head. */
export async function startConsuming({ task, pool, broker, logger }: Side): Promise<{
  caughtUp: Promise<void>
  stop(): Promise<void>
}> {
  const lanes = lanesOf(task.chainId, config.consumerPartitions)
  const behind = new Set(lanes.map(({ partition }) => partition))
  const { promise: caughtUp, resolve } = Promise.withResolvers<void>()
  const consumer = await runConsumer({
    lanes,
    broker,
    pool,
    logger,
    // Called after the transaction of the message has been committed.
    onApplied(message, { decision }) {
      if (message.kind !== 'blocks' || message.toBlock < task.head.number || decision !== 'apply') return
      behind.delete(message.partition)
      if (behind.size === 0) resolve()
    },
  })
  return { caughtUp, stop: () => consumer.stop() }
}

/** Produces until stopped; `failed` rejects should it end by itself. */
export function startProducing({ task, clock, pool, broker, logger }: Side): {
  failed: Promise<void>
  stop(): Promise<void>
} {
  const stopping = new AbortController()
  const { chainId, databaseUrl } = task
  const done = runProducer({
    chain: {
      chainId,
      startBlock: config.startBlock,
      confirmations: config.confirmations,
      blockBatchSize: task.blockBatchSize,
      maxReorgDepth: config.maxReorgDepth,
      pollIntervalMs: config.pollIntervalMs,
      partitions: config.consumerPartitions,
    },
    rpc: timedRpc(createRpc([task.rpcUrl], { chainId }), clock),
    broker,
    pool,
    databaseUrl,
    logger,
    signal: stopping.signal,
  })
  return {
    failed: done,
    async stop() {
      stopping.abort()
      await done
    },
  }
}

/** `publish`: messages written and confirmed. `apply`: a message read, applied and committed. */
function timedBroker(broker: Broker, clock: Clock, chainId: number): Broker {
  const lanes = new Set(lanesOf(chainId, config.consumerPartitions).map(laneQueue))
  return {
    ...broker,
    publish: (messages) => clock.time('publish', () => broker.publish(messages)),
    consume: (queue, handler) =>
      broker.consume(
        queue,
        lanes.has(queue) ? (body, trace) => clock.time('apply', () => handler(body, trace)) : handler,
      ),
  }
}
