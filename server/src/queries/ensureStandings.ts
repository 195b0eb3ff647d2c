import type pg from 'pg'
import type { ChainPosition } from './getChainPosition.ts'
import { refreshStandings } from './refreshStandings.ts'
import { runPrepared, sql } from './sql.ts'

/** Windows this young are not worked out again, whatever happened since. */
const YOUNG_MS = 5_000
/** Nor are those younger than so many times what the work took: however large the chain, a thirtieth of a core goes into it. */
const REST = 30
/** Of older ones it is looked again whether they hold, though nothing happened: their beginnings have moved. */
const MOVED_MS = 60_000
/** Older ones are not shown any more: who asks waits. */
const TOO_OLD_MS = 10 * 60_000

interface Windows {
  feedId: number
  epoch: number
  /** What working them out took. */
  tookMs: number
}

/**
 * What was last read of each chain's windows, by the clock of this process. They only get younger, so what was young enough need not be
 * looked at again.
 */
const lastRead = new WeakMap<pg.Pool, Map<number, Windows & { heldAtMs: number }>>()
const underway = new WeakMap<pg.Pool, Map<number, Promise<unknown>>>()

/**
 * Sees to it that the windows of a chain are there and not too old. Whoever asks first after something happened starts
 * the work, and waits for it only where nothing fit to show is there: at first, after long, and after a reorg.
 *
 * @param youngMs how young is young enough; 0: they are worked out each time
 */
export async function ensureStandings(pool: pg.Pool, chain: ChainPosition, youngMs = YOUNG_MS): Promise<void> {
  const ofPool = lastRead.get(pool) ?? new Map()
  lastRead.set(pool, ofPool)
  const last = ofPool.get(chain.chainId)
  if (last !== undefined && isFresh(last, Date.now() - last.heldAtMs, chain, youngMs)) return
  const [row] = await runPrepared<Windows & { ageMs: number }>(
    pool,
    sql`select feed_id as "feedId", epoch, extract(epoch from now() - greatest(held_at, computed_at))::float8 * 1000 as "ageMs",
        coalesce((counts ->> 'tookMs')::float8, 0) as "tookMs"
      from standings where chain_id = ${chain.chainId}`,
  )
  if (row) ofPool.set(chain.chainId, { ...row, heldAtMs: Date.now() - row.ageMs })
  if (row !== undefined && isFresh(row, row.ageMs, chain, youngMs)) return
  const done = refresh(pool, chain, youngMs)
  if (row === undefined || row.epoch !== chain.epoch || row.ageMs > TOO_OLD_MS || youngMs === 0) await done
  // What fails in the background fails again, and is told, for whoever has to wait.
  else done.catch(() => {})
}

function isFresh(windows: Windows, ageMs: number, chain: ChainPosition, youngMs: number): boolean {
  if (youngMs === 0 || windows.epoch !== chain.epoch) return false
  if (ageMs < Math.min(TOO_OLD_MS, Math.max(youngMs, windows.tookMs * REST))) return true
  return ageMs <= MOVED_MS && windows.feedId === chain.feedId
}

function refresh(pool: pg.Pool, chain: ChainPosition, youngMs: number): Promise<unknown> {
  const ofPool = underway.get(pool) ?? new Map<number, Promise<unknown>>()
  underway.set(pool, ofPool)
  const known = ofPool.get(chain.chainId)
  if (known) return known
  const done = refreshStandings(pool, chain, youngMs === 0).finally(() => ofPool.delete(chain.chainId))
  ofPool.set(chain.chainId, done)
  return done
}
