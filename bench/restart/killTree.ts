import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, parentPid } from '../../server/src/embedded/processTable.ts'

/** SIGKILL for these processes and all that descend from them (PostgreSQL, the chain), none of which can say goodbye. Linux. */
export async function killTree(roots: number[]): Promise<void> {
  const all = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
  const doomed = new Set(roots)
  for (let grown = true; grown; ) {
    grown = false
    for (const pid of all) {
      if (doomed.has(pid) || !doomed.has(parentPid(pid) ?? 0)) continue
      doomed.add(pid)
      grown = true
    }
  }
  for (const pid of doomed) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended with its parent.
    }
  }
  while ([...doomed].some(isAlive)) await sleep(5)
}
