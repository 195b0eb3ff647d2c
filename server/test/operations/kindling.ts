import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { waitFor } from '../support/waitFor.ts'
import { WITH_US } from '../support/withUs.ts'

export const ENTRY = join(import.meta.dirname, '../../src/bin/kindling.ts')

/** A `kindling` process as a supervisor runs it. */
export interface KindlingProcess {
  name: string
  /** Everything it wrote so far, on both streams. */
  output(): string
  /** Waits for a line of it. */
  says(text: string, timeoutMs?: number): Promise<void>
  /** SIGTERM; answers how it ended and after how long. */
  stop(): Promise<{ code: number | null; ms: number }>
  exited: Promise<number | null>
}

type Environment = Record<string, string | undefined>

export function startKindling(
  args: string[],
  env: Environment,
  options: { command?: string[]; name?: string } = {},
): KindlingProcess {
  const [file = '', ...rest] = [...WITH_US, ...(options.command ?? [process.execPath, ENTRY, ...args])]
  const child: ChildProcess = spawn(file, rest, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    // Not the repository's folder: a .env that lies there is not ours.
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const exited = once(child, 'close').then(([code]) => code as number | null)
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  void exited.then(() => process.off('exit', end))
  const name = options.name ?? args.join(' ')
  return {
    name,
    output: () => output,
    exited,
    async says(text, timeoutMs = 240_000) {
      await waitFor(`${name} says "${text}"`, () => output.includes(text) || child.exitCode !== null, timeoutMs).catch(
        (error: Error) => {
          throw new Error(`${error.message}; it wrote: ${output.slice(-2_000)}`)
        },
      )
      if (!output.includes(text))
        throw new Error(`${name} ended with ${child.exitCode} before it said "${text}": ${output.slice(-2_000)}`)
    },
    async stop() {
      const began = Date.now()
      child.kill('SIGTERM')
      return { code: await exited, ms: Date.now() - began }
    },
  }
}

/** Runs a command to its end. @throws Error with its output when it fails */
export async function runKindling(args: string[], env: Environment): Promise<string> {
  const running = startKindling(args, env)
  const code = await running.exited
  if (code !== 0) throw new Error(`kindling ${args.join(' ')} ended with ${code}: ${running.output().slice(-3_000)}`)
  return running.output()
}
