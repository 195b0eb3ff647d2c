// Fails when the desk loads more script than was agreed.
import { join } from 'node:path'
import { BUDGET_BYTES, readScripts } from './readScripts.ts'

let total = 0
for (const { file, gzipBytes } of readScripts(join(import.meta.dirname, '../dist'))) {
  total += gzipBytes
  process.stdout.write(`${String(gzipBytes).padStart(8)}  ${file}\n`)
}
process.stdout.write(`${String(total).padStart(8)}  script of the desk, gzip (budget ${BUDGET_BYTES})\n`)
if (total > BUDGET_BYTES) {
  process.stderr.write(`The desk loads ${total} bytes of script, ${total - BUDGET_BYTES} too many.\n`)
  process.exitCode = 1
}
