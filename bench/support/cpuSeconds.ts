import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts CPU time in hundredths of a second, whatever the kernel's own clock (USER_HZ, proc(5)). */
const TICKS_PER_SECOND = 100

/**
 * CPU seconds that a server and its children have used so far, those that have ended included; null where the system
 * does not tell. Other programs on the machine lengthen the wall clock's seconds, but hardly these.
 */
export function serverCpuSeconds(pid: number): number | null {
  if (process.platform !== 'linux') return null
  for (;;) {
    const ended = endedTicks(pid)
    const ticks = ownTicks(pid) + ended
    // Who ended meanwhile may be in neither of the two.
    if (endedTicks(pid) === ended) return ticks / TICKS_PER_SECOND
  }
}

/** Of the server itself and its children that are there. */
function ownTicks(pid: number): number {
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const fields = stat(name)
    if (Number(name) === pid || Number(fields?.[1]) === pid)
      ticks += Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0)
  }
  return ticks
}

/** Of its children that have ended; 0 where the server has. */
function endedTicks(pid: number): number {
  const fields = stat(String(pid))
  return Number(fields?.[13] ?? 0) + Number(fields?.[14] ?? 0)
}

/**
 * The fields of /proc/PID/stat from the third on, as the second, the name, may hold spaces and brackets: at 1 the parent, at 11 and
 * 12 its own time in user and kernel mode, at 13 and 14 that of its ended children (4 and 14 to 17 of proc(5)).
 */
function stat(pid: string): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    // It has ended since.
    return undefined
  }
}
