import { parseArgs } from 'node:util'
import { createLogger, type LogLevel } from '../../src/lib/logger.ts'
import { createTestDatabase } from '../support/createTestDatabase.ts'
import { findRabbitmqServer } from '../support/privateRabbitmq.ts'
import { openTestCluster } from '../support/testCluster.ts'
import { openGround } from './openGround.ts'
import { type SimulationResult, simulate } from './simulate.ts'
import { simulateDistributed } from './simulateDistributed.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '60' },
    jobs: { type: 'string', default: '1' },
    distributed: { type: 'boolean', default: false },
    log: { type: 'string', default: 'silent' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) {
  console.log(`npm run sim -- [--distributed] [--seed N] [--seeds K] [--steps M] [--jobs J] [--log LEVEL]

Runs seeded histories (creates, donations, withdrawals, refunds, reorgs) on a real chain while the indexer is killed, starved and
lied to, then compares every table with a fresh index of the final chain and with the contracts' own state.

  --distributed  producer and consumers as processes over a RabbitMQ of its own (needs an installed rabbitmq-server), with the
                 broker killed and wiped and the database restarted as well
  --seed N       the first seed (1)
  --seeds K      how many seeds (1)
  --steps M      acts per history (60)
  --jobs J       so many histories at once (1); distributed ones share the broker and the database, and what befalls them
  --log LEVEL    the pipeline's own log (silent); with --distributed anything else shows what the processes write`)
  process.exit(0)
}
if (values.distributed && findRabbitmqServer() === null) {
  console.error('There is no rabbitmq-server here: install it, or name its script in RABBITMQ_SERVER.')
  process.exit(2)
}

const steps = Number(values.steps)

/** What all histories of this run stand on, and how one is run there. */
async function open(): Promise<{ run(seed: number): Promise<SimulationResult>; close(): Promise<void> }> {
  if (!values.distributed) {
    const cluster = await openTestCluster()
    // Left alone, each history keeps a log of its own and shows it when it fails.
    const logger = values.log === 'silent' ? {} : { logger: createLogger({ level: values.log as LogLevel }) }
    return {
      run: (seed) => simulate({ seed, steps, createDatabase: () => createTestDatabase(cluster), ...logger }),
      close: () => cluster.close(),
    }
  }
  const ground = await openGround()
  const show = values.log !== 'silent'
  return {
    run: (seed) =>
      simulateDistributed({
        seed,
        steps,
        ground,
        ...(show ? { onOutput: (name, text) => process.stderr.write(`seed ${seed}, ${name}: ${text}`) } : {}),
      }),
    close: () => ground.close(),
  }
}

const { run, close } = await open()
const first = Number(values.seed)
const waiting = Array.from({ length: Number(values.seeds) }, (_, index) => first + index)
const totals: Record<string, number> = {}
let wrong = 0
const startedMs = Date.now()

async function runSeed(seed: number): Promise<void> {
  const seedStartedMs = Date.now()
  const seconds = () => ((Date.now() - seedStartedMs) / 1000).toFixed(1)
  const result = await run(seed).catch((error: unknown) => {
    console.log(
      `seed ${seed}: FAILED after ${seconds()} s, ${(error instanceof Error && error.stack) || String(error)}`,
    )
    wrong++
    return undefined
  })
  if (!result) return
  const equal = result.differences.length === 0
  console.log(
    `seed ${seed}: ${equal ? 'equal' : 'DIFFERENT'}, ${result.partitions} lanes, ${result.rows} rows, ${result.removedEvents} events removed, ${seconds()} s`,
  )
  for (const [name, count] of Object.entries(result.counts)) totals[name] = (totals[name] ?? 0) + count
  for (const difference of result.differences) console.log(`  ${difference}`)
  if (!equal) wrong++
}

async function worker(): Promise<void> {
  for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) await runSeed(seed)
}

await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, worker))
console.log(totals)
console.log(`${values.seeds} seeds, ${wrong} wrong, ${((Date.now() - startedMs) / 1000).toFixed(0)} s`)
await close()
process.exit(wrong === 0 ? 0 : 1)
