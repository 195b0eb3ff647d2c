import { createBlockStore } from '../../ipfs/blockStore.ts'
import { createGatewaySource } from '../../ipfs/gatewaySource.ts'
import { createPool } from '../../lib/database.ts'
import { createLogger } from '../../lib/logger.ts'
import { runWorker } from '../../metadata/runWorker.ts'
import { deskWork } from './deskWork.ts'

/** A worker with the desk's jobs in a process of its own, to be killed. */
const [databaseUrl = '', gatewayUrl = '', dir = ''] = process.argv.slice(2)
const pool = createPool(databaseUrl, { name: 'killed worker' })
const store = createBlockStore({ dir })
const gateways = createGatewaySource([gatewayUrl])
const logger = createLogger({ level: 'silent' })
await runWorker({
  databaseUrl,
  pool,
  store,
  gateways,
  config: { ipfsFetchTimeoutMs: 60_000 },
  logger,
  pollIntervalMs: 100,
  checkIntervalMs: 100,
  more: deskWork({ pool, store, gateways, timeoutMs: 60_000 }, logger),
})
