import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EmbeddedStartError } from './embeddedErrors.ts'

/** As whom the PostgreSQL programs run, and where that one finds them and the data. */
export interface PostgresIdentity {
  /** Words before every PostgreSQL command. */
  prefix: string[]
  ids: { uid: number; gid: number } | Record<string, never>
  nativeDir: string
  dataDir: string
}

export type RootStrategy = 'namespace' | 'user'

/** Folders that another user can reach where root's own cannot be. */
const reachableFolder = '/var/tmp'
const namespacePrefix = ['unshare', '-U', '--map-user=1000', '--map-group=1000', '--']

/**
 * PostgreSQL refuses to run as root. There it runs as the owner of its data, if an ordinary user made them; else in a user
 * namespace in which root's id has another number (nothing else changes: same files, same pids); else, where the system
 * forbids those (containers mostly do), as another user.
 */
export function choosePostgresIdentity(nativeDir: string, dataDir: string, strategy?: RootStrategy): PostgresIdentity {
  const own = { prefix: [], ids: {}, nativeDir, dataDir }
  if (process.getuid?.() !== 0) return own
  const owner = statSync(dataDir, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) return asUser({ uid: owner.uid, gid: owner.gid }, nativeDir, dataDir)
  const canNamespace = () => spawnSync(namespacePrefix[0] as string, [...namespacePrefix.slice(1), 'true']).status === 0
  if (strategy === 'namespace' || (strategy === undefined && canNamespace())) return { ...own, prefix: namespacePrefix }
  return asUser(unprivilegedUser(), nativeDir, dataDir)
}

function asUser(ids: { uid: number; gid: number }, nativeDir: string, dataDir: string): PostgresIdentity {
  return { prefix: [], ids, nativeDir: reachableBinaries(nativeDir, ids), dataDir: reachableData(dataDir, ids) }
}

function unprivilegedUser(): { uid: number; gid: number } {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['kindling', 'postgres', 'nobody']) {
    const entry = entries.find((fields) => fields[0] === name)
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) }
  }
  throw new EmbeddedStartError(
    'PostgreSQL does not run as root and this system has none of the users kindling, postgres and nobody; create the user kindling, or set DATABASE_URL.',
  )
}

function canUse(ids: { uid: number; gid: number }, test: '-x' | '-r', path: string): boolean {
  return spawnSync('test', [test, path], { ...ids, cwd: '/' }).status === 0
}

/** The binaries where they are, or a copy of them that the user can read. */
function reachableBinaries(nativeDir: string, ids: { uid: number; gid: number }): string {
  if (canUse(ids, '-x', join(nativeDir, 'bin', 'postgres'))) return nativeDir
  const { size, mtimeMs } = statSync(join(nativeDir, 'bin', 'postgres'))
  const copy = join(reachableFolder, `kindling-postgres-${hash(`${nativeDir} ${size} ${mtimeMs}`)}`)
  // A folder of that name which is not root's is somebody's trap: /var/tmp is open to all.
  if (existsSync(copy) && lstatSync(copy).uid === 0 && lstatSync(copy).isDirectory()) return copy
  const unfinished = `${copy}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(nativeDir, unfinished, { recursive: true, verbatimSymlinks: true })
  chmodSync(unfinished, 0o755)
  rmSync(copy, { recursive: true, force: true })
  renameSync(unfinished, copy)
  return copy
}

/** The data folder where it is, or, below a folder closed to the user, a link from there to an open place. */
function reachableData(dataDir: string, ids: { uid: number; gid: number }): string {
  const parent = dirname(dataDir)
  mkdirSync(parent, { recursive: true })
  const isLink = lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  if (canUse(ids, '-x', parent) && !isLink) {
    // Made by root in a namespace, which this system forbids by now.
    if (statSync(dataDir, { throwIfNoEntry: false })?.uid === 0)
      spawnSync('chown', ['-R', `${ids.uid}:${ids.gid}`, dataDir])
    return dataDir
  }
  const elsewhere = join(reachableFolder, `kindling-data-${hash(dataDir)}`)
  const owned = join(elsewhere, basename(dataDir))
  if (!isLink) {
    if (existsSync(dataDir)) {
      throw new EmbeddedStartError(
        `PostgreSQL runs as another user when started by root, and that one cannot reach ${dataDir}; move the folder out of root's home, or set DATABASE_URL.`,
      )
    }
    // What lies there belongs to a data folder that has been deleted since.
    rmSync(elsewhere, { recursive: true, force: true })
    mkdirSync(elsewhere, { mode: 0o700 })
    chownSync(elsewhere, ids.uid, ids.gid)
    symlinkSync(owned, dataDir)
  }
  return owned
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
