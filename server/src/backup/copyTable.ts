import { createHash } from 'node:crypto'
import { type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { columnList, type Sequence, type Table, tableName } from './listTables.ts'

/** What a table holds, in a form that two databases can be compared by. */
export interface TableContent {
  rows: number
  /** Of its rows in COPY's text format, in order. */
  sha256: string
}

/** Writes a table's rows to `sinks` (in COPY's text format, in order) and answers what they are. */
export async function readTable(
  client: pg.ClientBase,
  table: Table,
  sinks: NodeJS.WritableStream[] = [],
): Promise<TableContent> {
  const source = client.query(
    copyTo(
      `copy (select ${columnList(table.columns)} from ${tableName(table.name)} as row_values order by ${table.order.join(', ')}) to stdout`,
    ),
  )
  const hashing = hasher()
  await pipeline([source, hashing.stream, ...(sinks.length > 0 ? sinks : [nowhere()])] as unknown as [
    Readable,
    Writable,
  ])
  return { rows: source.rowCount, sha256: hashing.digest() }
}

/** Fills a table from rows in COPY's text format, and answers what they were. */
export async function fillTable(
  client: pg.ClientBase,
  table: Pick<Table, 'name' | 'columns'>,
  rows: Readable,
): Promise<TableContent> {
  const sink = client.query(copyFrom(`copy ${tableName(table.name)} (${columnList(table.columns)}) from stdin`))
  const hashing = hasher()
  await pipeline(rows, hashing.stream, sink)
  return { rows: sink.rowCount, sha256: hashing.digest() }
}

/** One table's rows, straight from one database into the other. */
export async function moveTable(from: pg.ClientBase, to: pg.ClientBase, table: Table): Promise<TableContent> {
  const sink = to.query(copyFrom(`copy ${tableName(table.name)} (${columnList(table.columns)}) from stdin`))
  return readTable(from, table, [sink])
}

/**
 * Runs `load` with the triggers of these tables off: what they would add is among the rows that are loaded. The caller's
 * transaction ends it all or nothing.
 */
export async function withoutTriggers(
  tx: pg.ClientBase,
  tables: readonly Pick<Table, 'name'>[],
  load: () => Promise<void>,
): Promise<void> {
  for (const { name } of tables) await tx.query(`alter table ${tableName(name)} disable trigger user`)
  await load()
  for (const { name } of tables) await tx.query(`alter table ${tableName(name)} enable trigger user`)
}

export async function setSequences(tx: pg.ClientBase, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, lastValue } of sequences)
    await tx.query('select setval($1::regclass, $2::bigint, true)', [tableName(name), lastValue])
}

function hasher(): { stream: Transform; digest(): string } {
  const hash = createHash('sha256')
  const stream = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, digest: () => hash.digest('hex') }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })
