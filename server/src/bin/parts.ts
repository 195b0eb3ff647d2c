import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../app.ts'
import type { Broker } from '../broker/Broker.ts'
import { createEmbeddedBroker } from '../broker/embeddedBroker.ts'
import type { Lane } from '../broker/messages.ts'
import { createRpc } from '../chain/rpc.ts'
import { runConsumer } from '../consumer/runConsumer.ts'
import { type BlockStore, createBlockStore } from '../ipfs/blockStore.ts'
import { createGatewaySource, type GatewaySource } from '../ipfs/gatewaySource.ts'
import type { Config } from '../lib/config.ts'
import { ConfigError } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'
import type { Shutdown } from '../lib/shutdown.ts'
import { runWorker } from '../metadata/runWorker.ts'
import { registerChain } from '../producer/registerChain.ts'
import { runProducer } from '../producer/runProducer.ts'
import { type Chain, followedChain } from './openChain.ts'
import type { Database } from './openDatabase.ts'
import { createReadiness } from './readiness.ts'
import { version } from './version.ts'

/** What the parts of a deployment share within a process. */
export interface Parts {
  config: Config
  logger: Logger
  shutdown: Shutdown
  database: Database
}

export function openBroker({ config, logger, shutdown, database }: Parts): Broker {
  if (config.rabbitmqUrl !== undefined) {
    throw new ConfigError('RABBITMQ_URL is set, but this version carries messages through PostgreSQL only: unset it.')
  }
  const broker = createEmbeddedBroker({ databaseUrl: database.url, pool: database.pool, logger })
  shutdown.defer('broker', () => broker.close())
  return broker
}

export async function openBlockStore({ config }: Pick<Parts, 'config'>): Promise<BlockStore> {
  const dir = join(config.dataDir, 'ipfs')
  mkdirSync(dir, { recursive: true })
  return createBlockStore({ dir })
}

export function openGateways({ config, shutdown }: Pick<Parts, 'config' | 'shutdown'>): GatewaySource | undefined {
  if (config.ipfsGatewayUrls.length === 0) return undefined
  const gateways = createGatewaySource(config.ipfsGatewayUrls, { timeoutMs: config.ipfsFetchTimeoutMs })
  shutdown.defer('IPFS gateways', () => gateways.close())
  return gateways
}

/** Starts the producer; what ends it for good ends up in `onHalted`. */
export async function startProducer(
  parts: Parts,
  chain: Chain,
  broker: Broker,
  onHalted: (error: unknown) => void,
): Promise<void> {
  const { config, logger, shutdown, database } = parts
  await registerChain(database.pool, chain.settings)
  const { chainId, startBlock } = chain.settings
  const stop = new AbortController()
  const done = runProducer({
    chain: followedChain(config, chainId, startBlock),
    rpc: createRpc(chain.rpcUrls, { chainId }),
    broker,
    pool: database.pool,
    databaseUrl: database.url,
    logger,
    signal: stop.signal,
  }).catch(onHalted)
  shutdown.defer('producer', () => {
    stop.abort()
    return done
  })
}

export function lanesOf(config: Config, chainId: number): Lane[] {
  const partitions = config.consumerPartitions
  return Array.from({ length: partitions }, (_, partition) => ({ chainId, partition, partitions }))
}

export async function startConsumer(parts: Parts, lanes: Lane[], broker: Broker): Promise<void> {
  const { logger, shutdown, database } = parts
  const consumer = await runConsumer({ lanes, broker, pool: database.pool, logger })
  shutdown.defer('consumer', () => consumer.stop())
}

export async function startWorker(parts: Parts, store: BlockStore, gateways: GatewaySource | undefined): Promise<void> {
  const { config, logger, shutdown, database } = parts
  const worker = await runWorker({
    databaseUrl: database.url,
    pool: database.pool,
    store,
    ...(gateways ? { gateways } : {}),
    config,
    logger,
  })
  shutdown.defer('worker', () => worker.stop())
}

/** Starts the API and answers its address. @throws ConfigError when the port is taken */
export async function startApi(parts: Parts, store: BlockStore, gateways: GatewaySource | undefined): Promise<string> {
  const { config, logger, shutdown, database } = parts
  const app = createApp({
    config,
    pool: database.pool,
    logger,
    version,
    readiness: createReadiness(config, database.pool),
    blockStore: store,
    ...(gateways ? { gateways } : {}),
  })
  shutdown.defer('API', () => app.close())
  try {
    return await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    throw portError(config, error)
  }
}

export function portError(config: Config, error: unknown): unknown {
  if ((error as { code?: string }).code !== 'EADDRINUSE') return error
  return new ConfigError(
    `Port ${config.port} on ${config.host} is taken: stop what uses it, or set PORT to another.`,
    error,
  )
}
