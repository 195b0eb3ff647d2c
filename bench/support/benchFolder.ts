import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../../server/src/embedded/processTable.ts'

/** What benchmarks keep: `.bench` at the repository's root, on the same disk as the product's data. Git ignores it. */
export const benchFolder = join(import.meta.dirname, '../../.bench')

/** A folder for this process alone; those of earlier ones that were killed are removed. */
export function createRunFolder(): string {
  mkdirSync(benchFolder, { recursive: true })
  for (const name of readdirSync(benchFolder)) {
    const pid = Number(/^run-(\d+)$/.exec(name)?.[1])
    if (pid > 0 && !isAlive(pid)) rmSync(join(benchFolder, name), { recursive: true, force: true })
  }
  const folder = join(benchFolder, `run-${process.pid}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}
