import { join } from 'node:path'
import { readConfig } from '../server/src/lib/config.ts'
import type { Benchmark } from './benchmarks.ts'
import { type BulkChain, openBulkChain } from './indexing/bulkChain.ts'
import { compareTables, readCheckedTables } from './indexing/checkTables.ts'
import type { IndexResult, IndexTask } from './indexing/IndexTask.ts'
import { benchFolder } from './support/benchFolder.ts'
import { serverCpuSeconds } from './support/cpuSeconds.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { measureInChild } from './support/measureInChild.ts'
import { median } from './support/median.ts'
import { type Cluster, openCluster } from './support/openCluster.ts'
import { openRabbitmq, type Rabbitmq } from './support/openRabbitmq.ts'
import { printTable } from './support/printTable.ts'
import { progress, progressDone } from './support/progress.ts'
import { UsageError } from './support/UsageError.ts'
import { wholeNumber } from './support/wholeNumber.ts'

/** CPU seconds of PostgreSQL, null where the system does not tell. */
type SideResult = IndexResult & { postgresCpuSeconds: number | null }

interface Run {
  ours: SideResult
  floor: SideResult
  ratio: number
}

type Side = 'ours' | 'floor'

const scripts: Record<Side, string> = {
  ours: join(import.meta.dirname, 'indexing/runPipeline.ts'),
  floor: join(import.meta.dirname, 'indexing/runFloor.ts'),
}

export const benchIndex: Benchmark = {
  summary: 'events/s from an empty database to the head, beside the floor',
  help: [
    'Usage: npm run bench -- index [--broker embedded|rabbitmq] [--json] [--runs N] [--fresh] [--profile]',
    '',
    'Indexes a chain of 500 campaigns and 50,000 donations with the product, and with the quickest script we know (the',
    'floor), in turn, into the same PostgreSQL. The first run makes the chain, which takes about a minute.',
    '',
    '  --broker    embedded (default): the product in one process; rabbitmq: producer and consumer as two processes, over',
    '              RABBITMQ_URL or, where that is not set, an instance started for it',
    '  --json      the last line is one object: events, seconds, events_per_s, floor_seconds, ratio_to_floor, runs',
    '  --runs N    how often each side runs; the medians count (3)',
    '  --fresh     make the chain again',
    '  --profile   write CPU profiles of both sides to .bench/profiles',
  ].join('\n'),
  options: {
    broker: { type: 'string' },
    json: { type: 'boolean' },
    runs: { type: 'string' },
    fresh: { type: 'boolean' },
    profile: { type: 'boolean' },
  },
  async run(options) {
    const count = wholeNumber('runs', options['runs'], 3)
    const broker = readBroker(options['broker'])
    const profileDir = options['profile'] === true ? join(benchFolder, 'profiles') : undefined
    const chain = await openBulkChain({ fresh: options['fresh'] === true })
    try {
      const cluster = await openCluster()
      const rabbitmq = broker === 'rabbitmq' ? await openRabbitmq() : undefined
      try {
        const runs: Run[] = []
        for (let n = 0; n < count; n++) {
          progress(`Run ${n + 1} of ${count}`)
          runs.push(await runBoth(cluster, chain, n, profileDir, rabbitmq))
        }
        const machine = await readMachine({ databaseUrl: cluster.adminUrl, anvilUrl: chain.rpcUrl })
        progressDone()
        print(chain, runs, `${machineLine(machine)}; broker ${broker}`, profileDir)
        if (options['json'] === true) console.log(JSON.stringify({ broker, ...figures(chain, runs), machine }))
      } finally {
        await rabbitmq?.close()
        await cluster.close()
      }
    } finally {
      await chain.stop()
    }
  },
}

function readBroker(value: unknown): 'embedded' | 'rabbitmq' {
  if (value === undefined || value === 'embedded') return 'embedded'
  if (value === 'rabbitmq') return 'rabbitmq'
  throw new UsageError(`--broker takes embedded or rabbitmq, not "${value}".`)
}

