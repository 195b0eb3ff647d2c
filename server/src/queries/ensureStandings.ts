import type pg from 'pg'
import type { ChainPosition } from './getChainPosition.ts'
import { refreshStandings } from './refreshStandings.ts'
import { runPrepared, sql } from './sql.ts'

/** Windows this young are not worked out again, whatever happened since. */
const YOUNG_MS = 5_000
/** Older ones are worked out again, though nothing happened: their beginnings have moved. */
const MOVED_MS = 60_000
/** Older ones are not shown any more: who asks waits. */
const TOO_OLD_MS = 10 * 60_000

interface Known {
  version: string
  epoch: number
  /** By the clock of this process. */
  computedAtMs: number
}

/** What was last read of each chain's windows: they only get younger, so what was young enough need not be looked at again. */
const known = new WeakMap<pg.Pool, Map<number, Known>>()
const underway = new WeakMap<pg.Pool, Map<number, Promise<unknown>>>()

/**
 * Sees to it that the windows of a chain are there and not too old. Whoever asks first after something happened starts
 * the work, and waits for it only where nothing fit to show is there: at first, after long, and after a reorg.
 *
 * @param youngMs how young is young enough
 */
export async function ensureStandings(pool: pg.Pool, chain: ChainPosition, youngMs = YOUNG_MS): Promise<void> {
  const ofPool = known.get(pool) ?? new Map<number, Known>()
  known.set(pool, ofPool)
  const last = ofPool.get(chain.chainId)
  if (last !== undefined && last.epoch === chain.epoch) {
    const age = Date.now() - last.computedAtMs
    if (age < youngMs || (age < MOVED_MS && youngMs > 0 && last.version === chain.version)) return
  }
  const [row] = await runPrepared<{ version: string; epoch: number; ageMs: number }>(
    pool,
    sql`select version, epoch, extract(epoch from now() - computed_at)::float8 * 1000 as "ageMs"
      from standings where chain_id = ${chain.chainId}`,
  )
  const age = row?.ageMs ?? Number.POSITIVE_INFINITY
  if (row) ofPool.set(chain.chainId, { version: row.version, epoch: row.epoch, computedAtMs: Date.now() - row.ageMs })
  const isReorged = row !== undefined && row.epoch !== chain.epoch
  const isMoved = age > MOVED_MS || row?.version !== chain.version
  if (!isReorged && (age < youngMs || !isMoved)) return
  const done = refresh(pool, chain)
  if (isReorged || age > TOO_OLD_MS || youngMs === 0) await done
  // What fails in the background fails again, and is told, for whoever has to wait.
  else done.catch(() => {})
}

function refresh(pool: pg.Pool, chain: ChainPosition): Promise<unknown> {
  const ofPool = underway.get(pool) ?? new Map<number, Promise<unknown>>()
  underway.set(pool, ofPool)
  const known = ofPool.get(chain.chainId)
  if (known) return known
  const done = refreshStandings(pool, chain, chain).finally(() => ofPool.delete(chain.chainId))
  ofPool.set(chain.chainId, done)
  return done
}
