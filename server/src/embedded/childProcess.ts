import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { EmbeddedStartError } from './embeddedErrors.ts'

export interface ChildProcessOptions {
  command: string
  args: string[]
  /** Words before the command that `exec` it in the end, so that the pid stays that of the command. */
  prefix?: string[]
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** Written to the child's standard input, which then ends. */
  input?: string
  uid?: number
  gid?: number
  /** Asks the child to end; also what it gets from the kernel when this process dies, even by kill -9. */
  stopSignal: 'SIGINT' | 'SIGTERM'
  /** How the child learns that this process died: chosen by what the system has. */
  deathNotice?: 'kernel' | 'pipe'
  /** After this long the child gets SIGKILL. */
  stopTimeoutMs?: number
  /** Each line the child writes. */
  log?: ((line: string) => void) | undefined
}

export interface RunningChild {
  pid: number
  /** Resolves, never rejects, when the child is gone, with a word on how it ended: `code 1` or `SIGKILL`. */
  exited: Promise<string>
  hasExited(): boolean
  /** The last 8,000 characters the child wrote. */
  output(): string
  stop(): Promise<void>
}

const keptOutput = 8_000
const outputGraceMs = 500

let setprivWorks: boolean | undefined
function canSetDeathSignal(): boolean {
  setprivWorks ??=
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', '--', 'true']).status === 0
  return setprivWorks
}

/**
 * Starts a program which ends with this process, however this process ends. It gets a session of its own: Ctrl-C in the
 * terminal reaches this process alone, which then stops its children in its own order.
 *
 * Linux does this with a parent-death signal. It belongs to the thread that spawned, so call this from the main thread.
 * Elsewhere a shell waits for the end of a pipe that closes with this process.
 */
export async function startChildProcess(options: ChildProcessOptions): Promise<RunningChild> {
  const { prefix = [], stopSignal, stopTimeoutMs = 15_000 } = options
  const byKernel = options.deathNotice ? options.deathNotice === 'kernel' : canSetDeathSignal()
  const deathSignal = byKernel ? ['setpriv', '--pdeathsig', stopSignal.slice(3), '--'] : []
  // A change of credentials or namespace clears the parent-death signal, so the prefix comes before it.
  const [file = options.command, ...args] = [...prefix, ...deathSignal, options.command, ...options.args]
  const spawnOptions: SpawnOptions = { stdio: ['pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32' }
  if (options.env) spawnOptions.env = options.env
  if (options.cwd !== undefined) spawnOptions.cwd = options.cwd
  if (options.uid !== undefined) spawnOptions.uid = options.uid
  if (options.gid !== undefined) spawnOptions.gid = options.gid
  const child = spawn(file, args, spawnOptions)
  // A child that reads nothing closes its end first.
  child.stdin?.on('error', () => {}).end(options.input)

  let output = ''
  let ended = false
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-keptOutput)
      if (!options.log) return
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) options.log(line)
    })
  }
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = true
      // `close` comes after the last output, but not while a grandchild holds the pipe open.
      const report = () => resolve(signal ?? `code ${code}`)
      child.once('close', report)
      setTimeout(report, outputGraceMs).unref()
    })
  })
  try {
    await once(child, 'spawn')
  } catch (error) {
    throw new EmbeddedStartError(`The program ${file} could not be started.`, error)
  }
  const pid = child.pid as number

  const watchdog = !byKernel && process.platform !== 'win32' ? startWatchdog(pid, stopSignal) : undefined
  void exited.then(() => watchdog?.kill('SIGKILL'))

  return {
    pid,
    exited,
    hasExited: () => ended,
    output: () => output,
    async stop() {
      if (ended) return
      child.kill(stopSignal)
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
      await exited
      clearTimeout(timer)
    },
  }
}

function startWatchdog(pid: number, stopSignal: string) {
  const script = `cat >/dev/null; kill -${stopSignal.slice(3)} ${pid}`
  const watchdog = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watchdog.unref()
  return watchdog
}