/** One run of each side; who begins alternates, so that neither always finds the machine as the other left it. */
async function runBoth(
  cluster: Cluster,
  chain: BulkChain,
  n: number,
  profileDir: string | undefined,
  rabbitmq: Rabbitmq | undefined,
): Promise<Run> {
  const order: Side[] = n % 2 === 0 ? ['ours', 'floor'] : ['floor', 'ours']
  const results: Partial<Record<Side, SideResult>> = {}
  const tables: Partial<Record<Side, Record<string, string[]>>> = {}
  for (const side of order) {
    const name = `bench_${side}_${n}`
    const databaseUrl = await cluster.createDatabase(name)
    const task: IndexTask = {
      databaseUrl,
      rabbitmqUrl: rabbitmq?.url,
      rpcUrl: chain.rpcUrl,
      chainId: chain.chainId,
      factoryAddress: chain.factoryAddress,
      head: chain.head,
      blockBatchSize: readConfig({}).blockBatchSize,
    }
    const cpuBefore = serverCpuSeconds(cluster.pid)
    const result = await measureInChild<IndexResult>(scripts[side], task, { profileDir })
    const cpuAfter = serverCpuSeconds(cluster.pid)
    results[side] = {
      ...result,
      postgresCpuSeconds: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
    }
    tables[side] = await readCheckedTables(databaseUrl, chain.raisedWei)
    await cluster.dropDatabase(name)
  }
  const { ours, floor } = results as Record<Side, SideResult>
  compareTables(tables.ours!, tables.floor!)
  return { ours, floor, ratio: ours.seconds / floor.seconds }
}

function figures(chain: BulkChain, runs: Run[]) {
  const seconds = median(runs.map(({ ours }) => ours.seconds))
  return {
    events: chain.events,
    seconds: rounded(seconds, 3),
    events_per_s: Math.round(chain.events / seconds),
    floor_seconds: rounded(median(runs.map(({ floor }) => floor.seconds)), 3),
    // Of each pair, then the median: the two of a pair met the same load of the machine.
    ratio_to_floor: rounded(median(runs.map(({ ratio }) => ratio)), 3),
    cpu_seconds: rounded(median(runs.map(({ ours }) => cpuSeconds(ours))), 2),
    floor_cpu_seconds: rounded(median(runs.map(({ floor }) => cpuSeconds(floor))), 2),
    cpu_ratio_to_floor: rounded(median(runs.map(({ ours, floor }) => cpuSeconds(ours) / cpuSeconds(floor))), 3),
    runs: runs.map(({ ours, floor, ratio }) => ({
      seconds: rounded(ours.seconds, 3),
      floor_seconds: rounded(floor.seconds, 3),
      ratio_to_floor: rounded(ratio, 3),
      cpu_ratio_to_floor: rounded(cpuSeconds(ours) / cpuSeconds(floor), 3),
      phases: roundedAll(ours.phases),
      floor_phases: roundedAll(floor.phases),
    })),
  }
}

/** Node's and PostgreSQL's; anvil's is the same for both sides. */
const cpuSeconds = (side: SideResult): number => side.nodeCpuSeconds + (side.postgresCpuSeconds ?? 0)

function print(chain: BulkChain, runs: Run[], machine: string, profileDir: string | undefined): void {
  const result = figures(chain, runs)
  console.log(
    `${thousands(chain.events)} events in ${thousands(chain.head.number + 1)} blocks, from an empty database to the head`,
  )
  console.log(`${machine}\n`)
  const sides: { name: string; of: (run: Run) => SideResult }[] = [
    { name: 'Kindling (its phases overlap)', of: (run) => run.ours },
    { name: 'floor', of: (run) => run.floor },
  ]
  const headings = runs.map((_, n) => `run ${n + 1}`)
  for (const { name, of } of sides) {
    const row = (label: string, value: (side: SideResult) => number) => {
      const values = runs.map((run) => value(of(run)))
      return [label, ...[...values, median(values)].map((each) => each.toFixed(2))]
    }
    const phases = Object.keys(of(runs[0]!).phases)
    printTable(
      [`${name}, seconds`, ...headings, 'median'],
      [
        ...phases.map((phase) => row(`  ${phase}`, (side) => side.phases[phase] ?? 0)),
        row('from start to head', (side) => side.seconds),
        row('  CPU: Node', (side) => side.nodeCpuSeconds),
        ...(runs[0]!.ours.postgresCpuSeconds === null
          ? []
          : [row('  CPU: PostgreSQL', (side) => side.postgresCpuSeconds ?? 0)]),
      ],
    )
    console.log()
  }
  console.log(`events/s        ${thousands(result.events_per_s)}`)
  console.log(
    `ratio to floor  ${result.ratio_to_floor.toFixed(2)} (${result.runs.map((run) => run.ratio_to_floor.toFixed(2)).join(', ')})`,
  )
  console.log(
    `of CPU time     ${result.cpu_ratio_to_floor.toFixed(2)} (${result.runs.map((run) => run.cpu_ratio_to_floor.toFixed(2)).join(', ')})`,
  )
  if (profileDir !== undefined) console.log(`profiles        ${profileDir}`)
}

const thousands = (value: number): string => value.toLocaleString('en-US')

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

const roundedAll = (values: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value, 3)]))
