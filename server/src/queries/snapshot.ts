import type pg from 'pg'
import type { Queryable, Statement } from './sql.ts'

export interface Snapshot {
  /** Statements that all see the same rows, one after the other. */
  db: Queryable
  /** Gives the connection back; once, however often it is called. */
  close(): Promise<void>
}

/** A connection on which the first statement decides what all of them see. */
export async function openSnapshot(pool: pg.Pool): Promise<Snapshot> {
  const client = await pool.connect()
  let failure: Error | undefined
  const onError = (error: Error) => {
    failure = error
  }
  client.on('error', onError)
  let last: Promise<unknown> = client.query('begin isolation level repeatable read read only')
  const query = (statement: Statement) => {
    const asked = last.then(() => client.query(statement))
    last = asked.catch(() => {})
    return asked
  }
  async function giveBack() {
    await last.then(() => client.query('rollback')).catch(onError)
    client.off('error', onError)
    client.release(failure)
  }
  let given: Promise<void> | undefined
  const close = () => {
    given ??= giveBack()
    return given
  }
  try {
    await last
    return { db: { query }, close }
  } catch (error) {
    await close()
    throw error
  }
}
