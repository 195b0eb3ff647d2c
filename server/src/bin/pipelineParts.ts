import type { Broker } from '../broker/Broker.ts'
import { createEmbeddedBroker } from '../broker/embeddedBroker.ts'
import type { Lane } from '../broker/messages.ts'
import { createRabbitmqBroker } from '../broker/rabbitmqBroker.ts'
import { lanesOf as chainLanes } from '../broker/topology.ts'
import { createRpc, type Rpc } from '../chain/rpc.ts'
import { runConsumer } from '../consumer/runConsumer.ts'
import type { Config } from '../lib/config.ts'
import type { Logger } from '../lib/logger.ts'
import type { Shutdown } from '../lib/shutdown.ts'
import { ReorgTooDeepError } from '../producer/findAncestor.ts'
import { registerChain } from '../producer/registerChain.ts'
import { type ProducerOptions, runProducer } from '../producer/runProducer.ts'
import { untilResumed } from '../producer/untilResumed.ts'
import { type Chain, followedChain } from './openChain.ts'
import type { Database } from './openDatabase.ts'

/** What the parts of a deployment share within a process. */
export interface Parts {
  config: Config
  logger: Logger
  shutdown: Shutdown
  database: Database
}

/** RABBITMQ_URL, else the embedded broker in the database. */
export function openBroker({ config, logger, shutdown, database }: Parts): Broker {
  const broker =
    config.rabbitmqUrl === undefined
      ? createEmbeddedBroker({ databaseUrl: database.url, pool: database.pool, logger })
      : createRabbitmqBroker({ url: config.rabbitmqUrl, logger, signal: shutdown.signal })
  shutdown.defer('broker', () => broker.close())
  return broker
}

/**
 * Starts a chain's producer; what ends it for good ends up in `onHalted`. After a reorg deeper than the limit it waits until a
 * person has said what is right ("kindling producer resync"), and then goes on.
 */
export async function startProducer(
  parts: Parts,
  chain: Chain,
  broker: Broker,
  onHalted: (error: unknown) => void,
): Promise<void> {
  const { config, logger, shutdown, database } = parts
  await registerChain(database.pool, chain.settings)
  const stop = new AbortController()
  const options: ProducerOptions = {
    chain: followedChain(config, chain),
    rpc: openRpc(config, chain),
    broker,
    pool: database.pool,
    databaseUrl: database.url,
    logger,
    signal: stop.signal,
  }
  const done = produce(options, onHalted).catch(onHalted)
  shutdown.defer(`producer of chain ${chain.settings.chainId}`, () => {
    stop.abort()
    return done
  })
}

async function produce(options: ProducerOptions, onHalted: (error: unknown) => void): Promise<void> {
  const { chain, pool, signal } = options
  while (!signal.aborted) {
    try {
      return await runProducer(options)
    } catch (error) {
      if (!(error instanceof ReorgTooDeepError)) throw error
      onHalted(error)
      await untilResumed(pool, chain.chainId, signal)
    }
  }
}

export function openRpc(config: Config, { settings, rpcUrls }: Chain): Rpc {
  return createRpc(rpcUrls, { chainId: settings.chainId, maxConcurrency: config.rpcMaxConcurrency })
}

export function lanesOf(config: Config, chainId: number): Lane[] {
  return chainLanes(chainId, config.consumerPartitions)
}

/** @param options.concurrency lanes that are worked on at once; all when left out */
export async function startConsumer(
  parts: Parts,
  lanes: Lane[],
  broker: Broker,
  options: { concurrency?: number | undefined } = {},
): Promise<void> {
  const { logger, shutdown, database } = parts
  const consumer = await runConsumer({ lanes, broker, pool: database.pool, logger, ...options })
  shutdown.defer('consumer', () => consumer.stop())
}
