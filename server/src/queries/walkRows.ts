import type pg from 'pg'
import { render, type Sql } from './sql.ts'

const ROWS_A_FETCH = 1_000

/**
 * All rows of a statement, of one snapshot, through a cursor: memory holds a thousand of them. The connection is given back when
 * the last is read, or when whoever reads stops.
 */
export async function* walkRows<Row>(pool: pg.Pool, statement: Sql): AsyncGenerator<Row[]> {
  const client = await pool.connect()
  let failure: Error | undefined
  const onError = (error: Error) => {
    failure = error
  }
  client.on('error', onError)
  try {
    await client.query('begin isolation level repeatable read read only')
    const { text, values } = render(statement)
    await client.query({ text: `declare rows no scroll cursor for ${text}`, values })
    for (;;) {
      const { rows } = await client.query(`fetch ${ROWS_A_FETCH} from rows`)
      if (rows.length > 0) yield rows as Row[]
      if (rows.length < ROWS_A_FETCH) return
    }
  } finally {
    await client.query('rollback').catch(onError)
    client.off('error', onError)
    client.release(failure)
  }
}
