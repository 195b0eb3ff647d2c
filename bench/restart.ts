import { setTimeout as sleep } from 'node:timers/promises'
import type { Benchmark } from './benchmarks.ts'
import { startProcesses } from './live/startProcesses.ts'
import { type DemoDeployment, distributedDeployment, embeddedDeployment } from './restart/demoDeployment.ts'
import { killTree } from './restart/killTree.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { median } from './support/median.ts'
import { openCluster } from './support/openCluster.ts'
import { openRabbitmq } from './support/openRabbitmq.ts'
import { printTable } from './support/printTable.ts'
import { progress, progressDone } from './support/progress.ts'
import { UsageError } from './support/UsageError.ts'
import { wholeNumber } from './support/wholeNumber.ts'

interface Figures {
  broker: 'embedded' | 'rabbitmq'
  /** Of each restart, until ready and caught up. */
  seconds: number[]
}

/** The first start of the embedded deployment draws pictures and mines the demo. */
const READY_WITHIN_MS = 300_000

export const benchRestart: Benchmark = {
  summary: 'seconds from a start after SIGKILL of everything to ready and caught up',
  help: [
    'Usage: npm run bench -- restart [--broker embedded|rabbitmq] [--runs N] [--json]',
    '',
    'Runs a deployment on the chain of the demo, ends everything of it with SIGKILL, starts it again, and waits until',
    '/health/ready says so and the tables are at the head. Linux.',
    '',
    '  --broker   embedded: "kindling start" with its PostgreSQL and its chain, all of which are killed; rabbitmq: producer,',
    '             consumer, worker and API as processes, with a campaign created while they are down (both)',
    '  --runs N   restarts of each (5)',
    '  --json     the last line is one object: results of broker, median_seconds, longest_seconds',
  ].join('\n'),
  options: { broker: { type: 'string' }, runs: { type: 'string' }, json: { type: 'boolean' } },
  async run(options) {
    const runs = wholeNumber('runs', options['runs'], 5)
    const brokers = (['embedded', 'rabbitmq'] as const).filter((name) => (options['broker'] ?? name) === name)
    if (brokers.length === 0) throw new UsageError('--broker takes embedded or rabbitmq.')
    const cluster = await openCluster()
    const rabbitmq = brokers.includes('rabbitmq') ? await openRabbitmq() : undefined
    try {
      const results: Figures[] = []
      for (const broker of brokers) {
        progress(`Mining the demo for ${broker}`)
        const deployment =
          broker === 'rabbitmq' ? await distributedDeployment(cluster, rabbitmq!.url) : await embeddedDeployment()
        try {
          results.push({ broker, seconds: await measureRestarts(deployment, runs, broker) })
        } finally {
          await deployment.close()
        }
      }
      const machine = await readMachine({ databaseUrl: cluster.adminUrl })
      progressDone()
      print(results, machineLine(machine))
      if (options['json'] === true) console.log(JSON.stringify({ results: results.map(figures), machine }))
    } finally {
      await rabbitmq?.close()
      await cluster.close()
    }
  },
}

async function measureRestarts(deployment: DemoDeployment, runs: number, name: string): Promise<number[]> {
  const { commands, env } = deployment
  let processes = startProcesses(commands, env)
  const seconds: number[] = []
  try {
    await Promise.race([caughtUp(deployment, null, Date.now()), processes.failed])
    for (let run = 1; run <= runs; run++) {
      progress(`${name}: restart ${run} of ${runs}`)
      await processes.killWith(killTree)
      const head = await deployment.meanwhile()
      const startedMs = Date.now()
      processes = startProcesses(commands, env)
      await Promise.race([caughtUp(deployment, head, startedMs), processes.failed])
      seconds.push((Date.now() - startedMs) / 1000)
    }
    return seconds
  } finally {
    await processes.stop()
  }
}

/** Ready, and the tables at the head, by what was written since the start. */
async function caughtUp({ url }: DemoDeployment, head: number | null, startedMs: number): Promise<void> {
  for (;;) {
    if (Date.now() - startedMs > READY_WITHIN_MS) throw new Error(`Not ready after ${READY_WITHIN_MS / 1000} s.`)
    const ready = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (ready?.ok && (await isAtHead(url, head, startedMs))) return
    await sleep(20)
  }
}

async function isAtHead(url: string, head: number | null, startedMs: number): Promise<boolean> {
  const chains = (await (await fetch(`${url}/api/v1/chains/`)).json()) as { chain_id: number }[]
  if (chains[0] === undefined) return false
  const response = await fetch(`${url}/api/v1/chains/${chains[0].chain_id}/sync-state/`)
  const state = (await response.json()) as { last_block: number; chain_head: number; updated_at: string }
  const seen = new Date(state.updated_at).getTime() > startedMs
  return seen && state.last_block >= state.chain_head && state.last_block >= (head ?? 0)
}

function figures({ broker, seconds }: Figures) {
  const rounded = (value: number) => Number(value.toFixed(2))
  return { broker, median_seconds: rounded(median(seconds)), longest_seconds: rounded(Math.max(...seconds)) }
}

function print(results: Figures[], machine: string): void {
  console.log('From a start after SIGKILL of everything to ready and caught up, on the demo’s chain')
  console.log(`${machine}\n`)
  printTable(
    ['deployment', 'median s', 'longest s', 'restarts'],
    results.map((each) => {
      const { median_seconds, longest_seconds } = figures(each)
      const name = each.broker === 'embedded' ? 'one process, all embedded' : 'four processes over RabbitMQ'
      return [name, median_seconds.toFixed(2), longest_seconds.toFixed(2), String(each.seconds.length)]
    }),
  )
}
