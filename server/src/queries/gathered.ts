import { setImmediate } from 'node:timers/promises'
import type { ChainPosition } from './getChainPosition.ts'
import type { Queryable } from './sql.ts'

/** Rows by their keys; what is not there is left out. */
type ReadMany<Row> = (db: Queryable, chain: ChainPosition, keys: string[]) => Promise<Map<string, Row>>

/**
 * Turns a read of many rows into one of a single row. All who ask for one at the same position in the same turn of the event loop share a
 * statement: of a small statement most is what it costs to send it and to wake the server's process.
 */
export function gathered<Row>(readMany: ReadMany<Row>) {
  const gathering = new WeakMap<Queryable, Map<ChainPosition, { keys: Set<string>; rows: Promise<Map<string, Row>> }>>()

  return async (db: Queryable, chain: ChainPosition, key: string): Promise<Row | undefined> => {
    let ofDb = gathering.get(db)
    if (ofDb === undefined) {
      ofDb = new Map()
      gathering.set(db, ofDb)
    }
    let batch = ofDb.get(chain)
    if (batch === undefined) {
      const keys = new Set<string>()
      const begun = ofDb
      const rows = setImmediate().then(() => {
        begun.delete(chain)
        return readMany(db, chain, [...keys])
      })
      batch = { keys, rows }
      ofDb.set(chain, batch)
    }
    batch.keys.add(key)
    return (await batch.rows).get(key)
  }
}
