/** What runs statements: a pool, a connection, or the connection of a snapshot. */
export interface Queryable {
  query(statement: { text: string; values: unknown[] }): Promise<{ rows: unknown[] }>
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
export function join(parts: readonly Sql[], separator: ', ' | ' and ' | ' or ' | ' '): Sql {
  if (parts.length === 0) return new Sql([''], [])
  return new Sql(['', ...Array<string>(parts.length - 1).fill(separator), ''], parts)
}

/** Runs one statement. */
export async function run<Row>(db: Queryable, statement: Sql): Promise<Row[]> {
  return (await db.query(render(statement))).rows as Row[]
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
