import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts CPU time in hundredths of a second, whatever the kernel's own clock (USER_HZ, proc(5)). */
const TICKS_PER_SECOND = 100

/**
 * CPU seconds that a server and its children have used so far, those that have ended included; null where the system
 * does not tell. Other programs on the machine lengthen the wall clock's seconds, but hardly these.
 */
export function serverCpuSeconds(pid: number): number | null {
  if (process.platform !== 'linux') return null
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const fields = stat(name)
    if (fields === undefined) continue
    const [, parent] = fields
    // Fields 14 to 17 of proc(5): its own time in user and kernel mode, and that of its ended children.
    const times = fields.slice(11, 15).map(Number) as [number, number, number, number]
    if (Number(name) === pid) ticks += times[0] + times[1] + times[2] + times[3]
    else if (Number(parent) === pid) ticks += times[0] + times[1]
  }
  return ticks / TICKS_PER_SECOND
}

/** The fields of /proc/PID/stat from the third on: the second, the name, may hold spaces and brackets. */
function stat(pid: string): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    // It has ended since.
    return undefined
  }
}
