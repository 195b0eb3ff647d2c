import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { createPool } from '../server/src/lib/database.ts'
import { insertWorld } from '../server/src/routes/testing/insertWorld.ts'
import { createWorld } from '../server/src/routes/testing/world.ts'
import type { Benchmark } from './benchmarks.ts'
import { createDonations } from './stream/createDonations.ts'
import { openStreams } from './stream/openStreams.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { type ApiProcess, openApi } from './support/openApi.ts'
import { openCluster } from './support/openCluster.ts'
import { printTable } from './support/printTable.ts'
import { progress, progressDone } from './support/progress.ts'
import { UsageError } from './support/UsageError.ts'

/** Long enough for a heartbeat, which comes every 15 seconds. */
const IDLE_MS = 20_000
const DONATIONS = 20
const GIVEN_UP_MS = 30_000

interface Figures {
  clients: number
  openSeconds: number
  rssBeforeBytes: number
  rssIdleBytes: number
  bytesAClient: number
  /** Of one core, while nothing is told but heartbeats. */
  idleCpuPercent: number
  donations: number
  /** Of all donations: how many clients got each, at the least. */
  reachedAtLeast: number
  /** Over all clients and donations, from when the commit was sent. */
  p50Ms: number
  p99Ms: number
  lastMs: number
}

export const benchStream: Benchmark = {
  summary: 'a donation told to thousands of idle live streams: memory and time',
  help: [
    'Usage: npm run bench -- stream [--clients N] [--json]',
    '',
    `Opens so many live streams (2,000) to an API process of its own, lets them idle for ${IDLE_MS / 1000} s, then commits ${DONATIONS} donations, one after`,
    'the other, and waits until each client has each. The clients share the machine with the server.',
  ].join('\n'),
  options: { clients: { type: 'string' }, json: { type: 'boolean' } },
  async run(options) {
    const clients = Number(options['clients'] ?? 2_000)
    if (!Number.isInteger(clients) || clients < 1) throw new UsageError('--clients must be a whole number from 1.')
    const cluster = await openCluster()
    try {
      const url = await cluster.createDatabase('bench_stream')
      const pool = createPool(url, { name: 'bench' })
      await insertWorld(pool, createWorld())
      const api = await openApi(url)
      try {
        const before = loadavg()[0]!
        const figures = await measure(api, pool, clients)
        progressDone()
        const machine = machineLine(await readMachine({ databaseUrl: url }))
        const load = [before, loadavg()[0]!].map((one) => Math.round(one * 10) / 10)
        console.log(`${machine}; load ${load[0]} before, ${load[1]} after\n`)
        print(figures)
        if (options['json'] === true) console.log(JSON.stringify({ machine, load, ...figures }))
      } finally {
        await api.stop()
        await pool.end()
      }
    } finally {
      await cluster.close()
    }
  },
}

async function measure(api: ApiProcess, pool: ReturnType<typeof createPool>, clients: number): Promise<Figures> {
  const donations = await createDonations(pool)
  // One stream warms what all need, and closes.
  const warm = await openStreams(api.port, 1)
  const warmed = warm.awaitAmount('1000000', GIVEN_UP_MS)
  await donations.commit('1000000')
  await warmed
  warm.close()
  const rssBeforeBytes = api.rssBytes()
  progress(`opening ${clients} streams`)
  const start = performance.now()
  const streams = await openStreams(api.port, clients)
  const openSeconds = (performance.now() - start) / 1000
  progress('idling')
  const cpuBefore = api.cpuSeconds()
  await sleep(IDLE_MS)
  const idleCpuPercent = ((api.cpuSeconds() - cpuBefore) / (IDLE_MS / 1000)) * 100
  const rssIdleBytes = api.rssBytes()
  const tookMs: number[] = []
  let reachedAtLeast = clients
  let lastMs = 0
  for (let n = 1; n <= DONATIONS; n++) {
    progress(`donation ${n}`)
    // Its amount is its mark.
    const wei = String(1_000_000 + n)
    const told = streams.awaitAmount(wei, GIVEN_UP_MS)
    const committed = await donations.commit(wei)
    const times = await told
    reachedAtLeast = Math.min(reachedAtLeast, times.length)
    for (const at of times) tookMs.push(at - committed)
    lastMs = Math.max(lastMs, ...times.map((at) => at - committed))
  }
  streams.close()
  tookMs.sort((a, b) => a - b)
  const at = (share: number) => tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * share))]!
  return {
    clients,
    openSeconds,
    rssBeforeBytes,
    rssIdleBytes,
    bytesAClient: (rssIdleBytes - rssBeforeBytes) / clients,
    idleCpuPercent,
    donations: DONATIONS,
    reachedAtLeast,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    lastMs,
  }
}

function print(figures: Figures): void {
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  printTable(
    ['live streams', String(figures.clients)],
    [
      ['opened in', `${figures.openSeconds.toFixed(1)} s`],
      ['memory of the process before', mb(figures.rssBeforeBytes)],
      ['with all of them open', mb(figures.rssIdleBytes)],
      ['each', `${(figures.bytesAClient / 1000).toFixed(1)} KB`],
      ['CPU while idle, of one core', `${figures.idleCpuPercent.toFixed(1)} %`],
      [`clients that got each of ${figures.donations} donations`, `${figures.reachedAtLeast} of ${figures.clients}`],
      ['from the commit to half of them', `${figures.p50Ms.toFixed(0)} ms`],
      ['to 99 %', `${figures.p99Ms.toFixed(0)} ms`],
      ['to the last', `${figures.lastMs.toFixed(0)} ms`],
    ],
  )
}
