import type pg from 'pg'
import { AccountError } from './AccountError.ts'
import { foldUsername, usernameKey } from './foldUsername.ts'
import { assertGoodPassword } from './passwordRules.ts'
import { checkPassword, hashPassword } from './passwords.ts'

export const ROLES = ['user', 'staff', 'admin'] as const
export type Role = (typeof ROLES)[number]

export interface User {
  id: number
  username: string | null
  walletAddress: string | null
  role: Role
  credentialsVersion: number
  createdAt: Date
}

const COLUMNS = `id, username, wallet_address as "walletAddress", role, credentials_version as "credentialsVersion",
  created_at as "createdAt"`

/** @throws AccountError username_invalid, username_taken or password_weak */
export async function createUser(
  pool: pg.Pool | pg.ClientBase,
  given: { username: string; password: string; role?: Role },
): Promise<User> {
  const { name, key } = foldUsername(given.username)
  assertGoodPassword(given.password, name)
  const { rows } = await pool.query<User>(
    `insert into users (username, username_key, password_hash, role) values ($1, $2, $3, $4)
     on conflict (username_key) do nothing returning ${COLUMNS}`,
    [name, key, await hashPassword(given.password), given.role ?? 'user'],
  )
  if (rows[0] === undefined) {
    throw new AccountError('username_taken', `The username ${name} is taken.`, { field: 'username' })
  }
  return rows[0]
}

/** Whose name and password these are. @throws AccountError credentials_wrong, after the same time whichever is wrong */
export async function findByPassword(pool: pg.Pool, username: string, password: string): Promise<User> {
  const { rows } = await pool.query<User & { passwordHash: string }>(
    `select ${COLUMNS}, password_hash as "passwordHash" from users where username_key = $1`,
    [usernameKey(username).replaceAll('\0', '')],
  )
  const { passwordHash = null, ...user } = rows[0] ?? {}
  if (!(await checkPassword(passwordHash, password))) {
    throw new AccountError('credentials_wrong', 'There is no account with this username and password.')
  }
  return user as User
}

/** The account of a wallet, made when there is none. */
export async function ensureWalletUser(pool: pg.Pool, walletAddress: string): Promise<User> {
  await pool.query('insert into users (wallet_address) values ($1) on conflict do nothing', [walletAddress])
  const { rows } = await pool.query<User>(`select ${COLUMNS} from users where wallet_address = $1`, [walletAddress])
  return rows[0]!
}

/** Signing in with the wallet then leads to this account. @throws AccountError wallet_taken */
export async function linkWallet(pool: pg.Pool, userId: number, walletAddress: string): Promise<User> {
  const taken = (cause?: unknown) =>
    new AccountError('wallet_taken', `The wallet ${walletAddress} belongs to another account.`, { cause })
  try {
    const { rows } = await pool.query<User>(
      `update users set wallet_address = $2, updated_at = now() where id = $1 returning ${COLUMNS}`,
      [userId, walletAddress],
    )
    if (rows[0] === undefined) throw new AccountError('account_not_found', `There is no account ${userId}.`)
    return rows[0]
  } catch (error) {
    throw (error as { code?: string }).code === '23505' ? taken(error) : error
  }
}

/** The bearer of an access token, as the account is now: undefined once it is gone, disabled, signed out or has a new password. */
export async function findBearer(
  pool: pg.Pool,
  claims: { userId: number; familyId: string; credentialsVersion: number },
): Promise<User | undefined> {
  const { rows } = await pool.query<User>({
    name: 'find-bearer',
    text: `select ${COLUMNS} from users where id = $1 and credentials_version = $2 and disabled_at is null
             and not exists (select from refresh_tokens where family_id = $3 and revoked_at is not null)`,
    values: [claims.userId, claims.credentialsVersion, claims.familyId],
  })
  return rows[0]
}
