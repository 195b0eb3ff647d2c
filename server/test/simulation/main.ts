import { parseArgs } from 'node:util'
import { createLogger, type LogLevel } from '../../src/lib/logger.ts'
import { createTestDatabase } from '../support/createTestDatabase.ts'
import { findRabbitmqServer, startPrivateRabbitmq } from '../support/privateRabbitmq.ts'
import { openTestCluster } from '../support/testCluster.ts'
import { type SimulationResult, simulate } from './simulate.ts'
import { simulateDistributed } from './simulateDistributed.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '60' },
    distributed: { type: 'boolean', default: false },
    log: { type: 'string', default: 'silent' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) {
  console.log(`npm run sim -- [--distributed] [--seed N] [--seeds K] [--steps M] [--log LEVEL]

Runs seeded histories (creates, donations, withdrawals, refunds, reorgs) on a real chain while the indexer is killed, starved and
lied to, then compares every table with a fresh index of the final chain and with the contracts' own state.

  --distributed  producer and consumers as processes over a RabbitMQ of its own (needs an installed rabbitmq-server), with the
                 broker killed and wiped and the database restarted as well
  --seed N       the first seed (1)
  --seeds K      how many seeds, one after the other (1)
  --steps M      acts per history (60)
  --log LEVEL    the pipeline's own log (silent); with --distributed anything else shows what the processes write`)
  process.exit(0)
}
if (values.distributed && findRabbitmqServer() === null) {
  console.error('There is no rabbitmq-server here: install it, or name its script in RABBITMQ_SERVER.')
  process.exit(2)
}

const cluster = await openTestCluster()
const rabbitmq = values.distributed ? await startPrivateRabbitmq() : undefined
const createDatabase = () => createTestDatabase(cluster)
const steps = Number(values.steps)

function run(seed: number): Promise<SimulationResult> {
  if (!rabbitmq)
    return simulate({ seed, steps, createDatabase, logger: createLogger({ level: values.log as LogLevel }) })
  return simulateDistributed({
    seed,
    steps,
    rabbitmq,
    createDatabase,
    restartDatabase: () => cluster.restart(),
    ...(values.log === 'silent' ? {} : { onOutput: (name, text) => process.stderr.write(`${name}: ${text}`) }),
  })
}

const first = Number(values.seed)
const totals: Record<string, number> = {}
let wrong = 0
const startedMs = Date.now()
for (let seed = first; seed < first + Number(values.seeds); seed++) {
  const seedStartedMs = Date.now()
  const result = await run(seed).catch((error: unknown) => {
    console.log(`seed ${seed}: FAILED, ${String(error)}`)
    wrong++
    return undefined
  })
  if (!result) continue
  const seconds = ((Date.now() - seedStartedMs) / 1000).toFixed(1)
  console.log(
    `seed ${seed}: ${result.differences.length === 0 ? 'equal' : 'DIFFERENT'}, ${result.partitions} lanes, ${result.rows} rows, ${result.removedEvents} events removed, ${seconds} s`,
  )
  for (const [name, count] of Object.entries(result.counts)) totals[name] = (totals[name] ?? 0) + count
  for (const difference of result.differences) console.log(`  ${difference}`)
  if (result.differences.length > 0) wrong++
}
console.log(totals)
console.log(`${values.seeds} seeds, ${wrong} wrong, ${((Date.now() - startedMs) / 1000).toFixed(0)} s`)
await rabbitmq?.stop()
await cluster.close()
process.exit(wrong === 0 ? 0 : 1)
