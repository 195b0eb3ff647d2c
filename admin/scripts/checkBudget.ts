// Fails when the desk loads more script than was agreed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** react-admin with its component library is 326 KB of it. */
const BUDGET_BYTES = 380_000

const dist = join(import.meta.dirname, '../dist')
let total = 0
for (const file of readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'))) {
  const bytes = gzipSync(readFileSync(join(dist, 'assets', file)), { level: 9 }).length
  total += bytes
  process.stdout.write(`${String(bytes).padStart(8)}  ${file}\n`)
}
process.stdout.write(`${String(total).padStart(8)}  script of the desk, gzip (budget ${BUDGET_BYTES})\n`)
if (total > BUDGET_BYTES) {
  process.stderr.write(`The desk loads ${total} bytes of script, ${total - BUDGET_BYTES} too many.\n`)
  process.exitCode = 1
}
