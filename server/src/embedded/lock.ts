import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DataFolderInUseError, DataFolderUnusableError } from './embeddedErrors.ts'
import { isAlive, startedAt } from './processTable.ts'

export interface DataFolderLock {
  release(): void
}

interface Holder {
  pid: number
  /** A process number is given again after a while; with the time of its start it is unique. */
  startedAt: string
}

const attempts = 10

/**
 * Takes the data folder for this process, making it if it is missing. The lock of a process that is gone is taken over.
 * @throws DataFolderInUseError naming the process that has it
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const path = resolve(folder)
  const lockFile = join(path, 'lock')
  const own: Holder = { pid: process.pid, startedAt: startedAt(process.pid) }
  makeFolder(path)
  const prepared = `${lockFile}.${process.pid}`
  writeFileSync(prepared, JSON.stringify(own))
  try {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      // link() fails if the name exists, and what it names is complete at once: nobody reads half a lock.
      if (tryLink(prepared, lockFile)) return { release: () => release(lockFile, own) }
      const holder = readHolder(lockFile)
      if (holder !== undefined && isHeldBy(holder)) throw new DataFolderInUseError(path, holder.pid)
      removeStale(lockFile, holder)
    }
  } finally {
    rmSync(prepared, { force: true })
  }
  throw new Error(`the lock ${lockFile} could not be taken in ${attempts} attempts`)
}

function makeFolder(path: string): void {
  try {
    // One by one: Node's recursive mkdir never returns where nothing can be made, as in /proc.
    const missing: string[] = []
    for (let folder = path; !existsSync(folder); folder = dirname(folder)) missing.unshift(folder)
    for (const folder of missing) mkdirSync(folder)
    accessSync(path, constants.W_OK)
    if (!statSync(path).isDirectory()) throw new Error('it is a file')
  } catch (error) {
    throw new DataFolderUnusableError(path, error)
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(lockFile: string): Holder | undefined {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(lockFile, 'utf8')) as Partial<Holder>
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined
  } catch {
    // Gone meanwhile, or damaged: nobody that lives holds it.
    return undefined
  }
}

function isHeldBy({ pid, startedAt: since }: Holder): boolean {
  return isAlive(pid) && startedAt(pid) === since
}

/** Removes the stale lock, and not one that another process put in its place meanwhile. */
function removeStale(lockFile: string, stale: Holder | undefined): void {
  const aside = `${lockFile}.stale.${process.pid}`
  try {
    renameSync(lockFile, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  const isAnother = moved !== undefined && (moved.pid !== stale?.pid || moved.startedAt !== stale.startedAt)
  if (isAnother && isHeldBy(moved)) tryLink(aside, lockFile)
  rmSync(aside, { force: true })
}

function release(lockFile: string, own: Holder): void {
  const holder = readHolder(lockFile)
  if (holder?.pid === own.pid && holder.startedAt === own.startedAt) rmSync(lockFile, { force: true })
}
