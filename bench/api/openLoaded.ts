import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../server/src/embedded/postgres.ts'
import { createPool } from '../../server/src/lib/database.ts'
import { migrate } from '../../server/src/lib/migrate.ts'
import { benchFolder } from '../support/benchFolder.ts'
import { loadWorld } from './world/loadWorld.ts'
import type { Size } from './world/planWorld.ts'

/** Beside the defaults of `npm start`: memory that a server of this size would be given. */
export const SETTINGS = { shared_buffers: '2GB', max_connections: '100' }

export interface LoadedDatabase {
  url: string
  /** Of the server; see cpuSeconds.ts. */
  pid: number
  /** Seconds that loading took; undefined when it was there already. */
  loadSeconds: number | undefined
  close(): Promise<void>
}

/** A server whose database holds a world of this size: loaded once and kept under `.bench/`, until the generator changes. */
export async function openLoaded(size: Size, told: (what: string) => void): Promise<LoadedDatabase> {
  const prefix = `api-${size.contributions}-`
  const folder = join(benchFolder, prefix + fingerprint())
  const stamp = join(folder, 'loaded')
  mkdirSync(benchFolder, { recursive: true })
  for (const name of readdirSync(benchFolder)) {
    const isOld = name.startsWith(prefix) && join(benchFolder, name) !== folder
    if (isOld) rmSync(join(benchFolder, name), { recursive: true, force: true })
  }
  const isLoaded = existsSync(stamp)
  if (!isLoaded) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  // Of a database that is half loaded nothing is needed: wal_level minimal leaves COPY and indexes out of the log.
  const loading = isLoaded ? {} : { wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '2GB', fsync: 'off' }
  let server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings: { ...SETTINGS, ...loading } })
  let loadSeconds: number | undefined
  try {
    await migrate(server.url)
    if (!isLoaded) {
      const start = performance.now()
      await loadWorld(server.url, size, told)
      await vacuumCounted(server.url)
      loadSeconds = (performance.now() - start) / 1000
      await server.stop()
      writeFileSync(stamp, `${JSON.stringify({ size, loadSeconds })}\n`)
      server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings: SETTINGS })
    }
  } catch (error) {
    await server.stop()
    throw error
  }
  return { url: server.url, pid: server.pid, loadSeconds, close: () => server.stop() }
}

/** What is counted at the end is written after the rest was vacuumed; autovacuum would come to it at a moment of its own. */
async function vacuumCounted(url: string): Promise<void> {
  const pool = createPool(url, { name: 'bench' })
  await pool.query('vacuum (analyze) counted_campaigns').finally(() => pool.end())
}

/** Of everything that decides what is loaded, the migrations aside: those are applied to what is there. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const sources = globSync('world/*.ts', { cwd: import.meta.dirname }).sort()
  for (const file of sources) hash.update(readFileSync(join(import.meta.dirname, file)))
  return hash.digest('hex').slice(0, 12)
}
