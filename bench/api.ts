import { loadavg } from 'node:os'
import { createPool } from '../server/src/lib/database.ts'
import { measureInTurns, measureRoute, type RouteFigures, type Side } from './api/measureRoute.ts'
import { hasPgbench, measureStatements } from './api/measureStatement.ts'
import { type LoadedDatabase, openLoaded, SETTINGS } from './api/openLoaded.ts'
import { printReport } from './api/printReport.ts'
import { type BenchRoute, listRoutes } from './api/routes.ts'
import { type AskedStatement, type ServeMode, type Serving, serving } from './api/serving.ts'
import type { Size } from './api/world/planWorld.ts'
import type { Benchmark } from './benchmarks.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { progress, progressDone } from './support/progress.ts'
import { UsageError } from './support/UsageError.ts'

const CONNECTIONS = 16
const WARM_SECONDS = 10
/** Kept answers take less than a millisecond each, so that short parts do. */
const BARE_TURNS = 15
/** In which the slowest route answers some 600 times: enough for a p99. */
const FEWER_TURN_SECONDS = 1
const SECONDS = 4
/**
 * Where the p99 counts. A stall of a shared machine lengthens all answers that are under way, and two of them more than one in a hundred of
 * what a search answers in 4 s; of nine turns they do not decide the one in the middle.
 */
const P99_SECONDS = 9
/** What the figures of docs/performance.md are of. */
export const FULL: Size = { campaigns: 10_000, donors: 100_000, contributions: 1_000_000 }

export interface RouteResult {
  route: string
  aim: BenchRoute['aim']
  /** From the answers kept by version, as in production, and the bare server's by turns with those; not where `fewer` is. */
  kept: { answers: RouteFigures; bare: RouteFigures } | undefined
  /** Each answer made anew; searches of rows that are kept, or read anew too (`rowsRead`). */
  uncached: RouteFigures
  /** The same of `FULL`, by turns with those, where more rows are measured. */
  fewer: RouteFigures | undefined
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
  /** For each measurement, and for what is made anew where the aim is of its p99. */
  seconds: number
  p99Seconds: number
  rowsRead: boolean
  /** Of its measurements the one in the middle. */
  bare: RouteFigures | undefined
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
    '  --scale N     so many times the rows (1; also below it: 0.1); above 1 what is made anew alone, by turns with the same at 1,',
    '                which is loaded too: two servers',
    `  --seconds N   for each measurement (${SECONDS}; where the aim is of its p99 ${P99_SECONDS}, with --scale above 1 in turns of ${FEWER_TURN_SECONDS})`,
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
    const seconds = positive('seconds', options['seconds'], SECONDS)
    const p99Seconds = positive('seconds', options['seconds'], P99_SECONDS)
    const usesPgbench = options['no-pgbench'] !== true && (await hasPgbench())
    if (!usesPgbench) progress('without pgbench (Debian: apt-get install postgresql-contrib)')
    const size: Size = {
      campaigns: Math.round(FULL.campaigns * scale),
      donors: Math.round(FULL.donors * scale),
      contributions: Math.round(FULL.contributions * scale),
    }
    const worlds = [await openLoaded(size, progress)]
    try {
      if (scale > 1) worlds.push(await openLoaded(FULL, progress))
      if (options['load-only'] === true) return
      const result = await measureAll(worlds, {
        seconds,
        p99Seconds,
        only: String(options['only'] ?? ''),
        usesPgbench,
        rowsRead: options['rows-read'] === true,
      })
      const whole: ApiResult = { ...result, size, loadSeconds: worlds[0]!.loadSeconds }
      progressDone()
      printReport(whole)
      if (options['json'] === true) console.log(JSON.stringify(whole))
    } finally {
      await Promise.all(worlds.map((world) => world.close()))
    }
  },
}

/** Waits until there are some; the bare server answers as always. */
const WINDOWS = '/api/v1/stats/trending/'

type Options = { seconds: number; p99Seconds: number; only: string; usesPgbench: boolean; rowsRead: boolean }

/** A loaded database and what is asked of it. */
interface World extends LoadedDatabase {
  routes: BenchRoute[]
}

