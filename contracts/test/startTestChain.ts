import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  type Address,
  createTestClient,
  decodeErrorResult,
  type Hex,
  http,
  publicActions,
  type TransactionReceipt,
  walletActions,
} from 'viem'
import { campaignAbi, campaignFactoryAbi } from '../src/abi.ts'

/** What became of a transaction that was mined: it succeeded, or reverted with the error of this name. */
export type Outcome = { receipt: TransactionReceipt; revertedWith?: string }

export type Transaction = {
  from: Address
  /** Left out to deploy a contract. */
  to?: Address
  data?: Hex
  value?: bigint
  /** Unix time in seconds of the block it is mined in; by default a second after the last one. */
  at?: bigint
}

export type TestChain = Awaited<ReturnType<typeof startTestChain>>

/** A second of the chain's own time; it never looks at the clock. */
const genesisTs = 1_750_000_000n

/**
 * Starts a chain of its own for a test file. Each transaction is mined alone, at a known time and without fees, so that
 * balances tell exactly who got what.
 */
export async function startTestChain() {
  const anvil = spawn(
    anvilBinary(),
    ['--port', '0', '--accounts', '12', '--balance', '1000000', '--no-mining', '--base-fee', '0', '--gas-price', '0']
      // Paris is what the contracts are compiled for: an opcode it lacks would fail here.
      .concat(['--timestamp', String(genesisTs), '--hardfork', 'paris']),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const kill = () => anvil.kill('SIGKILL')
  process.once('exit', kill)
  const url = await listeningUrl(anvil.stdout)
  anvil.stdout.resume()

  const client = createTestClient({ mode: 'anvil', transport: http(url, { batch: true }), cacheTime: 0 })
    .extend(publicActions)
    .extend(walletActions)
  const accounts = await client.getAddresses()
  let lastTs = genesisTs

  async function mine(at: bigint = lastTs + 1n) {
    await client.request({ method: 'evm_mine', params: [Number(at)] as never })
    lastTs = at
  }

  async function send({ from, to, data, value, at }: Transaction): Promise<Outcome> {
    const hash = await client.sendTransaction({
      account: from,
      chain: null,
      gas: 25_000_000n,
      gasPrice: 0n,
      ...(to && { to }),
      ...(data && { data }),
      ...(value !== undefined && { value }),
    })
    await mine(at)
    const receipt = await client.getTransactionReceipt({ hash })
    return receipt.status === 'success' ? { receipt } : { receipt, revertedWith: await revertOf(hash) }
  }

  /** The name of the error that a mined transaction reverted with, taken from its trace. */
  async function revertOf(hash: Hex): Promise<string> {
    const trace = (await client.request({
      method: 'debug_traceTransaction' as never,
      params: [hash, { tracer: 'callTracer' }] as never,
    })) as { output?: Hex; error?: string }
    if (trace.output === undefined || trace.output === '0x') return `no data (${trace.error})`
    return decodeErrorResult({ abi: [...campaignAbi, ...campaignFactoryAbi], data: trace.output }).errorName
  }

  async function stop() {
    process.off('exit', kill)
    if (anvil.exitCode !== null || anvil.signalCode !== null) return
    const exited = once(anvil, 'exit')
    kill()
    await exited
  }

  return { client, accounts, send, mine, now: () => lastTs, stop }
}

function anvilBinary(): string {
  const name = `@foundry-rs/anvil-${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  return join(folder, 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil')
}

async function listeningUrl(output: NodeJS.ReadableStream): Promise<string> {
  const said: string[] = []
  for await (const line of createInterface({ input: output })) {
    const address = /Listening on (\S+)/.exec(line)?.[1]
    if (address) return `http://${address}`
    said.push(line)
  }
  throw new Error(`anvil ended before it listened; it said:\n${said.join('\n')}`)
}
