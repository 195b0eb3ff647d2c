import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parseChains } from '../../lib/chainsFile.ts'
import { ConfigError } from '../../lib/errors.ts'

export interface DeployedSettings {
  chainId: number
  factoryAddress: string
  startBlock: number
  rpcUrl: string
}

interface EnvFile {
  lines: string[]
  /** Undefined also of one whose value is left blank, as in a sample. */
  settingOf(name: string): string | undefined
}

/** @throws ConfigError when the file is about another chain: to be known before anything is deployed */
export function readEnvFile(path: string, chainId: number): EnvFile {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  if (lines.at(-1) === '') lines.pop()
  const settingOf = (name: string) =>
    lines
      .find((line) => line.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .trim() || undefined
  const known = settingOf('CHAIN_ID')
  if (known !== undefined && known !== String(chainId)) {
    throw new ConfigError(
      `${path} is about chain ${known}, not ${chainId}: write to another file, or use --write-chains.`,
    )
  }
  return { lines, settingOf }
}

/** Sets the chain's lines in a file like `.env`; the other lines stay as they are, and another factory of the chain stays beside this one. */
export function writeEnvFile(path: string, { chainId, factoryAddress, startBlock, rpcUrl }: DeployedSettings): void {
  const { lines, settingOf } = readEnvFile(path, chainId)
  const factories = (settingOf('FACTORY_ADDRESS') ?? '').split(',').filter(Boolean)
  const settings: Record<string, string> = {
    CHAIN_ID: String(chainId),
    FACTORY_ADDRESS: [...new Set([...factories, factoryAddress])].join(','),
    // Nothing of the older factory may be skipped.
    START_BLOCK: factories.length > 0 ? (settingOf('START_BLOCK') ?? '0') : String(startBlock),
    RPC_URL: settingOf('RPC_URL') ?? rpcUrl,
  }
  for (const [name, value] of Object.entries(settings)) {
    const at = lines.findIndex((line) => line.startsWith(`${name}=`))
    if (at === -1) lines.push(`${name}=${value}`)
    else lines[at] = `${name}=${value}`
  }
  writeWhole(path, `${lines.join('\n')}\n`)
}

/** Adds the chain, or the factory to the chain, in a file like KINDLING_CHAINS_FILE. */
export function writeChainsFile(path: string, settings: DeployedSettings): void {
  const chains = readChainsFile(path)
  const chain = chains.find((one) => one['chain_id'] === settings.chainId)
  if (chain) {
    const factories = chain['factory_addresses'] as string[]
    if (!factories.some((one) => one.toLowerCase() === settings.factoryAddress)) factories.push(settings.factoryAddress)
  } else {
    chains.push({
      chain_id: settings.chainId,
      name: `Chain ${settings.chainId}`,
      rpc_urls: [settings.rpcUrl],
      factory_addresses: [settings.factoryAddress],
      start_block: settings.startBlock,
    })
  }
  parseChains(chains, path)
  writeWhole(path, `${JSON.stringify(chains, null, 2)}\n`)
}

/** @throws ConfigError when the file is none of chains: to be known before anything is deployed */
export function readChainsFile(path: string): Record<string, unknown>[] {
  if (!existsSync(path)) return []
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    parseChains(value, path)
    return value as Record<string, unknown>[]
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw new ConfigError(`${path} cannot be read as JSON.`, error)
  }
}

/** They hold keys of RPC endpoints: for their owner alone where they are new. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
