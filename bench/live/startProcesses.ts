import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { WITH_US } from '../../server/test/support/withUs.ts'

const ENTRY = join(import.meta.dirname, '../../server/src/bin/kindling.ts')

/** Running `kindling` processes; what they have to complain about goes to stderr. */
export interface Processes {
  pids: number[]
  /** Rejects as soon as one ends. */
  failed: Promise<never>
  /** All at once, by what ends processes of these numbers. */
  killWith(end: (pids: number[]) => Promise<void>): Promise<void>
  /** SIGTERM. */
  stop(): Promise<void>
}

export function startProcesses(commands: string[][], env: Record<string, string>): Processes {
  const children = commands.map((words) => {
    const [file = '', ...args] = [...WITH_US, process.execPath, ENTRY, ...words]
    return spawn(file, args, {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'warn', ...env },
      // Not the repository's folder: a .env that lies there is not ours.
      cwd: import.meta.dirname,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  })
  const killAll = () => {
    for (const child of children) child.kill('SIGKILL')
  }
  process.once('exit', killAll)
  let ending = false
  const failed = Promise.race(
    children.map(async (child, index): Promise<never> => {
      const [code, signal] = await once(child, 'exit')
      if (ending) return new Promise(() => {})
      throw new Error(`kindling ${commands[index]!.join(' ')} ended with ${signal ?? `code ${code}`}.`)
    }),
  )
  failed.catch(() => {})

  return {
    pids: children.flatMap(({ pid }) => pid ?? []),
    failed,
    async killWith(end) {
      ending = true
      await end(children.flatMap(({ pid }) => pid ?? []))
      process.removeListener('exit', killAll)
    },
    async stop() {
      ending = true
      await Promise.all(children.map(stopChild))
      process.removeListener('exit', killAll)
    },
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}
