import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export interface TableRows {
  name: string
  columns: string[]
  /** Each row as COPY's text format wants it, its line end included. */
  lines: string[]
}

const LINES_PER_CHUNK = 1_000

/** One COPY, whatever the number of rows. */
export async function copyRows(client: pg.Client, table: TableRows): Promise<void> {
  const chunks = function* () {
    for (let n = 0; n < table.lines.length; n += LINES_PER_CHUNK) {
      yield Buffer.from(table.lines.slice(n, n + LINES_PER_CHUNK).join(''))
    }
  }
  await pipeline(
    Readable.from(chunks()),
    client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`)),
  )
}

/** A row in COPY's text format. Nothing here holds a tab, a line end or a backslash: hex, numbers, times and CIDs. */
export function copyLine(values: (string | number | bigint | boolean | null)[]): string {
  return `${values.map((value) => (value === null ? '\\N' : String(value))).join('\t')}\n`
}
