import { loadavg } from 'node:os'
import { createPool } from '../server/src/lib/database.ts'
import { measureRoute, type RouteFigures } from './api/measureRoute.ts'
import { hasPgbench, measureStatements } from './api/measureStatement.ts'
import { type LoadedDatabase, openLoaded, SETTINGS } from './api/openLoaded.ts'
import { printReport } from './api/printReport.ts'
import { readEarlier, writeResult } from './api/results.ts'
import { type BenchRoute, listRoutes } from './api/routes.ts'
import { type AskedStatement, type Serving, serving } from './api/serving.ts'
import type { Size } from './api/world/planWorld.ts'
import type { Benchmark } from './benchmarks.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { progress, progressDone } from './support/progress.ts'
import { UsageError } from './support/UsageError.ts'

const CONNECTIONS = 16
const WARM_SECONDS = 10
/** What the figures of docs/performance.md are of. */
export const FULL: Size = { campaigns: 10_000, donors: 100_000, contributions: 1_000_000 }

export interface RouteResult {
  route: string
  aim: BenchRoute['aim']
  /** From the answers kept by version, as in production. */
  kept: RouteFigures
  /** The bare server's just before and after those, on average. */
  bare: Pick<RouteFigures, 'requestsPerSecond' | 'cpuMicros'>
  /** Each answer made anew; searches of rows that are kept, or read anew too (`rowsRead`). */
  uncached: RouteFigures
  /** Statements/s of the route's main statement by pgbench; null where it was not measured. */
  pgbench: number | null
}

export interface ApiResult {
  machine: string
  /** Load averages (1 minute) before and after: other programs lengthen every figure. */
  load: [number, number]
  settings: Record<string, string>
  size: Size
  loadSeconds: number | undefined
  connections: number
  seconds: number
  rowsRead: boolean
  /** The median of its measurements. */
  bare: RouteFigures
  routes: RouteResult[]
}

export const benchApi: Benchmark = {
  summary: 'requests/s, p50 and p99 of each route at a million contributions',
  help: [
    'Usage: npm run bench -- api [--json] [--scale N] [--seconds N] [--only TEXT] [--rows-read] [--load-only]',
    '',
    'Loads 10,000 campaigns with English stories, 100,000 donors and 1,000,000 contributions with their events (by COPY, the same in',
    `each run; kept under .bench/), then asks each route over ${CONNECTIONS} connections: from answers kept by version, and each made anew.`,
    'Beside it: a bare node:http server that sends 20 KB, and pgbench running the main statement of the route.',
    '',
    '  --json        the last line is one object',
    '  --scale N     so many times the rows (1; also below it: 0.1); a run at 10 compares itself with the last one at 1',
    '  --seconds N   for each measurement (4)',
    '  --only TEXT   routes whose name holds this',
    '  --rows-read   has searches read anew what they would know of campaigns from earlier ones',
    '  --load-only   loads and ends',
    '  --no-pgbench  leaves pgbench out',
  ].join('\n'),
  options: {
    json: { type: 'boolean' },
    scale: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string' },
    'rows-read': { type: 'boolean' },
    'load-only': { type: 'boolean' },
    'no-pgbench': { type: 'boolean' },
  },
  async run(options) {
    const scale = positive('scale', options['scale'], 1)
    const seconds = positive('seconds', options['seconds'], 4)
    const usesPgbench = options['no-pgbench'] !== true && (await hasPgbench())
    if (!usesPgbench) progress('without pgbench (Debian: apt-get install postgresql-contrib)')
    const size: Size = {
      campaigns: FULL.campaigns * scale,
      donors: FULL.donors * scale,
      contributions: FULL.contributions * scale,
    }
    const database = await openLoaded(size, progress)
    try {
      if (options['load-only'] === true) return
      const result = await measureAll(database, {
        seconds,
        only: String(options['only'] ?? ''),
        usesPgbench,
        rowsRead: options['rows-read'] === true,
      })
      const whole: ApiResult = { ...result, size, loadSeconds: database.loadSeconds }
      progressDone()
      const earlier = scale > 1 ? readEarlier(FULL) : undefined
      if (options['only'] === undefined && !whole.rowsRead) writeResult(whole)
      printReport(whole, earlier)
      if (options['json'] === true) console.log(JSON.stringify(whole))
    } finally {
      await database.close()
    }
  },
}

