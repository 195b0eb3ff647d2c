import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { isAlive } from '../processTable.ts'

const script = join(import.meta.dirname, 'hold.ts')

/** Starts `hold.ts`; `held` is what it wrote: the port, pid and so on of what it holds, or an `error`. */
export async function startHolder<Held>(
  what: 'postgres' | 'anvil' | 'lock' | 'child',
  options: object,
  ids: { uid: number; gid: number } | Record<string, never> = {},
): Promise<{ process: ChildProcess; held: Held & { error?: string }; killByForce(): Promise<void> }> {
  const child = spawn(process.execPath, [script, what, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    ...ids,
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return {
    process: child,
    held: JSON.parse(line),
    async killByForce() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Waits until no process of this number runs any more. */
export async function processGone(pid: number): Promise<void> {
  const deadline = Date.now() + 20_000
  while (isAlive(pid)) {
    if (Date.now() > deadline) throw new Error(`process ${pid} is still there`)
    await delay(10)
  }
}
