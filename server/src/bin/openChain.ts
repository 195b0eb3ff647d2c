import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEndpoint } from '../chain/endpoint.ts'
import type { ChainConfig } from '../lib/chainsFile.ts'
import type { Config } from '../lib/config.ts'
import { ConfigError } from '../lib/errors.ts'
import type { FollowedChain } from '../producer/followChain.ts'
import type { ChainSettings } from '../producer/registerChain.ts'

/** A chain this deployment follows, and how to reach it. */
export interface Chain {
  rpcUrls: string[]
  settings: ChainSettings
  /** What this chain has of its own of the settings that the environment makes for all. */
  own?: Partial<Pick<FollowedChain, 'confirmations' | 'blockBatchSize' | 'maxReorgDepth' | 'pollIntervalMs' | 'wsUrl'>>
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

/** Every chain of this deployment: those of KINDLING_CHAINS_FILE, else the one of RPC_URL, else the local one. */
export async function openChains(config: Config): Promise<Chain[]> {
  return config.chains.length > 0 ? config.chains.map(listedChain) : [await openChain(config)]
}

/** One of them by its id; the id may be left out where there is only one. @throws ConfigError */
export async function pickChain(config: Config, chainId: number | undefined): Promise<Chain> {
  const chains = await openChains(config)
  if (chainId === undefined && chains.length > 1)
    throw new ConfigError(`Say which chain with --chain: ${chains.map(({ settings }) => settings.chainId).join(', ')}.`)
  const chain = chainId === undefined ? chains[0] : chains.find(({ settings }) => settings.chainId === chainId)
  if (chain === undefined) throw new ConfigError(`Chain ${chainId} is not one of this deployment's.`)
  return chain
}

function listedChain(chain: ChainConfig): Chain {
  const { confirmations, blockBatchSize, maxReorgDepth, pollIntervalMs } = chain
  return {
    rpcUrls: chain.rpcUrls,
    settings: {
      chainId: chain.chainId,
      name: chain.name,
      nativeSymbol: chain.nativeSymbol,
      explorerUrl: chain.explorerUrl ?? null,
      factoryAddresses: chain.factoryAddresses,
      startBlock: chain.startBlock,
    },
    own: {
      ...(confirmations === undefined ? {} : { confirmations }),
      ...(blockBatchSize === undefined ? {} : { blockBatchSize }),
      ...(maxReorgDepth === undefined ? {} : { maxReorgDepth }),
      ...(pollIntervalMs === undefined ? {} : { pollIntervalMs }),
      wsUrl: chain.rpcWsUrl,
    },
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
      own: { wsUrl: config.rpcWsUrl },
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
export function followedChain(config: Config, { settings, own }: Chain): FollowedChain {
  return {
    chainId: settings.chainId,
    startBlock: settings.startBlock,
    confirmations: config.confirmations,
    blockBatchSize: config.blockBatchSize,
    maxReorgDepth: config.maxReorgDepth,
    pollIntervalMs: config.pollIntervalMs,
    partitions: config.consumerPartitions,
    ...own,
  }
}