/** Waits until there are some; the bare server answers as always. */
const WINDOWS = '/api/v1/stats/trending/'

type Options = { seconds: number; only: string; usesPgbench: boolean; rowsRead: boolean }

async function measureAll(
  { url, pid }: LoadedDatabase,
  { seconds, only, usesPgbench, rowsRead }: Options,
): Promise<Omit<ApiResult, 'size' | 'loadSeconds'>> {
  const pool = createPool(url, { name: 'bench' })
  const routes = (await listRoutes(pool)).filter(({ name }) => name.includes(only))
  // The windows as of now, so that the first to ask does not wait for them.
  await pool.query('delete from standings')
  await pool.end()
  const machine = machineLine(await readMachine({ databaseUrl: url }))
  const before = load()
  const limits = { connections: CONNECTIONS, seconds, databasePid: pid }
  const ask = (server: Serving, { paths }: BenchRoute) => measureRoute(server, paths, limits)
  // What a process that has just started does in its first seconds, it does not do again: each is asked for everything for a while before it
  // counts.
  const everything = routes.flatMap(({ paths }) => paths)
  const warm = async <T>(server: Serving, measure: () => T) => {
    // By one alone: working out the windows of a large world takes longer than searches wait for their turn.
    await told('windows', fetch(`http://127.0.0.1:${server.port}${WINDOWS}`))
    await told('warming up', measureRoute(server, everything, { ...limits, seconds: WARM_SECONDS }))
    return measure()
  }
  // Before and after each route's: what else the machine does changes from one minute to the next.
  const bare: RouteFigures[] = []
  const kept = await serving('bare', url, (bareServer) => {
    const askBare = async () =>
      bare.push(await told('bare', measureRoute(bareServer, ['/'], { ...limits, seconds: seconds / 2 })))
    return serving('kept', url, (server) =>
      warm(server, async () => {
        await told('warming up', measureRoute(bareServer, ['/'], limits))
        await askBare()
        return inTurn(routes, async (route) => {
          const figures = await told(`kept: ${route.name}`, ask(server, route))
          await askBare()
          return figures
        })
      }),
    )
  })
  // Beside each other too, and for the same reason.
  const asked = await serving(rowsRead ? 'reread' : 'uncached', url, (server) =>
    warm(server, () =>
      inTurn(routes, async (route) => {
        const uncached = await told(`uncached: ${route.name}`, ask(server, route))
        const statements = usesPgbench ? await mainStatements(server, route) : []
        const pgbench =
          statements.length === 0
            ? null
            : await told(`pgbench: ${route.name}`, measureStatements(url, statements, limits))
        return { uncached, pgbench }
      }),
    ),
  )
  return {
    machine,
    load: [before, load()],
    settings: SETTINGS,
    connections: CONNECTIONS,
    seconds,
    rowsRead,
    bare: bare.toSorted((a, b) => a.requestsPerSecond - b.requestsPerSecond)[Math.floor(bare.length / 2)]!,
    routes: routes.map(({ name, aim }, i) => ({
      route: name,
      aim,
      kept: kept[i]!,
      bare: {
        requestsPerSecond: (bare[i]!.requestsPerSecond + bare[i + 1]!.requestsPerSecond) / 2,
        cpuMicros: (bare[i]!.cpuMicros + bare[i + 1]!.cpuMicros) / 2,
      },
      ...asked[i]!,
    })),
  }
}

/** Of some of a route's requests the statement that takes longest. */
async function mainStatements(server: Serving, { paths }: BenchRoute): Promise<AskedStatement[]> {
  return inTurn(paths.slice(0, 20), async (path) =>
    (await server.statementsOf(path)).reduce((longest, one) => (one.ms > longest.ms ? one : longest)),
  )
}

async function inTurn<T, R>(all: readonly T[], work: (one: T, place: number) => R): Promise<Awaited<R>[]> {
  const done: Awaited<R>[] = []
  for (const [place, one] of all.entries()) done.push(await work(one, place))
  return done
}

function told<T>(what: string, work: T): T {
  progress(what)
  return work
}

const load = () => Math.round(loadavg()[0]! * 10) / 10

function positive(name: string, given: unknown, fallback: number): number {
  const value = given === undefined ? fallback : Number(given)
  if (!(value > 0)) throw new UsageError(`--${name} must be a number above 0.`)
  return value
}
