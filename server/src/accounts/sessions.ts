import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { withTransaction } from '../lib/database.ts'
import { AccountError } from './AccountError.ts'
import type { Tokens } from './tokens.ts'
import type { User } from './users.ts'

export interface TokenPair {
  access: string
  refresh: string
  /** Seconds until the access token expires. */
  expiresIn: number
}

export interface Sessions {
  /** Signs a user in: a new family of refresh tokens. @throws AccountError account_disabled */
  start(user: User): Promise<TokenPair>
  /**
   * Uses a refresh token up and gives the next pair. One used before means that two hold it: the family ends.
   *
   * @throws AccountError token_invalid, token_expired or token_reused
   */
  rotate(refresh: string): Promise<TokenPair>
  /** Ends the family of a refresh token; its access tokens no longer count either. @throws AccountError token_invalid */
  end(refresh: string): Promise<void>
}

export interface SessionOptions {
  pool: pg.Pool
  tokens: Tokens
  accessLifetimeMs: number
  refreshLifetimeMs: number
}

export function createSessions({ pool, tokens, accessLifetimeMs, refreshLifetimeMs }: SessionOptions): Sessions {
  async function issue(
    tx: pg.Pool | pg.PoolClient,
    user: { id: number; credentialsVersion: number },
    familyId: string,
  ): Promise<TokenPair> {
    const tokenId = randomUUID()
    await tx.query('insert into refresh_tokens (id, family_id, user_id, expires_at) values ($1, $2, $3, $4)', [
      tokenId,
      familyId,
      user.id,
      new Date(Date.now() + refreshLifetimeMs),
    ])
    const claims = { userId: user.id, familyId, credentialsVersion: user.credentialsVersion }
    return {
      access: await tokens.sign({ ...claims, kind: 'access', tokenId: randomUUID() }, accessLifetimeMs),
      refresh: await tokens.sign({ ...claims, kind: 'refresh', tokenId }, refreshLifetimeMs),
      expiresIn: Math.floor(accessLifetimeMs / 1000),
    }
  }

  return {
    async start(user) {
      const { rowCount } = await pool.query(
        'update users set last_login_at = now() where id = $1 and disabled_at is null',
        [user.id],
      )
      if (rowCount === 0) throw new AccountError('account_disabled', `Account ${user.id} is disabled: ask an admin.`)
      // Nobody can use what has expired: the table holds what is alive, and a sign-in is the time to tidy up.
      await pool.query(
        'delete from refresh_tokens where id in (select id from refresh_tokens where expires_at < now() limit 100)',
      )
      return issue(pool, user, randomUUID())
    },

    async rotate(refresh) {
      const claims = await tokens.verify(refresh, 'refresh')
      const outcome = await withTransaction(pool, async (tx) => {
        const { rows } = await tx.query<{ used: boolean; revoked: boolean; current: boolean }>(
          `select t.used_at is not null as used, t.revoked_at is not null as revoked, u.credentials_version = $2 and u.disabled_at is null as current
           from refresh_tokens t join users u on u.id = t.user_id where t.id = $1 for update of t`,
          [claims.tokenId, claims.credentialsVersion],
        )
        const row = rows[0]
        if (row === undefined || row.revoked || !row.current) return 'invalid' as const
        if (row.used) {
          await revokeFamily(tx, claims.familyId)
          return 'reused' as const
        }
        await tx.query('update refresh_tokens set used_at = now() where id = $1', [claims.tokenId])
        return issue(tx, { id: claims.userId, credentialsVersion: claims.credentialsVersion }, claims.familyId)
      })
      if (outcome === 'invalid') throw new AccountError('token_invalid', 'The refresh token no longer counts.')
      if (outcome === 'reused') {
        throw new AccountError('token_reused', 'The refresh token was used before; its whole session has been ended.')
      }
      return outcome
    },

    async end(refresh) {
      const { familyId } = await tokens.verify(refresh, 'refresh')
      await revokeFamily(pool, familyId)
    },
  }
}

async function revokeFamily(tx: pg.Pool | pg.PoolClient, familyId: string): Promise<void> {
  await tx.query('update refresh_tokens set revoked_at = now() where family_id = $1 and revoked_at is null', [familyId])
}
