import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BlockStore, createBlockStore } from '../ipfs/blockStore.ts'
import { createGatewaySource, type GatewaySource } from '../ipfs/gatewaySource.ts'
import type { ProcessContext } from './runProcess.ts'

// Apart from what starts the API: commands about content need nothing of it, and loading it takes most of a second.

export async function openBlockStore({ config }: Pick<ProcessContext, 'config'>): Promise<BlockStore> {
  const dir = join(config.dataDir, 'ipfs')
  mkdirSync(dir, { recursive: true })
  return createBlockStore({ dir, maxBytes: config.ipfsStoreMaxBytes })
}

export function openGateways({
  config,
  shutdown,
}: Pick<ProcessContext, 'config' | 'shutdown'>): GatewaySource | undefined {
  if (config.ipfsGatewayUrls.length === 0) return undefined
  const gateways = createGatewaySource(config.ipfsGatewayUrls, { timeoutMs: config.ipfsFetchTimeoutMs })
  shutdown.defer('IPFS gateways', () => gateways.close())
  return gateways
}
