import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startChildProcess } from '../../src/embedded/childProcess.ts'
import { freePort } from '../../src/embedded/freePort.ts'
import { choosePostgresIdentity } from '../../src/embedded/postgresIdentity.ts'
import { waitFor } from './waitFor.ts'

/** A PostgreSQL as the system's packages bring it, with its pg_dump: not the embedded one. */
export interface PrivatePostgres {
  /** Of the database with this name on it. */
  urlOf(database: string): string
  /** Of the folder that holds psql, pg_dump and pg_restore. */
  bin: string
  stop(): Promise<void>
}

const DEBIAN = '/usr/lib/postgresql'

/** The newest installed PostgreSQL of Debian or Ubuntu, or null. */
export function findSystemPostgres(): string | null {
  if (!existsSync(DEBIAN)) return null
  const versions = readdirSync(DEBIAN)
    .filter((version) =>
      ['initdb', 'postgres', 'pg_dump'].every((name) => existsSync(join(DEBIAN, version, 'bin', name))),
    )
    .sort((a, b) => Number(b) - Number(a))
  return versions[0] === undefined ? null : join(DEBIAN, versions[0])
}

export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  const root = findSystemPostgres()
  if (root === null) throw new Error(`There is no PostgreSQL server under ${DEBIAN}: install the package postgresql.`)
  const folder = join(
    existsSync('/dev/shm') ? '/dev/shm' : tmpdir(),
    `kindling-test-${process.pid}-${randomBytes(3).toString('hex')}`,
  )
  mkdirSync(folder, { mode: 0o755 })
  const { prefix, ids, nativeDir, dataDir } = choosePostgresIdentity(root, join(folder, 'system-postgres'))
  const run = (name: string, args: string[]) =>
    startChildProcess({
      command: join(nativeDir, 'bin', name),
      args,
      prefix,
      ...ids,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      stopSignal: 'SIGINT',
    })
  const initdb = await run('initdb', ['-D', dataDir, '-U', 'kindling', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  if ((await initdb.exited) !== 'code 0') throw new Error(`initdb: ${initdb.output()}`)
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 200,
  }
  const server = await run('postgres', [
    '-D',
    dataDir,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const urlOf = (database: string) => `postgres://kindling:unused@127.0.0.1:${port}/${database}`
  await waitFor('the system PostgreSQL answers', () => answers(urlOf('postgres')))
  return {
    urlOf,
    bin: join(root, 'bin'),
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