/** @param databases the one whose figures these are, and one with fewer rows to compare it with, if so */
async function measureAll(
  databases: readonly LoadedDatabase[],
  { seconds, p99Seconds, only, usesPgbench, rowsRead }: Options,
): Promise<Omit<ApiResult, 'size' | 'loadSeconds'>> {
  const worlds = await inTurn(databases, (database) => prepare(database, only))
  const world = worlds[0]!
  const { url, routes } = world
  const machine = machineLine(await readMachine({ databaseUrl: url }))
  const before = load()
  const hasFewer = worlds.length > 1
  const limits = { connections: CONNECTIONS, seconds: hasFewer ? p99Seconds : seconds }
  // However many rows there are, what is kept is sent as it is.
  const kept = hasFewer
    ? []
    : await serving('bare', url, (bareServer) =>
        servingWarm('kept', world, (server) =>
          inTurn(routes, async ({ name, paths }) => {
            const sides = [sideOf(bareServer, world, ['/']), sideOf(server, world, paths)]
            const [bare, answers] = await told(`kept: ${name}`, measureInTurns(sides, { ...limits, turns: BARE_TURNS }))
            return { bare: bare!, answers: answers! }
          }),
        ),
      )
  const asked = await servingAll(rowsRead ? 'reread' : 'uncached', worlds, (servers) =>
    inTurn(routes, async (route, place) => {
      const sides = worlds.map((one, i) => sideOf(servers[i]!, one, one.routes[place]!.paths))
      const asking = route.aim === 'p99' ? { ...limits, seconds: p99Seconds } : limits
      const turns = hasFewer ? Math.ceil(p99Seconds / FEWER_TURN_SECONDS) : 1
      const [uncached, fewer] = await told(`uncached: ${route.name}`, measureInTurns(sides, { ...asking, turns }))
      const statements = usesPgbench ? await mainStatements(servers[0]!, route) : []
      const pgbench =
        statements.length === 0
          ? null
          : await told(`pgbench: ${route.name}`, measureStatements(url, statements, limits))
      return { uncached: uncached!, fewer, pgbench }
    }),
  )
  const bare = kept.map((one) => one.bare).toSorted((a, b) => a.requestsPerSecond - b.requestsPerSecond)
  return {
    machine,
    load: [before, load()],
    settings: SETTINGS,
    ...limits,
    p99Seconds,
    rowsRead,
    bare: bare[Math.floor(bare.length / 2)],
    routes: routes.map(({ name, aim }, i) => ({ route: name, aim, kept: kept[i], ...asked[i]! })),
  }
}

/** Its windows are as of now after that, so that the first to ask does not wait for them. */
async function prepare(database: LoadedDatabase, only: string): Promise<World> {
  const pool = createPool(database.url, { name: 'bench' })
  try {
    const routes = (await listRoutes(pool)).filter(({ name }) => name.includes(only))
    await pool.query('delete from standings')
    return { ...database, routes }
  } finally {
    await pool.end()
  }
}

const sideOf = (server: Serving, { pid }: LoadedDatabase, paths: readonly string[]): Side => ({
  server,
  paths,
  databasePid: pid,
})

/**
 * What a process that has just started does in its first seconds, it does not do again: each is asked for everything for a while before it
 * counts.
 */
function servingWarm<T>(mode: ServeMode, world: World, use: (server: Serving) => Promise<T>): Promise<T> {
  const everything = world.routes.flatMap(({ paths }) => paths)
  return serving(mode, world.url, async (server) => {
    // By one alone: working out the windows of a large world takes longer than searches wait for their turn.
    await told('windows', fetch(`http://127.0.0.1:${server.port}${WINDOWS}`))
    const warming = measureRoute(sideOf(server, world, everything), { connections: CONNECTIONS, seconds: WARM_SECONDS })
    await told('warming up', warming)
    return use(server)
  })
}

/** A warm server of each, all at once. */
function servingAll<T>(mode: ServeMode, worlds: readonly World[], use: (servers: Serving[]) => Promise<T>): Promise<T> {
  const [world, ...others] = worlds
  if (world === undefined) return use([])
  return servingWarm(mode, world, (server) => servingAll(mode, others, (servers) => use([server, ...servers])))
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
