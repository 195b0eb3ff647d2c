import { readFileSync } from 'node:fs'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
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

const url = (protocols: string) => Type.String({ pattern: `^(${protocols})://` })
const entry = Type.Object(
  {
    chain_id: Type.Integer({ minimum: 1 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    native_symbol: Type.Optional(Type.String({ minLength: 1, maxLength: 16 })),
    explorer_url: Type.Optional(url('https?')),
    rpc_urls: Type.Array(url('https?'), { minItems: 1 }),
    rpc_ws_url: Type.Optional(url('wss?')),
    factory_addresses: Type.Array(Type.String({ pattern: '^0x[0-9a-fA-F]{40}$' }), { minItems: 1 }),
    start_block: Type.Optional(Type.Integer({ minimum: 0 })),
    confirmations: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    block_batch_size: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    max_reorg_depth: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    poll_interval_seconds: Type.Optional(Type.Number({ minimum: 0.02, maximum: 3600 })),
  },
  { additionalProperties: false },
)
const validator = Compile(Type.Array(entry, { minItems: 1 }))

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
  if (!validator.Check(value)) {
    const first = validator.Errors(value)[0] as { instancePath?: string; message?: string } | undefined
    // What additionalProperties forbids is told as a schema that allows nothing.
    const what = first?.message === 'schema is false' ? 'is not a setting of a chain' : (first?.message ?? 'is wrong')
    throw new ConfigError(`KINDLING_CHAINS_FILE: ${path}: ${first?.instancePath || '/'} ${what}.`)
  }
  const chains = value.map(toChain)
  const twice = chains.find(({ chainId }, i) => chains.findIndex((other) => other.chainId === chainId) !== i)
  if (twice) throw new ConfigError(`KINDLING_CHAINS_FILE: ${path} has chain ${twice.chainId} twice.`)
  return chains
}

function toChain(chain: Static<typeof entry>): ChainConfig {
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
