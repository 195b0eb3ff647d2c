import type { Broker } from '../broker/Broker.ts'
import type { DeskTools } from '../desk/DeskTools.ts'
import { verifyChain } from '../desk/verifyChain.ts'
import { pickChain } from './openChain.ts'
import { openRpc, type Parts } from './pipelineParts.ts'
import { reindex } from './reindex.ts'

/** What the desk's jobs work with: the same as the commands. */
export function createDeskTools(
  parts: Parts,
  content: Pick<DeskTools, 'store' | 'gateways'>,
  broker: Broker,
): DeskTools {
  const { config, database } = parts
  return {
    ...content,
    pool: database.pool,
    timeoutMs: config.ipfsFetchTimeoutMs,
    async verify(chainId, options) {
      const chain = await pickChain(config, chainId)
      return verifyChain(database.pool, openRpc(config, chain), chain.settings, options)
    },
    async resync(chainId, options) {
      return reindex(parts, await pickChain(config, chainId), broker, options)
    },
  }
}
