import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { WITH_US } from '../support/withUs.ts'

/** A `kindling` process under the care of someone who starts it again whenever it ends. */
export interface KeptProcess {
  /** SIGKILL; it comes back. */
  kill(): Promise<void>
  /** SIGKILL; it does not come back. */
  killForGood(): Promise<void>
  /** SIGTERM; it does not come back. */
  stop(): Promise<void>
  /** How often it ended. */
  ended(): number
  /** The end of what it wrote. */
  lastOutput(): string
}

const ENTRY = join(import.meta.dirname, '../../src/bin/kindling.ts')
const AGAIN_AFTER_MS = 300
/** Three times what a process allows itself. */
const END_WITHIN_MS = 30_000
const KEPT_OUTPUT = 8_000

export function keepRunning(
  args: string[],
  env: Record<string, string>,
  onOutput?: (text: string) => void,
): KeptProcess {
  let child: ChildProcess
  let stopped = false
  let ends = 0
  let written = ''

  function start(): void {
    const [file = '', ...rest] = [...WITH_US, process.execPath, ENTRY, ...args]
    child = spawn(file, rest, {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
      // Not the repository's folder: a .env that lies there is not ours.
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        written = (written + text).slice(-KEPT_OUTPUT)
        onOutput?.(text)
      })
    }
    child.once('exit', async () => {
      ends++
      if (stopped) return
      await sleep(AGAIN_AFTER_MS)
      if (!stopped) start()
    })
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = child
    if (ending.exitCode !== null || ending.signalCode !== null) return
    const exited = once(ending, 'exit')
    ending.kill(signal)
    const late = sleep(END_WITHIN_MS, 'late', { ref: false })
    if ((await Promise.race([exited, late])) !== 'late') return
    ending.kill('SIGKILL')
    throw new Error(`kindling ${args.join(' ')} did not end within ${END_WITHIN_MS} ms of ${signal}`)
  }

  start()
  return {
    kill: () => end('SIGKILL'),
    async killForGood() {
      stopped = true
      await end('SIGKILL')
    },
    async stop() {
      stopped = true
      await end('SIGTERM')
    },
    ended: () => ends,
    lastOutput: () => written,
  }
}
