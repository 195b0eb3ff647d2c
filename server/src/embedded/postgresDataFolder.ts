import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { startChildProcess } from './childProcess.ts'
import { DataFolderBrokenError, EmbeddedStartError } from './embeddedErrors.ts'
import type { PostgresIdentity } from './postgresIdentity.ts'

/** The superuser of the embedded cluster, and the name of its database. */
export const kindlingRole = 'kindling'

const majorVersion = '18'

/** LC_ALL: messages in English, whatever the user's language, because some are read. */
export const postgresEnv = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: 'C', TZ: 'UTC' })

/**
 * Whether the folder holds a cluster that this PostgreSQL can open, as far as its marker file tells.
 * @returns false for a folder which is empty or not there
 * @throws DataFolderBrokenError for one with anything else in it
 */
export function holdsCluster(dataDir: string): boolean {
  if (!existsSync(dataDir)) return false
  let names: string[]
  try {
    names = readdirSync(dataDir)
  } catch (error) {
    throw new DataFolderBrokenError(dataDir, 'is not a folder that can be read', error)
  }
  if (names.length === 0) return false
  if (!names.includes('PG_VERSION')) {
    throw new DataFolderBrokenError(dataDir, 'is not a PostgreSQL data folder (its file PG_VERSION is missing)')
  }
  const version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim()
  if (/^\d+$/.test(version) && version !== majorVersion) {
    throw new DataFolderBrokenError(
      dataDir,
      `was made by PostgreSQL ${version}, and this is PostgreSQL ${majorVersion}`,
    )
  }
  if (version !== majorVersion) {
    throw new DataFolderBrokenError(dataDir, 'is damaged (its file PG_VERSION holds no version)')
  }
  // PostgreSQL insists on it, and a copied folder has what the copier's umask gave it.
  chmodSync(dataDir, 0o700)
  return true
}

/** Makes the cluster beside its place and moves it there when it is whole: a killed start leaves no half of one. */
export async function initCluster(identity: PostgresIdentity, password: string, sync: boolean): Promise<void> {
  const { dataDir, ids, prefix, nativeDir } = identity
  const unfinished = `${dataDir}.new`
  const passwordFile = `${unfinished}.password`
  rmSync(unfinished, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (ids.uid !== undefined) {
    chownSync(unfinished, ids.uid, ids.gid)
    chownSync(passwordFile, ids.uid, ids.gid)
  }
  try {
    const initdb = await startChildProcess({
      command: join(nativeDir, 'bin', 'initdb'),
      args: [
        ...['-D', unfinished, '-U', kindlingRole, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8'],
        ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
        ...(sync ? [] : ['--no-sync']),
      ],
      prefix,
      ...ids,
      cwd: '/',
      env: postgresEnv(),
      stopSignal: 'SIGINT',
    })
    const ended = await initdb.exited
    if (ended !== 'code 0') {
      throw new EmbeddedStartError(
        `PostgreSQL's data folder ${dataDir} could not be made (${lastComplaint(initdb.output()) || ended}); see that there is room and leave to write, or set DATABASE_URL.`,
      )
    }
    renameSync(unfinished, dataDir)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

/** Gives the cluster a new password without knowing the old one; no server may run on it. */
export async function resetPassword(identity: PostgresIdentity, password: string): Promise<void> {
  const single = await startChildProcess({
    command: join(identity.nativeDir, 'bin', 'postgres'),
    args: ['--single', '-D', identity.dataDir, 'postgres'],
    input: `ALTER ROLE ${kindlingRole} PASSWORD '${password}'\n`,
    prefix: identity.prefix,
    ...identity.ids,
    cwd: '/',
    env: postgresEnv(),
    stopSignal: 'SIGINT',
  })
  const ended = await single.exited
  if (ended === 'code 0') return
  throw new DataFolderBrokenError(identity.dataDir, `cannot be opened (${lastComplaint(single.output()) || ended})`)
}

/** The last thing a PostgreSQL program complained of, else the first it said, without the time and the like in front. */
export function lastComplaint(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const complaint = lines.filter((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line)).at(-1)
  return complaint?.replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s*/, '') ?? lines[0]?.replace(/^postgres: /, '') ?? ''
}
