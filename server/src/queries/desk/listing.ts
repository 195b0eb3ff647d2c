import {
  type Ordering,
  type OrderingKey,
  orderBy,
  type Page,
  type PageRequest,
  readPage,
  whereClause,
} from '../paging.ts'
import { type Queryable, type Sql, sql } from '../sql.ts'
import { walkRows } from '../walkRows.ts'

/** A list of the desk: read page by page, or walked to its end. */
export interface Listing {
  columns: Sql
  from: Sql
  where: readonly Sql[]
  ordering: Ordering
  // biome-ignore lint/suspicious/noExplicitAny: what the columns give is known where they are written
  toRow: (row: any) => object
  /** Counts the rows where a rollup knows. */
  total?: Sql | undefined
}

export interface Orderings {
  /** Each way round: `name` and `-name`. */
  names: string[]
  of(name: string): Ordering
}

/** What a list can be ordered by. @param tie unique among rows equal in the key */
export function createOrderings(list: string, keys: Record<string, OrderingKey>, tie: OrderingKey): Orderings {
  return {
    names: Object.keys(keys).flatMap((name) => [name, `-${name}`]),
    of: (name) => ({
      name: `${list} ${name}`,
      keys: [keys[name.replace('-', '')]!, tie],
      descending: name.startsWith('-'),
    }),
  }
}

export async function readListing<Row = object>(
  db: Queryable,
  listing: Listing,
  page: PageRequest,
): Promise<Page<Row>> {
  const found = await readPage(db, { ...listing, page })
  return { ...found, rows: found.rows.map(listing.toRow) as Row[] }
}

export async function* walkListing(db: Queryable, { columns, from, where, ordering, toRow }: Listing) {
  const statement = sql`select ${columns} from ${from} ${whereClause(where)} order by ${orderBy(ordering)}`
  for await (const rows of walkRows(db, statement)) yield rows.map(toRow)
}

/** Conditions for the filters that were given. */
export function conditions(...parts: (Sql | undefined)[]): Sql[] {
  return parts.filter((part) => part !== undefined)
}

/** Begins a key, or stands in a text. @param q in small letters */
export const foundIn = (q: string, key: Sql, text: Sql): Sql =>
  sql`(starts_with(${key}, ${q}) or strpos(lower(${text}), ${q}) > 0)`

export const given = <T>(value: T | undefined, condition: (value: T) => Sql): Sql | undefined =>
  value === undefined ? undefined : condition(value)
