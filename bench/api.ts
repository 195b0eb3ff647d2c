import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type pg from 'pg'
import { createPool } from '../server/src/lib/database.ts'
import { loadApiTables, type Size } from './api/loadApiTables.ts'
import { measureRoute, type RouteFigures } from './api/measureRoute.ts'
import type { Benchmark } from './benchmarks.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { openCluster } from './support/openCluster.ts'
import { printTable } from './support/printTable.ts'
import { progress, progressDone } from './support/progress.ts'

const CONNECTIONS = 16
const LARGE: Size = { campaigns: 10_000, donors: 100_000, donations: 1_000_000 }
const SMALL: Size = { campaigns: 1_000, donors: 10_000, donations: 100_000 }

interface Row extends RouteFigures {
  route: string
  mode: 'bare' | 'kept' | 'uncached'
}

export const benchApi: Benchmark = {
  summary: 'requests/s and p99 of each route at a million contributions',
  help: [
    'Usage: npm run bench -- api [--json] [--small] [--seconds N] [--only NAME]',
    '',
    `Loads 10,000 campaigns, 100,000 donors and 1,000,000 donations (--small: a tenth), then asks each route with ${CONNECTIONS}`,
    'connections: answers kept by version, and computed each time; beside it a bare node:http server that sends 20 KB.',
  ].join('\n'),
  options: {
    json: { type: 'boolean' },
    small: { type: 'boolean' },
    seconds: { type: 'string' },
    only: { type: 'string' },
  },
  async run(options) {
    const seconds = Number(options['seconds'] ?? 4)
    const size = options['small'] === true ? SMALL : LARGE
    const cluster = await openCluster()
    try {
      const url = await cluster.createDatabase('bench_api')
      const pool = createPool(url, { name: 'bench load' })
      progress(`loading ${size.donations} donations`)
      await loadApiTables(pool, size, new Date())
      const routes = Object.entries(await routesOf(pool)).filter(
        ([name]) => !options['only'] || name.includes(String(options['only'])),
      )
      await pool.end()
      const rows: Row[] = [
        { route: 'node:http, 20 KB', mode: 'bare', ...(await measure('bare', url, () => '/', seconds)) },
      ]
      for (const mode of ['kept', 'uncached'] as const) {
        await serving(mode, url, async (port) => {
          for (const [route, pathOf] of routes) {
            progress(`${mode} ${route}`)
            rows.push({ route, mode, ...(await measureRoute(port, pathOf, { connections: CONNECTIONS, seconds })) })
          }
        })
      }
      progressDone()
      const machine = await readMachine({ databaseUrl: cluster.adminUrl })
      report(rows, size, machineLine(machine))
      if (options['json'] === true) console.log(JSON.stringify({ machine, size, rows }))
    } finally {
      await cluster.close()
    }
  },
}

function report(rows: readonly Row[], size: Size, machine: string): void {
  console.log(machine)
  console.log(
    `${size.campaigns} campaigns, ${size.donors} donors, ${size.donations} donations; ${CONNECTIONS} connections`,
  )
  const of = (mode: Row['mode']) => rows.filter((row) => row.mode === mode)
  const bare = of('bare')[0]!
  printTable(
    ['route', 'KB', 'kept/s', 'of bare', 'uncached/s', 'p50 ms', 'p99 ms'],
    of('uncached').map((row) => {
      const kept = of('kept').find(({ route }) => route === row.route)!
      return [
        row.route,
        (row.bytes / 1000).toFixed(1),
        kept.requestsPerSecond.toFixed(0),
        `${((kept.requestsPerSecond / bare.requestsPerSecond) * 100).toFixed(0)} %`,
        row.requestsPerSecond.toFixed(0),
        row.p50Ms.toFixed(1),
        row.p99Ms.toFixed(1),
      ]
    }),
  )
  console.log(`bare node:http server: ${bare.requestsPerSecond.toFixed(0)} requests/s`)
}

async function routesOf(pool: pg.Pool): Promise<Record<string, (n: number) => string>> {
  const one = async (text: string) => String(Object.values((await pool.query(text)).rows[0])[0])
  const campaign = await one('select address from campaigns order by donations_count desc limit 1')
  const donor = await one('select donor_address from donors order by donations_count desc limit 1')
  const creator = await one('select creator_address from creators order by campaigns_count desc limit 1')
  const api = '/api/v1'
  return {
    list: () => `${api}/campaigns/`,
    'list with metadata': () => `${api}/campaigns/?include_metadata=true`,
    'list by status and category': () =>
      `${api}/campaigns/?status=ACTIVE&category=art,music&ordering=-total_raised_wei`,
    'list, trending': () => `${api}/campaigns/?ordering=trending&include_metadata=true`,
    'list, page 100': () => `${api}/campaigns/?page=100&page_size=100`,
    detail: () => `${api}/campaigns/${campaign}/?include_metadata=true`,
    donations: () => `${api}/campaigns/${campaign}/donations/`,
    contributions: () => `${api}/campaigns/${campaign}/contributions/`,
    'campaign series': () => `${api}/campaigns/${campaign}/timeseries/`,
    creator: () => `${api}/creators/${creator}/campaigns/`,
    donor: () => `${api}/donors/${donor}/contributions/`,
    events: () => `${api}/events/`,
    'search, common word': () => `${api}/campaigns/search/?q=solar`,
    'search, two words': () => `${api}/campaigns/search/?q=solar+lantern&include_metadata=true`,
    'search, mistyped': () => `${api}/campaigns/search/?q=telecsope`,
    'search, while typing': () => `${api}/campaigns/search/?q=lanter`,
    platform: () => `${api}/stats/platform/`,
    trending: () => `${api}/stats/trending/?period=7d`,
    'close to goal': () => `${api}/stats/trending/?type=close_to_goal`,
    'campaign leaders': () => `${api}/stats/leaderboard/campaigns/`,
    'campaign leaders, 30 days': () => `${api}/stats/leaderboard/campaigns/?period=30d&status=ACTIVE`,
    'donor leaders': () => `${api}/stats/leaderboard/donors/?offset=5000`,
    'donor leaders, 30 days': () => `${api}/stats/leaderboard/donors/?period=30d`,
    'creator statistics': () => `${api}/stats/creator/${creator}/`,
    categories: () => `${api}/stats/categories/`,
    'platform series': () => `${api}/stats/timeseries/`,
  }
}

const measure = (mode: Row['mode'], url: string, pathOf: (n: number) => string, seconds: number) =>
  serving(mode, url, (port) => measureRoute(port, pathOf, { connections: CONNECTIONS, seconds }))

/** A process of its own serves, so that asking costs the server nothing but its core. */
async function serving<T>(mode: Row['mode'], url: string, use: (port: number) => Promise<T>): Promise<T> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'api/serveApi.ts'), [mode, url])
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (message) => resolve(message as number))
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
    })
    return await use(port)
  } finally {
    child.kill()
  }
}
