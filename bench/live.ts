import { createTestChain } from '../server/test/support/createTestChain.ts'
import type { Benchmark } from './benchmarks.ts'
import { type LiveSetting, measureLive } from './live/measureLive.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { openCluster } from './support/openCluster.ts'
import { openRabbitmq } from './support/openRabbitmq.ts'
import { printTable } from './support/printTable.ts'
import { progress, progressDone } from './support/progress.ts'
import { UsageError } from './support/UsageError.ts'
import { wholeNumber } from './support/wholeNumber.ts'

interface Figures extends LiveSetting {
  blocks: number
  p50_ms: number
  p95_ms: number
  p99_ms: number
  max_ms: number
}

const SETTINGS: LiveSetting[] = [
  { broker: 'embedded', heads: 'poll' },
  { broker: 'embedded', heads: 'ws' },
  { broker: 'rabbitmq', heads: 'poll' },
  { broker: 'rabbitmq', heads: 'ws' },
]

export const benchLive: Benchmark = {
  summary: 'milliseconds from a block being mined to its rows being visible',
  help: [
    'Usage: npm run bench -- live [--broker embedded|rabbitmq] [--heads poll|ws] [--blocks N] [--json]',
    '',
    'Mines blocks with a donation each at random moments, and looks for the donation in the tables, with the product running as',
    'processes of its own: "kindling start" with the embedded broker, producer and consumer with RabbitMQ.',
    '',
    '  --broker    only this one (both); RABBITMQ_URL, or an instance started for it',
    '  --heads     poll: POLL_INTERVAL_SECONDS=0.1; ws: RPC_WS_URL (both)',
    '  --blocks N  counted blocks for each (200)',
    '  --json      the last line is one object: results of broker, heads, blocks, p50_ms, p95_ms, p99_ms, max_ms',
  ].join('\n'),
  options: {
    broker: { type: 'string' },
    heads: { type: 'string' },
    blocks: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(options) {
    const settings = SETTINGS.filter(
      ({ broker, heads }) => (options['broker'] ?? broker) === broker && (options['heads'] ?? heads) === heads,
    )
    if (settings.length === 0) throw new UsageError('--broker takes embedded or rabbitmq, --heads takes poll or ws.')
    const blocks = wholeNumber('blocks', options['blocks'], 200)
    const cluster = await openCluster()
    const rabbitmq = settings.some(({ broker }) => broker === 'rabbitmq') ? await openRabbitmq() : undefined
    try {
      const results: Figures[] = []
      for (const [n, setting] of settings.entries()) {
        // A chain of its own: queues of the settings before are none of its business.
        const chain = await createTestChain({ chainId: 40_000 + n })
        try {
          const name = `bench_live_${n}`
          const delays = await measureLive({
            ...setting,
            chain,
            databaseUrl: await cluster.createDatabase(name),
            rabbitmqUrl: setting.broker === 'rabbitmq' ? rabbitmq?.url : undefined,
            blocks,
            onBlock: (done) => done % 20 === 0 && progress(`${setting.broker}, ${setting.heads}: ${done} of ${blocks}`),
          })
          results.push({ ...setting, blocks, ...percentiles(delays) })
          await cluster.dropDatabase(name)
        } finally {
          await chain.stop()
        }
      }
      const machine = await readMachine({ databaseUrl: cluster.adminUrl })
      progressDone()
      print(results, machineLine(machine))
      if (options['json'] === true) console.log(JSON.stringify({ results, machine }))
    } finally {
      await rabbitmq?.close()
      await cluster.close()
    }
  },
}

function percentiles(values: number[]): Omit<Figures, keyof LiveSetting | 'blocks'> {
  const sorted = [...values].sort((a, b) => a - b)
  // The smallest value that at least so many per cent do not exceed.
  const at = (percent: number) => Math.round(sorted[Math.ceil((percent / 100) * sorted.length) - 1]!)
  return { p50_ms: at(50), p95_ms: at(95), p99_ms: at(99), max_ms: at(100) }
}

function print(results: Figures[], machine: string): void {
  console.log(`From a block being mined to its donation being visible, ${results[0]!.blocks} blocks each`)
  console.log(`${machine}\n`)
  printTable(
    ['broker, new heads by', 'p50 ms', 'p95 ms', 'p99 ms', 'longest ms'],
    results.map((each) => [
      `${each.broker}, ${each.heads === 'poll' ? 'polling every 100 ms' : 'WebSocket'}`,
      ...[each.p50_ms, each.p95_ms, each.p99_ms, each.max_ms].map(String),
    ]),
  )
}
