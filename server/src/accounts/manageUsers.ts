import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { type Actor, recordAction } from '../audit/recordAction.ts'
import { withTransaction } from '../lib/database.ts'
import { AccountError } from './AccountError.ts'
import { usernameKey } from './foldUsername.ts'
import { assertGoodPassword, holdsUsername } from './passwordRules.ts'
import { hashPassword } from './passwords.ts'
import { createUser, type Role, type User } from './users.ts'

export interface AccountChange {
  role?: Role | undefined
  disabled?: boolean | undefined
}

/** Makes an account for somebody else. @throws AccountError username_invalid, username_taken or password_weak */
export function makeUser(
  pool: pg.Pool,
  actor: Actor,
  given: { username: string; password: string; role: Role },
): Promise<User> {
  return withTransaction(pool, async (tx) => {
    const user = await createUser(tx, given)
    await recordAction(tx, actor, {
      action: 'user.create',
      subject: subjectOf(user.id),
      after: { username: user.username, role: user.role },
    })
    return user
  })
}

/**
 * Changes what an account may do, from its next request on. Disabling it ends its sessions.
 *
 * @param options.keepAdmin refuse what would leave nobody who can sign in as admin
 * @throws AccountError account_not_found or last_admin
 */
export function changeUser(
  pool: pg.Pool,
  actor: Actor,
  id: number,
  change: AccountChange,
  options: { keepAdmin: boolean },
): Promise<void> {
  return withTransaction(pool, async (tx) => {
    // In the order of ids, by everybody who changes accounts: two admins who demote each other take turns.
    const { rows } = await tx.query<{ id: number; role: Role; disabled: boolean }>(
      `select id, role, disabled_at is not null as disabled from users where id = $1 or role = 'admin' order by id for update`,
      [id],
    )
    const before = rows.find((row) => row.id === id)
    if (before === undefined) throw new AccountError('account_not_found', `There is no account ${id}.`)
    const after = { role: change.role ?? before.role, disabled: change.disabled ?? before.disabled }
    const others = rows.filter((row) => row.id !== id && row.role === 'admin' && !row.disabled)
    const wasAdmin = before.role === 'admin' && !before.disabled
    if (options.keepAdmin && wasAdmin && others.length === 0 && (after.role !== 'admin' || after.disabled)) {
      throw new AccountError('last_admin', `Account ${id} is the last admin: make another one first.`)
    }
    if (after.role === before.role && after.disabled === before.disabled) return
    await tx.query(
      `update users set role = $2, updated_at = now(),
         disabled_at = case when $3 then coalesce(disabled_at, now()) end where id = $1`,
      [id, after.role, after.disabled],
    )
    if (after.disabled && !before.disabled) await endSessions(tx, id)
    await recordAction(tx, actor, {
      action: 'user.change',
      subject: subjectOf(id),
      before: { role: before.role, disabled: before.disabled },
      after,
    })
  })
}

/**
 * Sets a new password, made up where none is chosen, and ends every session of the account.
 * @throws AccountError account_not_found or password_weak
 */
export function givePassword(
  pool: pg.Pool,
  actor: Actor,
  id: number,
  chosen: string | undefined,
): Promise<User & { password: string }> {
  return withTransaction(pool, async (tx) => {
    const { rows } = await tx.query<User>('select id, username, role from users where id = $1 for update', [id])
    const user = rows[0]
    if (user?.username == null) {
      throw new AccountError('account_not_found', `There is no account ${id} that signs in by password.`)
    }
    const password = chosen ?? randomPassword(user.username)
    assertGoodPassword(password, user.username)
    await tx.query(
      `update users set password_hash = $2, credentials_version = credentials_version + 1, updated_at = now() where id = $1`,
      [id, await hashPassword(password)],
    )
    await endSessions(tx, id)
    await recordAction(tx, actor, { action: 'user.reset_password', subject: subjectOf(id) })
    return { ...user, password }
  })
}

/** By its name or its wallet. @throws AccountError account_not_found */
export async function findUserId(pool: pg.Pool, name: string): Promise<number> {
  const { rows } = await pool.query('select id from users where username_key = $1 or wallet_address = $2', [
    usernameKey(name),
    name.toLowerCase(),
  ])
  if (rows[0] === undefined) throw new AccountError('account_not_found', `There is no account ${name}.`)
  return rows[0].id
}

/**
 * An admin where there is none yet, with a password that is told here and nowhere else.
 * @returns undefined where there is one
 */
export async function ensureFirstAdmin(
  pool: pg.Pool,
  actor: Actor,
): Promise<{ username: string; password: string } | undefined> {
  const { rowCount } = await pool.query("select from users where role = 'admin' limit 1")
  if (rowCount !== 0) return undefined
  const password = randomPassword('admin')
  for (const username of ['admin', `admin-${randomBytes(3).toString('hex')}`]) {
    try {
      await makeUser(pool, actor, { username, password, role: 'admin' })
      return { username, password }
    } catch (error) {
      if (!(error instanceof AccountError && error.code === 'username_taken')) throw error
    }
  }
  return undefined
}

/** 120 bits, which nobody guesses and everybody can paste. A short name stands in some of them by chance. */
export function randomPassword(username: string): string {
  for (;;) {
    const password = randomBytes(15).toString('base64url')
    if (!holdsUsername(password, username)) return password
  }
}

const subjectOf = (id: number) => `user:${id}`

async function endSessions(tx: pg.ClientBase, userId: number): Promise<void> {
  await tx.query('update refresh_tokens set revoked_at = now() where user_id = $1 and revoked_at is null', [userId])
}
