import type { Broker } from '../../server/src/broker/Broker.ts'
import { createEmbeddedBroker } from '../../server/src/broker/embeddedBroker.ts'
import { laneQueue } from '../../server/src/broker/topology.ts'
import { createRpc } from '../../server/src/chain/rpc.ts'
import { runConsumer } from '../../server/src/consumer/runConsumer.ts'
import { readConfig } from '../../server/src/lib/config.ts'
import { createPool } from '../../server/src/lib/database.ts'
import { createLogger } from '../../server/src/lib/logger.ts'
import { registerChain } from '../../server/src/producer/registerChain.ts'
import { runProducer } from '../../server/src/producer/runProducer.ts'
import { handIn, readTask } from '../support/measureInChild.ts'
import { type Clock, createClock, startWatch, timedRpc } from './clock.ts'
import type { IndexResult, IndexTask } from './IndexTask.ts'

/** The product's own way from chain to tables, with its default settings, until the consumer has applied the head. */
async function indexByPipeline(task: IndexTask): Promise<IndexResult> {
  const { databaseUrl, chainId, head } = task
  const config = readConfig({})
  const clock = createClock(['rpc', 'decode', 'publish', 'apply'])
  const logger = createLogger({ level: 'warn', destination: process.stderr })
  const pool = createPool(databaseUrl, { name: 'bench pipeline', logger, max: 20 })
  const partitions = config.consumerPartitions
  const stopping = new AbortController()
  const elapsed = startWatch()

  await registerChain(pool, {
    chainId,
    name: 'Bench',
    nativeSymbol: config.nativeSymbol,
    explorerUrl: null,
    factoryAddresses: [task.factoryAddress.toLowerCase()],
    startBlock: config.startBlock,
  })
  const broker = timedBroker(createEmbeddedBroker({ databaseUrl, pool, logger }), clock, chainId)
  const lanes = Array.from({ length: partitions }, (_, partition) => ({ chainId, partition, partitions }))
  const behind = new Set(lanes.map(({ partition }) => partition))
  const { promise: caughtUp, resolve } = Promise.withResolvers<void>()
  const consumer = await runConsumer({
    lanes,
    broker,
    pool,
    logger,
    // Called after the transaction of the message has been committed.
    onApplied(message, { decision }) {
      if (message.kind !== 'blocks' || message.toBlock < head.number || decision !== 'apply') return
      behind.delete(message.partition)
      if (behind.size === 0) resolve()
    },
  })
  const producer = runProducer({
    chain: {
      chainId,
      startBlock: config.startBlock,
      confirmations: config.confirmations,
      blockBatchSize: task.blockBatchSize,
      maxReorgDepth: config.maxReorgDepth,
      pollIntervalMs: config.pollIntervalMs,
      partitions,
    },
    rpc: timedRpc(createRpc([task.rpcUrl], { chainId }), clock),
    broker,
    pool,
    databaseUrl,
    logger,
    signal: stopping.signal,
  })
  await Promise.race([caughtUp, producer])
  const result = { ...elapsed(), phases: { ...clock.phases } }

  stopping.abort()
  await producer
  await consumer.stop()
  await broker.close()
  await checkPosition(pool, task, partitions)
  await pool.end()
  return result
}

/** `publish`: messages written and confirmed. `apply`: a message read, applied and committed. */
function timedBroker(broker: Broker, clock: Clock, chainId: number): Broker {
  const lanePrefix = laneQueue({ chainId, partition: 0, partitions: 1 }).split('.').slice(0, 2).join('.')
  return {
    ...broker,
    publish: (messages) => clock.time('publish', () => broker.publish(messages)),
    consume: (queue, handler) =>
      broker.consume(
        queue,
        queue.startsWith(lanePrefix) ? (body) => clock.time('apply', () => handler(body, {})) : handler,
      ),
  }
}

async function checkPosition(pool: ReturnType<typeof createPool>, task: IndexTask, partitions: number): Promise<void> {
  const { rows } = await pool.query('select last_block, last_block_hash from consumer_state')
  const atHead = rows.filter((row) => row.last_block === task.head.number && row.last_block_hash === task.head.hash)
  if (atHead.length !== partitions) throw new Error(`The consumer did not reach block ${task.head.number}.`)
}

handIn(await indexByPipeline(readTask<IndexTask>()))
