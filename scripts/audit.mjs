// Asks the registry about known vulnerabilities of what production runs. High and critical ones fail; a registry that does not
// answer, or does not know the question, is said and passes: a build must not depend on it.
import { spawnSync } from 'node:child_process'

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000 })
let report
try {
  report = JSON.parse(stdout)
} catch {
  report = null
}
const counts = report?.metadata?.vulnerabilities
if (!counts) {
  const why = report?.message ?? report?.error?.summary ?? stderr?.trim().split('\n')[0] ?? ''
  console.log(`Dependency audit: not done, the registry does not answer it (${why || 'no answer'}).`)
  process.exit(0)
}
const grave = counts.high + counts.critical
console.log(
  `Dependency audit: ${counts.total} known vulnerabilities in what production runs, ${grave} of them high or critical.`,
)
for (const { name, severity, range } of Object.values(report.vulnerabilities ?? {}))
  console.log(`  ${severity}: ${name} ${range}`)
process.exit(grave > 0 ? 1 : 0)
