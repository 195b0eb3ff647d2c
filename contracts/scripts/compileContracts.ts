import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Abi, Hex } from 'viem'

const require = createRequire(import.meta.url)
const sourceFolder = fileURLToPath(new URL('../src/', import.meta.url))
const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/kindling-contracts/', import.meta.url))

const contractNames = [
  'BulkDonor',
  'Campaign',
  'CampaignFactory',
  'DonorWallet',
  'FakeCampaign',
  'ForceEther',
  'ReentrantAccount',
  'RejectingCreator',
] as const

export type ContractName = (typeof contractNames)[number]

/** `bytecode` is the creation code, without constructor arguments. */
export type CompiledContract = { abi: Abi; bytecode: Hex }

export type CompiledContracts = Record<ContractName, CompiledContract>

const settings = {
  // Paris knows neither PUSH0 (Shanghai) nor transient storage (Cancun), so the same bytecode runs on every EVM chain.
  // The price is the storage slot of the reentrancy guard: 20,000 gas on the first withdrawal or refund of a campaign.
  evmVersion: 'paris',
  optimizer: { enabled: true, runs: 10_000 },
  // Without the hash of the metadata, a changed comment or line ending leaves the bytecode as it was.
  metadata: { bytecodeHash: 'none' },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
}

type SolcOutput = {
  errors?: { severity: 'error' | 'warning' | 'info'; errorCode?: string; formattedMessage: string }[]
  contracts: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>
}

/** Selfdestruct is deprecated; `ForceEther` is about what it still does. */
const expectedWarnings = new Set(['5159'])

/**
 * Compiles every contract of the package, those for tests too (about three seconds). The result is kept under
 * `node_modules/.cache`, keyed by everything that it depends on, unless `cache` is false.
 *
 * @throws Error with the compiler's words on any error or unexpected warning.
 */
export async function compileContracts({ cache = true }: { cache?: boolean } = {}): Promise<CompiledContracts> {
  const sources = await readSources()
  const file = join(cacheFolder, `${await cacheKey(sources)}.json`)
  if (cache) {
    const kept = await readFile(file, 'utf8').catch(() => undefined)
    if (kept !== undefined) return JSON.parse(kept)
  }

  const contracts = await compileSources(sources)
  if (cache) {
    // Renamed into place, so that another process never reads half a file.
    await mkdir(cacheFolder, { recursive: true })
    const unfinished = `${file}.${randomUUID()}`
    await writeFile(unfinished, JSON.stringify(contracts))
    await rename(unfinished, file)
  }
  return contracts
}

type Sources = Record<string, { content: string }>

/** The names of the sources are part of the bytecode, so they are the same on every machine. */
async function readSources(): Promise<Sources> {
  const names = (await readdir(sourceFolder, { recursive: true })).filter((name) => name.endsWith('.sol')).sort()
  const contents = await Promise.all(names.map((name) => readFile(join(sourceFolder, name), 'utf8')))
  return Object.fromEntries(
    names.map((name, n) => [
      `src/${name.replaceAll(sep, '/')}`,
      { content: (contents[n] as string).replaceAll('\r\n', '\n') },
    ]),
  )
}

/** What a block explorer is given to compile the contracts that are deployed, and nothing else: the compiler's own input. */
export async function standardJsonInput(): Promise<{
  language: 'Solidity'
  sources: Sources
  settings: typeof settings
}> {
  const own = await readSources()
  const sources: Sources = {}
  const add = (name: string): void => {
    if (sources[name] !== undefined) return
    const source = own[name] ?? { content: readFileSync(require.resolve(name), 'utf8') }
    sources[name] = source
    for (const [, path = ''] of source.content.matchAll(/^import\s[^"]*"([^"]+)";/gm))
      add(path.startsWith('.') ? posix.join(posix.dirname(name), path) : path)
  }
  add(FACTORY_SOURCE)
  return {
    language: 'Solidity',
    sources: Object.fromEntries(Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1))),
    settings,
  }
}

export const FACTORY_SOURCE = 'src/CampaignFactory.sol'

/** As explorers name it. */
export async function compilerVersion(): Promise<string> {
  const { default: solc } = await import('solc')
  return `v${solc.version().replace('.Emscripten.clang', '')}`
}

async function cacheKey(sources: Sources): Promise<string> {
  const versions = ['solc/package.json', '@openzeppelin/contracts/package.json'].map((name) => require(name).version)
  return createHash('sha256')
    .update(JSON.stringify([sources, settings, versions, contractNames]))
    .digest('hex')
}

async function compileSources(sources: Sources): Promise<CompiledContracts> {
  const { default: solc } = await import('solc')
  const readImport = (name: string) => {
    try {
      return { contents: readFileSync(require.resolve(name), 'utf8') }
    } catch (error) {
      return { error: `${name} could not be read: ${error instanceof Error ? error.message : String(error)}` }
    }
  }
  const output: SolcOutput = JSON.parse(
    solc.compile(JSON.stringify({ language: 'Solidity', sources, settings }), { import: readImport }),
  )
  const complaints = (output.errors ?? []).filter(({ errorCode }) => !expectedWarnings.has(errorCode ?? ''))
  if (complaints.length > 0) {
    throw new Error(
      `The contracts do not compile cleanly:\n${complaints.map((each) => each.formattedMessage).join('\n')}`,
    )
  }

  const all = Object.assign({}, ...Object.values(output.contracts)) as SolcOutput['contracts'][string]
  return Object.fromEntries(
    contractNames.map((name) => {
      const contract = all[name]
      if (contract === undefined) throw new Error(`There is no contract ${name} among the compiled sources.`)
      return [name, { abi: contract.abi, bytecode: `0x${contract.evm.bytecode.object}` as Hex }]
    }),
  ) as CompiledContracts
}
