import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DataFolderInUseError } from './embeddedErrors.ts'
import { commandLine, isAlive, parentPid } from './processTable.ts'

/**
 * Ends what an earlier, killed run left at work in the data folder, and removes a `postmaster.pid` whose number
 * belongs to another program now, or to a dead process that its parent did not collect: PostgreSQL would take either for a running
 * server and refuse to start.
 * @param ownerPid the process that started the server last, if that is known
 * @throws DataFolderInUseError if that process lives and the server is its child: then it is no stray
 */
export async function stopStrayPostgres(dataDir: string, ownerPid: number | undefined): Promise<void> {
  if (!existsSync(dataDir)) return
  const pidFile = join(dataDir, 'postmaster.pid')
  const recorded = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0
  if (recorded > 0 && isPostgresOf(recorded, dataDir)) {
    if (ownerPid !== undefined && isAlive(ownerPid) && parentPid(recorded) === ownerPid) {
      throw new DataFolderInUseError(dataDir, ownerPid)
    }
    // Fast shutdown, then an immediate one, then by force: each leaves data that the next start recovers.
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      if (await ends(recorded, signal)) break
    }
  }
  // Backends outlive a postmaster killed by force until they notice; a new server must not share the files with them.
  for (const pid of processesIn(dataDir)) await ends(pid, 'SIGKILL')
  if (recorded > 0 && hasNumber(recorded)) rmSync(pidFile, { force: true })
}

async function ends(pid: number, signal: NodeJS.Signals): Promise<boolean> {
  try {
    process.kill(pid, signal)
  } catch {
    return true
  }
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 20) {
    if (!isAlive(pid)) return true
    await delay(20)
  }
  return false
}

/** What PostgreSQL asks, who cannot tell a zombie from a server. */
function hasNumber(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgresOf(pid: number, dataDir: string): boolean {
  const words = commandLine(pid)
  return words.includes('postgres') && (words.includes(dataDir) || words.includes(realpathSync(dataDir)))
}

/** Every process of a cluster has its data folder as working directory. */
function processesIn(dataDir: string): number[] {
  if (process.platform !== 'linux') return []
  const folder = realpathSync(dataDir)
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return pid > 0 && readlinkSync(`/proc/${pid}/cwd`) === folder && commandLine(pid).includes('postgres')
      } catch {
        return false
      }
    })
}
