import pg from 'pg'
import { firstOf, join, type Queryable, runPrepared, type Sql, sql } from './sql.ts'

/** What an ordering compares: how a key is read as text, what text is a key, how it is compared again. */
const KEY_KINDS = {
  address: { pattern: /^0x[0-9a-f]{40}$/, text: (key: Sql) => key, value: (text: string) => sql`${text}::varchar` },
  integer: {
    pattern: /^\d{1,15}$/,
    text: (key: Sql) => sql`${key}::text`,
    value: (text: string) => sql`${text}::bigint`,
  },
  decimal: {
    pattern: /^\d{1,110}(\.\d{1,6})?$/,
    text: (key: Sql) => sql`${key}::text`,
    value: (text: string) => sql`${text}::numeric`,
  },
  // Whole numbers that stand for a millionth each.
  millionths: {
    pattern: /^\d{1,12}(\.\d{1,6})?$/,
    text: (key: Sql) => sql`trim_scale(${key} / 1000000::numeric)::text`,
    value: (text: string) => sql`(${text}::numeric * 1000000)::bigint`,
  },
  // Names of people and things; ordered as the database orders text.
  text: {
    pattern: /^[^\0]{0,500}$/u,
    text: (key: Sql) => sql`${key}::text`,
    value: (text: string) => sql`${text}::text`,
  },
  // Microseconds since 1970: exact, and always a valid timestamp again.
  time: {
    pattern: /^\d{1,18}$/,
    text: (key: Sql) => sql`(extract(epoch from ${key}) * 1000000)::bigint::text`,
    value: (text: string) => sql`(timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond')`,
  },
}

export interface OrderingKey {
  column: Sql
  kind: keyof typeof KEY_KINDS
}

/** The rows' order as it stands in a statement. */
export function orderBy({ keys, descending }: Ordering): Sql {
  const direction = descending ? sql`desc` : sql`asc`
  return join(
    keys.map(({ column }) => sql`${column} ${direction}`),
    ', ',
  )
}

/** A total order: its last key is unique among rows equal in the others. All keys run in one direction. */
export interface Ordering {
  /** Names the list and the order; a cursor of another one is refused. */
  name: string
  keys: readonly OrderingKey[]
  descending: boolean
}

export interface PageRequest {
  pageSize: number
  /** A page from 1, or the row after which to go on. */
  at: { page: number } | CursorPosition
}

export interface CursorPosition {
  /** The keys of the row before. */
  after: readonly string[]
  /** Counted when the walk began: counting again would make each page cost as much as the whole list. */
  count: number
}

export interface Page<Row> {
  count: number
  rows: Row[]
  nextCursor: string | null
  /** What was asked for beside the rows. */
  beside?: unknown
}

interface Selection {
  columns: Sql
  from: Sql
  where: readonly Sql[]
  ordering: Ordering
  page: PageRequest
  /** Counts the rows where a rollup knows; else they are counted one by one. */
  total?: Sql | undefined
  /** `with …`: what the other parts read from. */
  given?: Sql | undefined
  /** Of the whole list, whatever the page. */
  beside?: Sql | undefined
  /** Rows `said`, joined to those of the `page`: what is looked up of these alone. */
  said?: Sql | undefined
}

