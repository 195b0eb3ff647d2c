import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createEndpoint } from '../chain/endpoint.ts'
import type { Config } from '../lib/config.ts'
import type { LocalChain } from './openChain.ts'

/** The state of a chain that changed is written every few seconds. */
const WRITTEN_WITHIN_MS = 20_000

/** Resolves when the local chain's state on the disk is of now or later: at once where no anvil runs. */
export async function chainStateSettled(config: Config, { rpcUrl }: LocalChain): Promise<void> {
  const statePath = join(config.dataDir, 'chain', 'state.json')
  const writtenAtMs = () => statSync(statePath, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const endpoint = createEndpoint(rpcUrl, { timeoutMs: 2_000 })
  const isRunning = await endpoint.request('eth_chainId', []).then(
    () => true,
    () => false,
  )
  if (!isRunning) return
  const sinceMs = Date.now()
  // A chain on which nothing happens is not written again.
  const head = await endpoint.request<string>('eth_blockNumber', [])
  while (writtenAtMs() < sinceMs && Date.now() - sinceMs < WRITTEN_WITHIN_MS) {
    await sleep(100)
    if (Date.now() - sinceMs > WRITTEN_WITHIN_MS / 2 && (await endpoint.request('eth_blockNumber', [])) === head) return
  }
}
