import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hex } from 'viem'
import { startAnvil } from '../../server/src/embedded/anvil.ts'
import { anvilRpc } from '../../server/src/embedded/anvilRpc.ts'
import { benchFolder } from '../support/benchFolder.ts'
import { progress } from '../support/progress.ts'
import { history, historyKey, type WrittenHistory, writeHistory } from './bulkHistory.ts'

/** A running chain that holds the history, and what an index of it must come to. */
export interface BulkChain {
  rpcUrl: string
  chainId: number
  factoryAddress: string
  head: { number: number; hash: string }
  events: number
  /** What left BulkDonor's deposit: known without reading a single event. */
  raisedWei: bigint
  stop(): Promise<void>
}

interface KeptChain extends WrittenHistory {
  headHash: string
}

interface Block {
  number: Hex
  hash: string
  parentHash: string
}

const CHAIN_ID = 31_337
const events = history.campaigns + history.donations

/**
 * Starts a chain with the history on it. It is made once (about half a minute) and kept in `.bench`, under a key of
 * everything it follows from.
 *
 * @param options.fresh make it again
 */
export async function openBulkChain(options: { fresh: boolean }): Promise<BulkChain> {
  mkdirSync(benchFolder, { recursive: true })
  const name = `chain-${await historyKey()}`
  const file = join(benchFolder, `${name}.json`)
  const facts = join(benchFolder, `${name}.facts.json`)
  if (options.fresh || !existsSync(file) || !existsSync(facts)) {
    removeChains()
    await makeChain(file, facts)
  }
  progress('Loading the chain')
  const kept = JSON.parse(await readFile(facts, 'utf8')) as KeptChain
  const anvil = await loadAnvil(file)
  try {
    const head = await blockAt(anvil.rpcUrl, 'latest')
    // The head's hash vouches for every block below it.
    if (head.hash !== kept.headHash)
      throw new Error(`${file} does not hold the chain it was made from; run again with --fresh.`)
    const leftWei = BigInt(await anvilRpc<Hex>(anvil.rpcUrl, 'eth_getBalance', [kept.bulkDonorAddress, 'latest']))
    return {
      rpcUrl: anvil.rpcUrl,
      chainId: CHAIN_ID,
      factoryAddress: kept.factoryAddress,
      head: { number: Number(head.number), hash: head.hash },
      events,
      raisedWei: history.depositWei - leftWei,
      stop: anvil.stop,
    }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}

/** Chains of earlier contracts are of no use to anyone. */
function removeChains(): void {
  for (const name of readdirSync(benchFolder)) {
    if (/^chain-.*\.json(\.\d+)?$/.test(name)) rmSync(join(benchFolder, name))
  }
}

const genesis = { chainId: CHAIN_ID, timestamp: history.genesisTs, accounts: 2 }

const loadAnvil = (file: string) => startAnvil({ ...genesis, extraArgs: ['--load-state', file] })

async function makeChain(file: string, facts: string): Promise<void> {
  const unfinished = `${file}.${process.pid}`
  // On a chain that forks another one, anvil does not compute a state root for every block: 30 s instead of 230 s.
  const forked = await startAnvil(genesis)
  const anvil = await startAnvil({
    ...genesis,
    gasLimit: 100_000_000n,
    extraArgs: [
      ...['--fork-url', forked.rpcUrl, '--no-storage-caching', '--dump-state', unfinished],
      ...['--block-base-fee-per-gas', '0', '--gas-price', '0'],
    ],
  })
  try {
    const written = await writeHistory(anvil.rpcUrl, (done, all) => {
      if (done % 100 === 0 || done === all) progress(`Making the chain: ${done} of ${all} blocks`)
    })
    const { hash: headHash } = await blockAt(anvil.rpcUrl, 'latest')
    const logs = JSON.stringify(await allLogs(anvil.rpcUrl))
    await anvil.stop()
    await withoutTraces(unfinished)
    await checkLoaded(unfinished, headHash, logs)
    const kept: KeptChain = { ...written, headHash }
    await writeFile(facts, JSON.stringify(kept))
    renameSync(unfinished, file)
  } finally {
    await anvil.stop()
    await forked.stop()
    rmSync(unfinished, { force: true })
  }
}

/** The call traces are three quarters of the file, and nothing here asks for them. */
async function withoutTraces(file: string): Promise<void> {
  const state = JSON.parse(await readFile(file, 'utf8')) as { transactions: { info: { traces: unknown[] } }[] }
  for (const { info } of state.transactions) info.traces = []
  await writeFile(file, JSON.stringify(state))
}

/** A reloaded chain must be the one that was dumped: every block linked to its parent, every log where it was. */
async function checkLoaded(file: string, headHash: string, logs: string): Promise<void> {
  progress('Checking the chain')
  const anvil = await loadAnvil(file)
  try {
    let block = await blockAt(anvil.rpcUrl, 'latest')
    if (block.hash !== headHash) throw new Error(`After the reload block ${Number(block.number)} has another hash.`)
    while (Number(block.number) > 0) {
      const parent = await blockAt(anvil.rpcUrl, Number(block.number) - 1)
      if (parent.hash !== block.parentHash) {
        throw new Error(`After the reload block ${Number(block.number)} is not linked to the one before it.`)
      }
      block = parent
    }
    if (JSON.stringify(await allLogs(anvil.rpcUrl)) !== logs)
      throw new Error('After the reload the logs are not the same.')
  } finally {
    await anvil.stop()
  }
}

async function allLogs(rpcUrl: string): Promise<unknown[]> {
  const logs = await anvilRpc<unknown[]>(rpcUrl, 'eth_getLogs', [{ fromBlock: '0x0', toBlock: 'latest' }])
  if (logs.length !== events) throw new Error(`The chain has ${logs.length} logs instead of ${events}.`)
  return logs
}

async function blockAt(rpcUrl: string, block: number | 'latest'): Promise<Block> {
  const id = typeof block === 'number' ? `0x${block.toString(16)}` : block
  return anvilRpc<Block>(rpcUrl, 'eth_getBlockByNumber', [id, false])
}
