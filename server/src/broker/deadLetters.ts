import { createHash } from 'node:crypto'
import type pg from 'pg'

/** A message that could not be applied, as it came. */
export interface DeadLetter {
  queue: string
  reason: string
  /** How often it was tried. */
  attempts: number
  body: string
}

export interface StoredDeadLetter extends DeadLetter {
  id: number
  createdAt: Date
  updatedAt: Date
}

/**
 * What makes two letters one: the same blocks of the same lane on the same fork, whatever epoch they were sent in, else
 * the same body. A lane asks again and again for a part that it cannot apply; that must not fill the table.
 */
export function letterIdentity(body: string): string {
  return createHash('sha256').update(withoutPosition(body)).digest('hex')
}

function withoutPosition(body: string): string {
  try {
    const message: unknown = JSON.parse(body)
    if (typeof message !== 'object' || message === null) return body
    return JSON.stringify({ ...message, epoch: null, seq: null })
  } catch {
    return body
  }
}

/** Keeps a letter; one that is known already gets the new attempts and the newest reason. */
export const RECORD_DEAD_LETTER = `
  insert into dead_letters as known (queue, identity, reason, attempts, body) values ($1, $2, $3, $4, $5)
  on conflict (queue, identity) do update set
    attempts = known.attempts + excluded.attempts, reason = excluded.reason, body = excluded.body, updated_at = now()`

export function recordDeadLetterValues({ queue, reason, attempts, body }: DeadLetter): (string | number)[] {
  return [queue, letterIdentity(body), storable(reason), attempts, storable(body)]
}

export async function recordDeadLetter(pool: pg.Pool, letter: DeadLetter): Promise<void> {
  await pool.query(RECORD_DEAD_LETTER, recordDeadLetterValues(letter))
}

/** PostgreSQL refuses NUL in text. JSON writes it as an escape, so only what is no message holds one. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd')
}

const COLUMNS = 'id, queue, reason, attempts, body, created_at, updated_at'

export async function listDeadLetters(pool: pg.Pool, limit: number): Promise<StoredDeadLetter[]> {
  const { rows } = await pool.query(`select ${COLUMNS} from dead_letters order by id limit $1`, [limit])
  return rows.map(toLetter)
}

export async function getDeadLetter(pool: pg.Pool, id: number): Promise<StoredDeadLetter | null> {
  const { rows } = await pool.query(`select ${COLUMNS} from dead_letters where id = $1`, [id])
  return rows[0] ? toLetter(rows[0]) : null
}

export async function deleteDeadLetter(tx: pg.Pool | pg.ClientBase, id: number): Promise<void> {
  await tx.query('delete from dead_letters where id = $1', [id])
}

function toLetter(row: {
  id: number
  queue: string
  reason: string
  attempts: number
  body: string
  created_at: Date
  updated_at: Date
}): StoredDeadLetter {
  const { id, queue, reason, attempts, body } = row
  return { id, queue, reason, attempts, body, createdAt: row.created_at, updatedAt: row.updated_at }
}
