import type pg from 'pg'
import type { Campaign } from './campaignRow.ts'
import type { FoundText } from './foundText.ts'
import { sql } from './sql.ts'

/**
 * Rows that answers to searches are made of, kept as they were read. Whether one is still what the table holds, each search's own statement
 * says: it names the row's version (`xmin`, the transaction that wrote it), and a row of another version is read again. So nothing is
 * answered from here that PostgreSQL did not just confirm; what is saved is to decompress, send, parse and format it again.
 */
export interface KeptRows {
  /** Of the server that the rows are of (`serverStart`). After a crash it gives numbers of lost transactions out again. */
  serverStart: number
  /** By the id of their metadata. */
  texts: Kept<number, FoundText>
  /** By chain and address; status and whether it takes donations are the clock's, and not part of it. */
  campaigns: Kept<string, Campaign>
  /** How many donors each campaign had within seven days, by chain, as of the windows that `version` wrote. */
  donors: Map<number, { version: string | null; byAddress: Map<string, number> }>
}

const TEXT_BYTES = 32 * 1024 * 1024
const CAMPAIGN_BYTES = 16 * 1024 * 1024

const ofPools = new WeakMap<pg.Pool, KeptRows>()

/** @param share of what is kept by default, for who comes first; 0 keeps nothing */
export function keptRowsOf(pool: pg.Pool, share = 1): KeptRows {
  const known = ofPools.get(pool)
  if (known) return known
  const kept: KeptRows = {
    texts: new Kept(TEXT_BYTES * share),
    campaigns: new Kept(CAMPAIGN_BYTES * share),
    donors: new Map(),
    serverStart: 0,
  }
  ofPools.set(pool, kept)
  return kept
}

/**
 * Since when the server that answers has not lost a transaction (Unix ms); said by each statement whose versions are compared with those of kept rows.
 * After a crash the process may live on that started all others, but statistics begin anew (PostgreSQL manual, section 27.2).
 */
export const serverStart = sql`(extract(epoch from
  greatest(pg_postmaster_start_time(), pg_stat_get_bgwriter_stat_reset_time())) * 1000)::bigint`

/** Forgets what another server said, or this one before it started anew. */
export function keepOf(kept: KeptRows, serverStart: number): void {
  if (kept.serverStart === serverStart) return
  kept.serverStart = serverStart
  kept.texts.clear()
  kept.campaigns.clear()
  kept.donors.clear()
}

/** Rows by key, each of one version; those used longest ago go when there are too many bytes. */
class Kept<Key, Row> {
  readonly #rows = new Map<Key, { version: string; row: Row; bytes: number }>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** The row of this very version. */
  get(key: Key, version: string): Row | undefined {
    const found = this.#rows.get(key)
    if (found === undefined || found.version !== version) return undefined
    this.#rows.delete(key)
    this.#rows.set(key, found)
    return found.row
  }

  clear(): void {
    this.#rows.clear()
    this.#bytes = 0
  }

  /** @param bytes what the row takes, at a guess */
  set(key: Key, version: string, row: Row, bytes: number): void {
    this.#bytes += bytes - (this.#rows.get(key)?.bytes ?? 0)
    this.#rows.delete(key)
    this.#rows.set(key, { version, row, bytes })
    for (const [oldest, { bytes: freed }] of this.#rows) {
      if (this.#bytes <= this.#mostBytes) break
      this.#rows.delete(oldest)
      this.#bytes -= freed
    }
  }
}
