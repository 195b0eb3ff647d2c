import { join } from 'node:path'
import { startChildProcess } from '../embedded/childProcess.ts'
import { KindlingError } from '../lib/errors.ts'
import type { ProcessContext } from './runProcess.ts'
import { type Progress, startProgress } from './say.ts'

/** One line of `kindling demo seed --progress-json`. */
export type SeedProgress = { step: string; done: number; total: number } | { result: string }

/** Runs `kindling demo seed` in a process of its own: drawing needs image formats that the API's process forbids itself. */
export async function seedInChild(
  { config, shutdown }: ProcessContext,
  demo: { rpcUrl: string; factoryAddress: string; nowTs: number },
): Promise<void> {
  let progress: { step: string; bar: Progress } | undefined
  const onLine = (line: string) => {
    const message = parseLine(line)
    if (!message || 'result' in message) return
    if (progress?.step !== message.step) {
      progress?.bar.end()
      progress = { step: message.step, bar: startProgress(message.step) }
    }
    progress.bar.update(message.done, message.total)
  }
  const child = await startChildProcess({
    command: process.execPath,
    args: [
      join(import.meta.dirname, 'kindling.ts'),
      'demo',
      'seed',
      '--progress-json',
      '--rpc',
      demo.rpcUrl,
      '--factory',
      demo.factoryAddress,
      '--now',
      String(demo.nowTs),
    ],
    env: { ...process.env, KINDLING_DATA_DIR: config.dataDir },
    stopSignal: 'SIGTERM',
    log: onLine,
  })
  shutdown.defer('demo', () => child.stop())
  const how = await child.exited
  shutdown.signal.throwIfAborted()
  if (how !== 'code 0') throw new DemoFailedError(lastWords(child.output()) || how)
  progress?.bar.end()
}

function parseLine(line: string): SeedProgress | null {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function lastWords(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('{'))
  return lines
    .join(' ')
    .replace(/^kindling: /, '')
    .slice(0, 500)
    .replace(/\.$/, '')
}

class DemoFailedError extends KindlingError {
  constructor(reason: string) {
    super('demo_failed', `The demo could not be made: ${reason}. Run the same command with --fresh.`)
  }
}
