import { randomBytes } from 'node:crypto'
import type pg from 'pg'

const NONCE_LIFETIME_MS = 10 * 60_000

/** A nonce for one sign-in within ten minutes. */
export async function createSiweNonce(pool: pg.Pool): Promise<{ nonce: string; expiresAt: Date }> {
  const nonce = randomBytes(16).toString('hex')
  const expiresAt = new Date(Date.now() + NONCE_LIFETIME_MS)
  await pool.query(
    'delete from siwe_nonces where nonce in (select nonce from siwe_nonces where expires_at < now() limit 100)',
  )
  await pool.query('insert into siwe_nonces (nonce, expires_at) values ($1, $2)', [nonce, expiresAt])
  return { nonce, expiresAt }
}

/** Whether the nonce counted until now; it does not any more. */
export async function spendSiweNonce(pool: pg.Pool, nonce: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from siwe_nonces where nonce = $1 and expires_at > now()', [nonce])
  return rowCount === 1
}
