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
  const ofSeparator = separated[separator]
  ofSeparator[parts.length] ??= ['', ...Array<string>(parts.length - 1).fill(separator), '']
  return new Sql(ofSeparator[parts.length]!, parts)
}

/** Made once for so many parts, as a template's strings are: a statement is known by them. */
const separated: Record<Parameters<typeof join>[1], string[][]> = {
  ', ': [],
  ' and ': [],
  ' or ': [],
  ' union all ': [],
  ' ': [],
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
  return (await db.query(prepared(statement))).rows as Row[]
}

/** More would fill the connections' memory: filters make very many different statements. */
const MOST_NAMES = 300
let names = 0

/**
 * A statement by the pieces that it consists of, one after the other. Its text is written when it is met first: to write five kilobytes and
 * to look up their name took half of what it takes to make a search's statement.
 */
class Shape {
  named: { text: string; name: string } | undefined
  /** Nearly always one alone follows. */
  #piece: unknown
  #next: Shape | undefined
  #others: Map<unknown, Shape> | undefined

  /** What goes on with a piece; undefined where none does that has a name, and there are enough of those. */
  after(piece: unknown): Shape | undefined {
    if (this.#next !== undefined && this.#piece === piece) return this.#next
    const other = this.#others?.get(piece)
    if (other !== undefined || names >= MOST_NAMES) return other
    const next = new Shape()
    if (this.#next === undefined) {
      this.#piece = piece
      this.#next = next
    } else {
      this.#others ??= new Map()
      this.#others.set(piece, next)
    }
    return next
  }
}
const shapes = new Shape()
const PARAMETER = Symbol('parameter')

function prepared(statement: Sql): Statement {
  const values: unknown[] = []
  const shape = shapeOf(statement, shapes, values)
  if (shape === undefined) return render(statement)
  if (shape.named === undefined) {
    const { text } = render(statement)
    // The same for the same text in every process, should they share connections through a pooler.
    shape.named = { text, name: `k${hash('sha256', text, 'hex').slice(0, 32)}` }
    names++
  }
  const { text, name } = shape.named
  return { text, values, name }
}

/** Strings between values are known by who they are, as they are made once; one alone, which may be a literal, by what it says. */
function shapeOf({ strings, values: given }: Sql, from: Shape, values: unknown[]): Shape | undefined {
  let shape = from.after(strings.length === 1 ? strings[0] : strings)
  for (const value of given) {
    if (shape === undefined) return undefined
    if (value instanceof Sql) shape = shapeOf(value, shape, values)
    else {
      values.push(value)
      shape = shape.after(PARAMETER)
    }
  }
  return shape
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
