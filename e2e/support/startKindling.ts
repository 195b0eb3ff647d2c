import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../server/src/embedded/freePort.ts'
import { waitFor } from '../../server/test/support/waitFor.ts'
import { callRpc } from './callRpc.ts'

const root = join(import.meta.dirname, '../..')
const START_MS = 240_000
const STOP_MS = 20_000

export interface Kindling {
  origin: string
  rpcUrl: string
  /** Asks the API; the path begins after `/api/v1/`. */
  ask<T>(path: string): Promise<T>
  rpc<T>(method: string, params?: unknown[]): Promise<T>
  stop(): Promise<void>
}

/** The whole product by its own command: web app, API, indexer and a local chain with the demo campaigns. */
export async function startKindling(): Promise<Kindling> {
  // Under `npm start` a script of its own does this first.
  spawnSync(process.execPath, ['scripts/ensure-web.mjs'], { cwd: root, stdio: 'ignore' })
  const dataDir = mkdtempSync(join(tmpdir(), 'kindling-e2e-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['server/src/bin/kindling.ts', 'start'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      KINDLING_DATA_DIR: dataDir,
      PORT: String(port),
      DEMO_ACTIVITY: 'off',
      // All these visitors come from one address.
      RATE_LIMIT_ANON: '100000/minute',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  const orphaned = () => child.kill('SIGKILL')
  process.once('exit', orphaned)
  const ended = once(child, 'exit')

  const stop = async () => {
    child.kill('SIGTERM')
    const tooLong = setTimeout(orphaned, STOP_MS)
    await ended
    clearTimeout(tooLong)
    process.off('exit', orphaned)
    rmSync(dataDir, { recursive: true, force: true })
  }
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${origin}/api/v1/${path}`)
    if (!answer.ok) throw new Error(`/api/v1/${path} answered ${answer.status}.`)
    return answer.json() as Promise<T>
  }
  try {
    await waitFor(
      'kindling start is ready',
      () => {
        if (child.exitCode !== null) throw new Error(`kindling start ended with ${child.exitCode}.`)
        return output.includes('Ready after')
      },
      START_MS,
    )
    await waitFor('the demo has its words', () => hasItsWords(ask), START_MS)
    const { rpcUrl } = (await (await fetch(`${origin}/web/config`)).json()) as { rpcUrl: string }
    return { origin, rpcUrl, ask, rpc: (method, params) => callRpc(rpcUrl, method, params), stop }
  } catch (error) {
    await stop()
    throw new Error(`The stack did not start. It said:\n${output}`, { cause: error })
  }
}

/** Stories are fetched by jobs, which may still run when the port opens. */
async function hasItsWords(ask: Kindling['ask']): Promise<boolean> {
  const { count, results } = await ask<{ count: number; results: { metadata: unknown }[] }>(
    'campaigns/?include_metadata=true&page_size=100',
  )
  return count >= 30 && results.every(({ metadata }) => metadata !== null)
}
