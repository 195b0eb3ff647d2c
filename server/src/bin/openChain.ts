import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEndpoint } from '../chain/endpoint.ts'
import type { Config } from '../lib/config.ts'
import { ConfigError } from '../lib/errors.ts'
import type { FollowedChain } from '../producer/followChain.ts'
import type { ChainSettings } from '../producer/registerChain.ts'

/** A chain this deployment follows, and how to reach it. */
export interface Chain {
  rpcUrls: string[]
  settings: ChainSettings
}

/** What `kindling start` wrote down of the local chain it runs. */
export interface LocalChain {
  rpcUrl: string
  chainId: number
  factoryAddress: string
  startBlock: number
}

export function localChainFile(config: Config): string {
  return join(config.dataDir, 'chain', 'local-chain.json')
}

export function readLocalChain(config: Config): LocalChain | null {
  try {
    return JSON.parse(readFileSync(localChainFile(config), 'utf8'))
  } catch {
    return null
  }
}

/** The chain of RPC_URL, else the local one that `kindling start` runs. @throws ConfigError when there is neither */
export async function openChain(config: Config): Promise<Chain> {
  if (config.rpcUrls.length > 0) {
    const chainId = config.chainId ?? (await askChainId(config.rpcUrls))
    return {
      rpcUrls: config.rpcUrls,
      settings: {
        chainId,
        name: config.chainName ?? `Chain ${chainId}`,
        nativeSymbol: config.nativeSymbol,
        explorerUrl: config.explorerUrl ?? null,
        factoryAddresses: config.factoryAddresses,
        startBlock: config.startBlock,
      },
    }
  }
  const local = readLocalChain(config)
  if (local === null) {
    throw new ConfigError(
      'RPC_URL and FACTORY_ADDRESS are not set and no local chain was started here: set both, or run "npm start".',
    )
  }
  return localChain(config, local)
}

export function localChain(config: Config, local: LocalChain): Chain {
  return {
    rpcUrls: [local.rpcUrl],
    settings: {
      chainId: local.chainId,
      name: config.chainName ?? 'Local chain',
      nativeSymbol: config.nativeSymbol,
      explorerUrl: config.explorerUrl ?? null,
      factoryAddresses: [local.factoryAddress],
      startBlock: local.startBlock,
    },
  }
}

async function askChainId(rpcUrls: string[]): Promise<number> {
  let last: unknown
  for (const url of rpcUrls) {
    try {
      return Number(await createEndpoint(url, { timeoutMs: 10_000 }).request<string>('eth_chainId', []))
    } catch (error) {
      last = error
    }
  }
  throw new ConfigError(
    'No endpoint of RPC_URL answered: set CHAIN_ID to start without them, or check the addresses.',
    last,
  )
}

/** The producer's view of it. */
export function followedChain(config: Config, chainId: number, startBlock: number): FollowedChain {
  return {
    chainId,
    startBlock,
    confirmations: config.confirmations,
    blockBatchSize: config.blockBatchSize,
    maxReorgDepth: config.maxReorgDepth,
    pollIntervalMs: config.pollIntervalMs,
    partitions: config.consumerPartitions,
  }
}
