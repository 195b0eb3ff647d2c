import type { ApiResult, RouteResult } from '../api.ts'
import { printTable } from '../support/printTable.ts'
import { quantile, type RouteFigures } from './measureRoute.ts'

const MOST_P99_MS = 50
const LEAST_OF_BARE = 0.5
const MOST_GROWTH = 1.5

export function printReport(result: ApiResult): void {
  const { size, bare, routes, load, rowsRead } = result
  console.log(`${result.machine}; load ${load[0]} before, ${load[1]} after`)
  const settings = Object.entries(result.settings).map(([name, value]) => `${name} ${value}`)
  console.log(`PostgreSQL with ${settings.join(', ')}`)
  const isLonger = result.p99Seconds !== result.seconds
  console.log(
    `${size.campaigns} campaigns, ${size.donors} donors, ${size.contributions} contributions; ${result.connections} connections, ${result.seconds} s each${isLonger ? `, ${result.p99Seconds} s where the p99 has an aim` : ''}${rowsRead ? '; searches read campaigns anew' : ''}`,
  )
  if (bare) {
    console.log(
      `bare node:http server, 20 KB: ${bare.requestsPerSecond.toFixed(0)} requests/s, p99 ${bare.p99Ms.toFixed(1)} ms, ${bare.cpuMicros.toFixed(0)} µs of CPU each`,
    )
  }
  console.log()
  const hasFewer = routes.some(({ fewer }) => fewer !== undefined)
  printTable(
    [
      'route',
      'KB',
      ...(bare ? ['kept/s', 'of bare', 'µs', 'of bare'] : []),
      'uncached/s',
      'p50 ms',
      'p99 ms',
      'µs',
      'database µs',
      'pgbench/s',
      'of it',
      ...(hasFewer ? ['p99 ms of fewer', '× p99'] : []),
    ],
    routes.map(({ route, kept, uncached, fewer, pgbench }) => [
      route,
      (uncached.bytes / 1000).toFixed(1),
      ...(kept
        ? [
            kept.answers.requestsPerSecond.toFixed(0),
            percent(ofBare(kept)),
            kept.answers.cpuMicros.toFixed(0),
            percent(kept.bare.cpuMicros / kept.answers.cpuMicros),
          ]
        : []),
      uncached.requestsPerSecond.toFixed(0),
      uncached.p50Ms.toFixed(1),
      uncached.p99Ms.toFixed(1),
      uncached.cpuMicros.toFixed(0),
      uncached.databaseMicros?.toFixed(0) ?? '–',
      pgbench === null ? '–' : pgbench.toFixed(0),
      pgbench === null ? '–' : percent(uncached.requestsPerSecond / pgbench),
      ...(fewer ? [fewer.p99Ms.toFixed(1), growthOf(uncached, fewer).toFixed(2)] : []),
    ]),
  )
  console.log()
  const missed = routes.flatMap(missedBy)
  const met = hasFewer ? 'The aim of growth is met.' : 'Every aim is met.'
  console.log(missed.length === 0 ? met : `Missed:\n${missed.map((one) => `  ${one}`).join('\n')}`)
  console.log(`\n${speedOf(result)}`)
}

/** What the machine gave on which the aims were set: those in milliseconds are of its speed. */
const AIMS = { bare: 23_000, list: 6_700, detail: 15_600 }

function speedOf({ bare, routes }: ApiResult): string {
  const here = (name: string) => routes.find(({ route }) => route === name)?.pgbench
  const times = (what: string, given: number | null | undefined, there: number) =>
    given
      ? [`${what} ${given.toFixed(0)} times a second (${there}: ${(given / there).toFixed(2)} times its speed)`]
      : []
  const speeds = [
    ...times('the bare server answers', bare?.requestsPerSecond, AIMS.bare),
    ...times('pgbench lists', here('list'), AIMS.list),
    ...times('reads one', here('detail'), AIMS.detail),
  ]
  return speeds.length === 0 ? '' : `Beside the machine on which the aims were set: ${speeds.join(', ')}.`
}

/** With more rows growth alone has an aim. */
function missedBy({ route, aim, kept, uncached, fewer, pgbench }: RouteResult): string[] {
  if (fewer) {
    const growth = growthOf(uncached, fewer)
    if (growth <= MOST_GROWTH) return []
    return [`${route}: p99 ${growth.toFixed(2)} times that of fewer rows (aim ${MOST_GROWTH})`]
  }
  const missed: string[] = []
  if (kept && ofBare(kept) < LEAST_OF_BARE) {
    missed.push(`${route}: kept answers at ${percent(ofBare(kept))} of the bare server (aim 50 %)`)
  }
  if (aim === 'p99' && uncached.p99Ms > MOST_P99_MS) {
    missed.push(`${route}: p99 ${uncached.p99Ms.toFixed(0)} ms (aim ${MOST_P99_MS} ms)`)
  }
  if (typeof aim === 'number' && pgbench !== null && uncached.requestsPerSecond < pgbench * aim) {
    missed.push(`${route}: ${percent(uncached.requestsPerSecond / pgbench)} of pgbench (aim ${percent(aim)})`)
  }
  return missed
}

/**
 * Of each turn's p99 beside that of fewer rows the one in the middle: what stops a shared machine for a moment lies in one turn, what slows it for
 * seconds in both sides of some.
 */
const growthOf = (uncached: RouteFigures, fewer: RouteFigures) =>
  quantile(
    uncached.p99OfPartsMs.map((p99Ms, turn) => p99Ms / fewer.p99OfPartsMs[turn]!),
    0.5,
  )

const ofBare = ({ answers, bare }: NonNullable<RouteResult['kept']>) =>
  answers.requestsPerSecond / bare.requestsPerSecond

const percent = (share: number) => `${(share * 100).toFixed(0)} %`
