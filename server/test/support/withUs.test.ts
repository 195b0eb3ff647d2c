import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'vitest'
import { commandLine, isAlive } from '../../src/embedded/processTable.ts'
import { waitFor } from './waitFor.ts'
import { WITH_US } from './withUs.ts'

/** Starts a sleeper as tests start processes, and tells its number. */
const STARTER = `
  const { spawn } = require('node:child_process')
  const [file, ...words] = [...${JSON.stringify(WITH_US)}, 'sleep', '600']
  console.log(spawn(file, words, { stdio: 'ignore' }).pid)
  setInterval(() => {}, 1000)`

test.runIf(process.platform === 'linux').each(['SIGTERM', 'SIGKILL'] as const)(
  'what a test run started ends with it, when it ends by %s',
  async (signal) => {
    const run = spawn(process.execPath, ['-e', STARTER], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(run.stdout, 'data')
    const pid = Number(line)
    await waitFor('it sleeps', () => commandLine(pid) === 'sleep 600')
    run.kill(signal)
    await waitFor('the sleeper is gone', () => !isAlive(pid))
  },
)
