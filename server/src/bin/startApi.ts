import { createApp } from '../app.ts'
import type { Broker } from '../broker/Broker.ts'
import type { BlockStore } from '../ipfs/blockStore.ts'
import type { GatewaySource } from '../ipfs/gatewaySource.ts'
import type { Config } from '../lib/config.ts'
import { ConfigError } from '../lib/errors.ts'
import type { LocalChain } from './openChain.ts'
import type { Parts } from './pipelineParts.ts'
import { createReadiness } from './readiness.ts'
import { version } from './version.ts'

/** Of a request in hand, counted from when the process was told to stop: less than what a part has to close. */
const LAST_REQUEST_MS = 5_500

/**
 * Starts API and web app and answers their address. `local`: the chain that visitors' browsers may ask.
 *
 * @param drainMs how long it still answers after it was told to stop, where DRAIN_SECONDS does not say
 * @throws ConfigError when the port is taken
 */
export async function startApi(
  parts: Parts,
  store: BlockStore,
  gateways: GatewaySource | undefined,
  local: LocalChain | null,
  broker: Broker,
  drainMs = 0,
): Promise<string> {
  const { config, logger, shutdown, database } = parts
  const app = createApp({
    config,
    pool: database.pool,
    logger,
    version,
    readiness: createReadiness(config, database.pool),
    blockStore: store,
    broker,
    ...(gateways ? { gateways } : {}),
    ...(local ? { rpcUrlsOf: (chainId: number) => (chainId === local.chainId ? [local.rpcUrl] : []) } : {}),
    web: {
      siteName: config.siteName,
      publicRpcUrl: config.publicRpcUrl ?? local?.rpcUrl,
      walletConnectProjectId: config.walletConnectProjectId,
      fiat: config.fiat,
    },
  })
  const drain = config.drainMs ?? drainMs
  shutdown.defer('API', () => app.draining.close({ drainMs: drain, forceAfterMs: LAST_REQUEST_MS - drain }))
  try {
    return await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    throw portError(config, error)
  }
}

export function portError(config: Config, error: unknown): unknown {
  const { code } = error as { code?: string }
  if (code === 'EADDRINUSE') {
    return new ConfigError(`Port ${config.port} on ${config.host} is taken: stop what uses it, or set PORT to another.`)
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ConfigError(`HOST is ${config.host}, which is no address of this machine.`)
  }
  if (code === 'EACCES')
    return new ConfigError(`PORT is ${config.port}, which needs more rights: set it to 1024 or above.`)
  return error
}