/** One page and the count of all rows, in one statement and so of one snapshot; a cursor brings its count along. */
export async function readPage<Row extends object>(db: Queryable, selection: Selection): Promise<Page<Row>> {
  const { columns, from, where, ordering, page, total: counted, given, beside, said } = selection
  const keys = ordering.keys.map(({ column, kind }) => KEY_KINDS[kind].text(column))
  const cursorColumn = sql`array[${join(keys, ', ')}]::text[]::text as cursor_keys`
  const [total, within, offset] =
    'page' in page.at
      ? [
          counted
            ? sql`select coalesce((${counted}), 0)::bigint as total_count`
            : sql`select count(*) as total_count from ${from} ${whereClause(where)}`,
          where,
          (page.at.page - 1) * page.pageSize,
        ]
      : [sql`select ${page.at.count}::bigint as total_count`, [...where, comesAfter(ordering, page.at.after)], 0]
  // One row more than asked tells whether there is a next page. A left join "on true" can only be a nested loop,
  // which keeps the order of its inner side.
  const listed = sql`select ${columns}, ${cursorColumn} from ${from} ${whereClause(within)} order by ${orderBy(ordering)}`
  const rows = await runPrepared<Row & { total_count: number; beside: unknown; cursor_keys: string | null }>(
    db,
    sql`${given ?? sql``} select total.total_count, ${beside ? inFirstRow(beside) : sql``} page.* ${said ? sql`, said.*` : sql``}
      from (${total}) total left join lateral (${firstOf(listed, page.pageSize + 1, offset)}) page on true ${said ?? sql``}`,
  )
  const found = rows.filter((row) => row.cursor_keys !== null)
  const shown = found.slice(0, page.pageSize)
  const last = shown.at(-1)
  const count = rows[0]!.total_count
  return {
    count,
    beside: rows[0]!.beside,
    rows: shown,
    nextCursor:
      found.length > page.pageSize && last ? encodeCursor(ordering, count, parseTextArray(last.cursor_keys!)) : null,
  }
}

/**
 * The same of rows that are here, in their order and all of them.
 *
 * @param keysOf a row's keys as text, as `ordering` reads them
 * @param isAfter whether a row comes after these keys
 */
export function pageOfRows<Row>(
  rows: readonly Row[],
  { ordering, page }: Pick<Selection, 'ordering' | 'page'>,
  keysOf: (row: Row) => string[],
  isAfter: (row: Row, keys: readonly string[]) => boolean,
): Page<Row> {
  const { at, pageSize } = page
  const [count, offset] = 'page' in at ? [rows.length, (at.page - 1) * pageSize] : [at.count, 0]
  const listed = 'page' in at ? rows : rows.filter((row) => isAfter(row, at.after))
  const shown = listed.slice(offset, offset + pageSize)
  const last = shown.at(-1)
  return {
    count,
    rows: shown,
    nextCursor:
      listed.length > offset + pageSize && last !== undefined ? encodeCursor(ordering, count, keysOf(last)) : null,
  }
}

const inFirstRow = (beside: Sql) => sql`case when row_number() over () = 1 then (${beside}) end as beside,`

const TEXT_ARRAY = 1009
/** As text until one is needed: an array to each row would cost more than the rest of it. */
const parseTextArray = pg.types.getTypeParser(TEXT_ARRAY as 25, 'text') as unknown as (text: string) => string[]

export function whereClause(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`` : sql`where ${join(conditions, ' and ')}`
}

function comesAfter(ordering: Ordering, after: readonly string[]): Sql {
  const columns = join(
    ordering.keys.map(({ column }) => column),
    ', ',
  )
  const values = join(
    ordering.keys.map(({ kind }, i) => KEY_KINDS[kind].value(after[i]!)),
    ', ',
  )
  return ordering.descending ? sql`(${columns}) < (${values})` : sql`(${columns}) > (${values})`
}

/** Names a list's order, its count and the keys of the row after which to go on. */
export function encodeCursor(ordering: Ordering, count: number, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([ordering.name, count, ...keys])).toString('base64url')
}

/** Where a cursor stands, or undefined when it is not one of this ordering. */
export function decodeCursor(ordering: Ordering, cursor: string): CursorPosition | undefined {
  let content: unknown
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
  if (!Array.isArray(content) || content.length !== ordering.keys.length + 2) return undefined
  const [name, count, ...after] = content as unknown[]
  if (name !== ordering.name || !Number.isSafeInteger(count) || (count as number) < 0) return undefined
  const valid = after.every((key, i) => typeof key === 'string' && KEY_KINDS[ordering.keys[i]!.kind].pattern.test(key))
  return valid ? { after: after as string[], count: count as number } : undefined
}
