import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { anvilRpc } from './anvilRpc.ts'
import { adoptState, awaitEarlierAnvil, exitStatePath, keepState } from './anvilState.ts'
import { type RunningChild, startChildProcess } from './childProcess.ts'
import { EmbeddedStartError } from './embeddedErrors.ts'
import { freePort, isPortFree } from './freePort.ts'
import { platformPackageDir } from './platformBinary.ts'

export interface AnvilOptions {
  /** Without it: any free one. */
  port?: number
  /** 31337 without it. */
  chainId?: number
  /** Of the genesis block, in seconds; a chain loaded from `statePath` has its own. */
  timestamp?: number
  /**
   * A file that outlives the process: blocks with their hashes, transactions, receipts, logs and the latest accounts.
   * What is not kept: accounts as they were at earlier blocks, so `eth_call` at and `anvil_reorg` below the block that
   * was the head at the start fail.
   */
  statePath?: string
  /** How much of the chain is lost if anvil itself is killed by force; 5,000 without it. */
  stateIntervalMs?: number
  /** A block at fixed times; without it each transaction gets its block at once. */
  blockTimeMs?: number
  /** How many funded accounts; 10 without it. */
  accounts?: number
  gasLimit?: bigint
  extraArgs?: string[]
  log?: (line: string) => void
}

export interface Anvil {
  rpcUrl: string
  port: number
  pid: number
  /** Resolves when anvil is gone, for whatever reason, with a word on how it ended. */
  exited: Promise<string>
  /** Writes the state to `statePath` now; does nothing without one. */
  keepState(): Promise<void>
  stop(): Promise<void>
}

const startTimeoutMs = 60_000
const portAttempts = 5

/**
 * Starts a local chain on loopback that ends with this process, and waits until it answers.
 * @throws BinaryNotInstalledError, DataFolderBrokenError, EmbeddedStartError
 */
export async function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  const statePath = options.statePath === undefined ? undefined : resolve(options.statePath)
  const pidFile = `${statePath}.pid`
  let stateArgs: string[] = []
  if (statePath !== undefined) {
    mkdirSync(dirname(statePath), { recursive: true })
    await awaitEarlierAnvil(pidFile, statePath)
    const loaded = adoptState(statePath)
    stateArgs = ['--dump-state', exitStatePath(statePath), ...(loaded === undefined ? [] : ['--load-state', loaded])]
  }
  const { child, port, rpcUrl } = await startOnFreePort(options, stateArgs)
  if (statePath === undefined)
    return { rpcUrl, port, pid: child.pid, exited: child.exited, async keepState() {}, stop: child.stop }

  writeFileSync(pidFile, String(child.pid))
  if (stateArgs.includes('--load-state')) await resumeClock(rpcUrl)
  const keeper = keepState(rpcUrl, statePath, options.stateIntervalMs ?? 5_000)
  return {
    rpcUrl,
    port,
    pid: child.pid,
    exited: child.exited,
    keepState: () => keeper.keepNow(),
    async stop() {
      await keeper.stop()
      await child.stop()
      adoptState(statePath)
    },
  }
}

async function startOnFreePort(options: AnvilOptions, stateArgs: string[]) {
  if (options.port !== undefined && !(await isPortFree(options.port))) throw portTaken(options.port)
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const rpcUrl = `http://127.0.0.1:${port}`
    const child = await startChildProcess({
      command: anvilBinary(),
      args: anvilArgs(options, port, stateArgs),
      stopSignal: 'SIGINT',
      log: options.log,
    })
    try {
      await answers(child, rpcUrl)
      return { child, port, rpcUrl }
    } catch (error) {
      await child.stop()
      if (!/address already in use/i.test(child.output())) throw error
      if (options.port !== undefined || attempt === portAttempts) throw portTaken(port)
    }
  }
}

function portTaken(port: number): EmbeddedStartError {
  return new EmbeddedStartError(`Port ${port} for the local chain is taken; choose another.`)
}

function anvilBinary(): string {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const whatToDo = 'run `npm ci`, or set RPC_URL and FACTORY_ADDRESS to a chain of your own'
  const folder = platformPackageDir(`@foundry-rs/anvil-${process.platform}-${arch}`, whatToDo)
  return join(folder, 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil')
}

function anvilArgs(options: AnvilOptions, port: number, stateArgs: string[]): string[] {
  const args = ['--host', '127.0.0.1', '--port', String(port), '--quiet', '--color', 'never', ...stateArgs]
  args.push('--chain-id', String(options.chainId ?? 31_337))
  // Accounts as they were at the last 128 blocks, in memory. By default anvil keeps 500 and writes older ones to
  // ~/.foundry: 900 MB after 1,500 transactions, left there if it is killed.
  args.push('--prune-history', '128')
  if (options.timestamp !== undefined && !stateArgs.includes('--load-state')) {
    args.push('--timestamp', String(options.timestamp))
  }
  if (options.blockTimeMs !== undefined) args.push('--block-time', String(options.blockTimeMs / 1000))
  if (options.accounts !== undefined) args.push('--accounts', String(options.accounts))
  if (options.gasLimit !== undefined) args.push('--gas-limit', String(options.gasLimit))
  return [...args, ...(options.extraArgs ?? [])]
}

async function answers(child: RunningChild, rpcUrl: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs
  while (Date.now() < deadline) {
    if (child.hasExited()) {
      const said = child.output().trim().split('\n')[0] || (await child.exited)
      throw new EmbeddedStartError(`The local chain (anvil) did not start: ${said}.`)
    }
    try {
      await anvilRpc(rpcUrl, 'eth_chainId')
      if (!child.hasExited()) return
    } catch {
      // Not listening yet.
    }
    await delay(10)
  }
  throw new EmbeddedStartError(`The local chain (anvil) did not answer at ${rpcUrl} within ${startTimeoutMs / 1000} s.`)
}

/**
 * A loaded chain goes on by the clock on the wall. Where its time had been moved ahead of that, the next block would be
 * older than its parent, so its clock goes on from there instead.
 */
async function resumeClock(rpcUrl: string): Promise<void> {
  const { timestamp } = await anvilRpc<{ timestamp: string }>(rpcUrl, 'eth_getBlockByNumber', ['latest', false])
  const aheadSeconds = Number(timestamp) - Math.floor(Date.now() / 1000)
  if (aheadSeconds > 0) await anvilRpc(rpcUrl, 'evm_increaseTime', [aheadSeconds + 1])
}
