import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What the desk's script may weigh, gzip. react-admin with its component library is 326 KB of it. */
export const BUDGET_BYTES = 380_000

/** The built desk's scripts, each with its size as gzip. */
export function readScripts(dist: string): { file: string; gzipBytes: number }[] {
  const assets = join(dist, 'assets')
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((file) => ({ file, gzipBytes: gzipSync(readFileSync(join(assets, file)), { level: 9 }).length }))
}
