import { createBlockStore } from '../../ipfs/blockStore.ts'
import { createGatewaySource } from '../../ipfs/gatewaySource.ts'
import { createPool } from '../../lib/database.ts'
import { createLogger } from '../../lib/logger.ts'
import { runWorker } from '../runWorker.ts'

/** A worker in a process of its own, to be killed. */
const [databaseUrl = '', gatewayUrl = '', dir = '', ipfsPinUrl] = process.argv.slice(2)
await runWorker({
  databaseUrl,
  pool: createPool(databaseUrl, { name: 'killed worker' }),
  store: createBlockStore({ dir }),
  gateways: createGatewaySource([gatewayUrl]),
  config: { ipfsFetchTimeoutMs: 60_000, ipfsPinUrl },
  logger: createLogger({ level: 'silent' }),
  concurrency: 8,
  pollIntervalMs: 100,
  checkIntervalMs: 100,
})
