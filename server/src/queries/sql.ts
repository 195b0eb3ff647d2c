import { hash } from 'node:crypto'

export interface Statement {
  text: string
  values: unknown[]
  name?: string
}

/** What runs statements: a pool, a connection, or the connection of a snapshot. */
export interface Queryable {
  query(statement: Statement): Promise<{ rows: unknown[] }>
}

/** A piece of SQL with its parameters: pieces nest, values never become text. */
export class Sql {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings
    this.values = values
  }
}

/** `sql\`… ${value} …\``: a value becomes a parameter, an `Sql` is put in its place. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(strings, values)
}

/** Several pieces with a fixed separator between them; none give an empty piece. */
export function join(parts: readonly Sql[], separator: ', ' | ' and ' | ' or ' | ' union all ' | ' '): Sql {
  if (parts.length === 0) return new Sql([''], [])
  return new Sql(['', ...Array<string>(parts.length - 1).fill(separator), ''], parts)
}

/** A constant of the code's own, as part of the text: the planner looks at it, and it need not be sent. */
export function literal(value: string | number): Sql {
  return new Sql([typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`], [])
}

/**
 * A value that the planner does not look at. For statements whose plan is the same whatever the value is: with the value in view
 * PostgreSQL takes a plan for it to be the cheaper one and plans each request anew, which costs more than running it.
 */
export const unseen = (value: Sql): Sql => sql`(select ${value})`

/** Texts for `any`, as many as there may be. The second cast makes it take an array, without which it would take rows. */
export const unseenTexts = (values: readonly string[]): Sql => sql`${unseen(sql`${values}::text[]`)}::text[]`

const LEAST_BOUND = 101
/** A number above the one given, as text; bounds are few, so texts are few. */
export function boundOf(most: number): Sql {
  let bound = LEAST_BOUND
  while (bound < most) bound *= 10
  return literal(bound)
}

/**
 * So many of some ordered rows. Limit and offset are parameters within bounds that stand in the text: of those it does not know the planner
 * expects a tenth of the table, so that it would plan each request anew (see `unseen`), or join the whole table to a page.
 */
export function firstOf(rows: Sql, limit: number, offset = 0): Sql {
  const bounded = sql`(${rows} limit ${boundOf(limit + offset)}) bounded`
  if (offset === 0) return sql`select * from ${bounded} limit ${limit}::bigint`
  const page = sql`(select * from ${bounded} limit ${boundOf(limit)} offset ${offset}::bigint) page`
  return sql`select * from ${page} limit ${limit}::bigint`
}

/** Runs one statement. */
export async function run<Row>(db: Queryable, statement: Sql): Promise<Row[]> {
  return (await db.query(render(statement))).rows as Row[]
}

/**
 * Runs one that is asked again and again with other values: each connection parses it once and then knows its plan, where
 * PostgreSQL finds that one as good as a plan for the very values. Not for conditions whose cost their values decide.
 */
export async function runPrepared<Row>(db: Queryable, statement: Sql): Promise<Row[]> {
  const { text, values } = render(statement)
  const name = nameOf(text)
  return (await db.query(name === undefined ? { text, values } : { text, values, name })).rows as Row[]
}

/** More would fill the connections' memory: filters make very many different statements. */
const MOST_NAMES = 300
const names = new Map<string, string>()

/** The same for the same text in every process, should they share connections through a pooler. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known
  const name = `k${hash('sha256', text, 'hex').slice(0, 32)}`
  names.set(text, name)
  return name
}

/** The statement as the driver takes it. */
export function render(statement: Sql): { text: string; values: unknown[] } {
  const values: unknown[] = []
  return { text: write(statement, values), values }
}

function write(piece: Sql, values: unknown[]): string {
  let text = piece.strings[0]!
  piece.values.forEach((value, i) => {
    text += value instanceof Sql ? write(value, values) : `$${values.push(value)}`
    text += piece.strings[i + 1]!
  })
  return text
}
