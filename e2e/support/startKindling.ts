import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../server/src/embedded/freePort.ts'
import { waitFor } from '../../server/test/support/waitFor.ts'
import { WITH_US } from '../../server/test/support/withUs.ts'
import { askApi } from './kindling.ts'

const root = join(import.meta.dirname, '../..')
const START_MS = 240_000
const STOP_MS = 20_000
/** Told, so that a test can make a token of its own. */
export const JWT_SECRET = 'signs the tokens of browser tests, and no others'

export interface RunningKindling {
  origin: string
  rpcUrl: string
  /** Of its embedded PostgreSQL. */
  databaseUrl: string
  dataDir: string
  close(): Promise<void>
}

/** The whole product by its own command: web app, API, indexer and a local chain with the demo campaigns. */
export async function startKindling(settings: Record<string, string> = {}): Promise<RunningKindling> {
  // Under `npm start` a script of its own does this first.
  spawnSync(process.execPath, ['scripts/ensure-web.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const dataDir = mkdtempSync(join(tmpdir(), 'kindling-e2e-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const [file = '', ...args] = [...WITH_US, process.execPath, 'server/src/bin/kindling.ts', 'start']
  const child = spawn(file, args, {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      KINDLING_DATA_DIR: dataDir,
      PORT: String(port),
      DEMO_ACTIVITY: 'off',
      JWT_SECRET,
      // All these visitors come from one address.
      RATE_LIMIT_ANON: '100000/minute',
      RATE_LIMIT_SIGN_IN: '1000/minute',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  const orphaned = () => child.kill('SIGKILL')
  process.once('exit', orphaned)
  const ended = once(child, 'exit')

  const close = async () => {
    child.kill('SIGTERM')
    const tooLong = setTimeout(orphaned, STOP_MS)
    await ended
    clearTimeout(tooLong)
    process.off('exit', orphaned)
    rmSync(dataDir, { recursive: true, force: true })
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
    await waitFor('the demo has its words', () => hasItsWords(origin), START_MS)
    return { ...(await readRunning(origin, dataDir)), close }
  } catch (error) {
    await close()
    throw new Error(`The stack did not start. It said:\n${output}`, { cause: error })
  }
}

/** What already runs, with its data in a folder of this machine. */
export async function readRunning(origin: string, dataDir: string): Promise<Omit<RunningKindling, 'close'>> {
  const { rpcUrl } = (await (await fetch(`${origin}/web/config`)).json()) as { rpcUrl: string }
  return { origin, rpcUrl, databaseUrl: databaseUrlOf(dataDir), dataDir }
}

/** Stories are fetched by jobs, which may still run when the port opens. */
async function hasItsWords(origin: string): Promise<boolean> {
  const { count, results } = await askApi<{ count: number; results: { metadata: unknown }[] }>(
    origin,
    'campaigns/?include_metadata=true&page_size=100',
  )
  return count >= 30 && results.every(({ metadata }) => metadata !== null)
}

function databaseUrlOf(dataDir: string): string {
  const { port, password } = JSON.parse(readFileSync(join(dataDir, 'postgres.connection.json'), 'utf8'))
  return `postgres://kindling:${password}@127.0.0.1:${port}/kindling`
}
