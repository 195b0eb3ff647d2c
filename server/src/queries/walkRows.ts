import { type Queryable, render, type Sql } from './sql.ts'

const ROWS_A_FETCH = 1_000

/** All rows of a statement through a cursor: memory holds a thousand of them. @param db of a snapshot that stays open */
export async function* walkRows<Row>(db: Queryable, statement: Sql): AsyncGenerator<Row[]> {
  const { text, values } = render(statement)
  await db.query({ text: `declare rows no scroll cursor for ${text}`, values })
  for (;;) {
    const { rows } = await db.query({ text: `fetch ${ROWS_A_FETCH} from rows`, values: [] })
    if (rows.length > 0) yield rows as Row[]
    if (rows.length < ROWS_A_FETCH) return
  }
}
