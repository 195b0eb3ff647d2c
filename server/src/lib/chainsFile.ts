import { readFileSync } from 'node:fs'
import { compileSchema } from './compileSchema.ts'
import { ConfigError } from './errors.ts'

/** One chain of several; what is undefined is as the environment says for all. */
export interface ChainConfig {
  chainId: number
  name: string
  nativeSymbol: string
  explorerUrl: string | undefined
  rpcUrls: string[]
  rpcWsUrl: string | undefined
  /** Lower-case. */
  factoryAddresses: string[]
  startBlock: number
  confirmations: number | undefined
  blockBatchSize: number | undefined
  maxReorgDepth: number | undefined
  pollIntervalMs: number | undefined
}

/** An entry of the file. */
interface ChainEntry {
  chain_id: number
  name: string
  native_symbol?: string
  explorer_url?: string
  rpc_urls: string[]
  rpc_ws_url?: string
  factory_addresses: string[]
  start_block?: number
  confirmations?: number
  block_batch_size?: number
  max_reorg_depth?: number
  poll_interval_seconds?: number
}

const url = (protocols: string) => ({ type: 'string', pattern: `^(${protocols})://` })
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength })
const integer = (minimum: number, maximum = Number.MAX_SAFE_INTEGER) => ({ type: 'integer', minimum, maximum })
const listOf = (items: object) => ({ type: 'array', items, minItems: 1 })
const file = compileSchema<ChainEntry[]>(
  listOf({
    type: 'object',
    properties: {
      chain_id: integer(1),
      name: text(100),
      native_symbol: text(16),
      explorer_url: url('https?'),
      rpc_urls: listOf(url('https?')),
      rpc_ws_url: url('wss?'),
      factory_addresses: listOf({ type: 'string', pattern: '^0x[0-9a-fA-F]{40}$' }),
      start_block: integer(0),
      confirmations: integer(0, 10_000),
      block_batch_size: integer(1, 1_000_000),
      max_reorg_depth: integer(1, 100_000),
      poll_interval_seconds: { type: 'number', minimum: 0.02, maximum: 3600 },
    },
    required: ['chain_id', 'name', 'rpc_urls', 'factory_addresses'],
    additionalProperties: false,
  }),
)

/**
 * Reads a file like `chains.example.json`: a JSON list of the chains of this deployment.
 *
 * @throws ConfigError naming the file and the place in it
 */
export function readChainsFile(path: string): ChainConfig[] {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ConfigError(`KINDLING_CHAINS_FILE: ${path} cannot be read as JSON.`, error)
  }
  return parseChains(value, path)
}

/** @throws ConfigError */
export function parseChains(value: unknown, path: string): ChainConfig[] {
  if (!file.fits(value)) {
    const [first] = file.misfits(value)
    throw new ConfigError(`KINDLING_CHAINS_FILE: ${path}: ${first!.path || '/'} ${first!.message}.`)
  }
  const chains = value.map(toChain)
  const twice = chains.find(({ chainId }, i) => chains.findIndex((other) => other.chainId === chainId) !== i)
  if (twice) throw new ConfigError(`KINDLING_CHAINS_FILE: ${path} has chain ${twice.chainId} twice.`)
  return chains
}

function toChain(chain: ChainEntry): ChainConfig {
  for (const address of [...chain.rpc_urls, chain.rpc_ws_url, chain.explorer_url]) {
    // The value itself is not repeated: URLs carry keys.
    if (address !== undefined && !URL.canParse(address))
      throw new ConfigError(`KINDLING_CHAINS_FILE: chain ${chain.chain_id} has something that is not a URL.`)
  }
  return {
    chainId: chain.chain_id,
    name: chain.name,
    nativeSymbol: chain.native_symbol ?? 'ETH',
    explorerUrl: chain.explorer_url,
    rpcUrls: chain.rpc_urls,
    rpcWsUrl: chain.rpc_ws_url,
    factoryAddresses: chain.factory_addresses.map((address) => address.toLowerCase()),
    startBlock: chain.start_block ?? 0,
    confirmations: chain.confirmations,
    blockBatchSize: chain.block_batch_size,
    maxReorgDepth: chain.max_reorg_depth,
    pollIntervalMs: chain.poll_interval_seconds === undefined ? undefined : chain.poll_interval_seconds * 1000,
  }
}
