import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process of this number runs; a zombie, dead but not yet collected by its parent, does not. */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') {
    const state = stat(pid)?.[0]
    return state !== undefined && state !== 'Z' && state !== 'X'
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The command of a process with its arguments, words parted by spaces; empty if there is no such process. */
export function commandLine(pid: number): string {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? ''
  return ps(pid, 'command')
}

export function parentPid(pid: number): number | undefined {
  const parent = Number(process.platform === 'linux' ? stat(pid)?.[1] : ps(pid, 'ppid'))
  return parent > 0 ? parent : undefined
}

/** What tells a process from a later one of the same number: when it started, in the system's own unit. */
export function startedAt(pid: number): string {
  return process.platform === 'linux' ? (stat(pid)?.[19] ?? '') : ps(pid, 'lstart')
}

/** The fields of /proc/PID/stat from the third, the state, on: the second, the name, may hold spaces and brackets. */
function stat(pid: number): string[] | undefined {
  const line = read(`/proc/${pid}/stat`)
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function ps(pid: number, column: string): string {
  if (process.platform === 'win32') return ''
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
