import { parseArgs } from 'node:util'
import { createLogger, type LogLevel } from '../../src/lib/logger.ts'
import { createTestDatabase } from '../support/createTestDatabase.ts'
import { openTestCluster } from '../support/testCluster.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '60' },
    log: { type: 'string', default: 'silent' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) {
  console.log(`npm run sim -- [--seed N] [--seeds K] [--steps M] [--log LEVEL]

Runs seeded histories (creates, donations, withdrawals, refunds, reorgs) on a real chain while the indexer is killed, starved and
lied to, then compares every table with a fresh index of the final chain and with the contracts' own state.

  --seed N     the first seed (1)
  --seeds K    how many seeds, one after the other (1)
  --steps M    acts per history (60)
  --log LEVEL  the pipeline's own log (silent)`)
  process.exit(0)
}

const cluster = await openTestCluster()
const first = Number(values.seed)
let wrong = 0
const startedMs = Date.now()
for (let seed = first; seed < first + Number(values.seeds); seed++) {
  const seedStartedMs = Date.now()
  const logger = createLogger({ level: values.log as LogLevel })
  const result = await simulate({
    seed,
    steps: Number(values.steps),
    createDatabase: () => createTestDatabase(cluster),
    logger,
  })
  const seconds = ((Date.now() - seedStartedMs) / 1000).toFixed(1)
  console.log(
    `seed ${seed}: ${result.differences.length === 0 ? 'equal' : 'DIFFERENT'}, ${result.partitions} lanes, ${result.rows} rows, ${result.removedEvents} events removed, ${seconds} s`,
  )
  if (Number(values.seeds) === 1) console.log(result.counts)
  for (const difference of result.differences) console.log(`  ${difference}`)
  if (result.differences.length > 0) wrong++
}
console.log(`${values.seeds} seeds, ${wrong} wrong, ${((Date.now() - startedMs) / 1000).toFixed(0)} s`)
await cluster.close()
process.exit(wrong === 0 ? 0 : 1)
