import { sql } from '../sql.ts'
import { conditions, createOrderings, given, type Listing } from './listing.ts'

export const userOrderings = createOrderings(
  'users',
  {
    id: { column: sql`u.id`, kind: 'integer' },
    created_at: { column: sql`u.created_at`, kind: 'time' },
    last_login_at: { column: sql`coalesce(u.last_login_at, timestamptz 'epoch')`, kind: 'time' },
    username: { column: sql`coalesce(u.username_key, '')`, kind: 'text' },
  },
  { column: sql`u.id`, kind: 'integer' },
)

interface UserRow {
  id: number
  username: string | null
  wallet_address: string | null
  role: string
  disabled_at: Date | null
  last_login_at: Date | null
  created_at: Date
  updated_at: Date
}

/** Accounts; never anything of their passwords. */
export function deskUsers(
  filters: { id?: number; q?: string; role?: readonly string[]; disabled?: boolean },
  ordering: string,
): Listing {
  return {
    columns: sql`u.id, u.username, u.wallet_address, u.role, u.disabled_at, u.last_login_at, u.created_at, u.updated_at`,
    from: sql`users u`,
    where: conditions(
      given(filters.id, (id) => sql`u.id = ${id}`),
      given(
        filters.q?.toLowerCase(),
        (q) => sql`(strpos(lower(u.username), ${q}) > 0 or starts_with(u.wallet_address, ${q}))`,
      ),
      given(filters.role, (roles) => sql`u.role = any(${roles}::text[])`),
      given(filters.disabled, (is) => sql`(u.disabled_at is not null) = ${is}`),
    ),
    ordering: userOrderings.of(ordering),
    toRow: (row: UserRow) => ({
      id: row.id,
      username: row.username,
      wallet_address: row.wallet_address,
      role: row.role,
      disabled: row.disabled_at !== null,
      disabled_at: row.disabled_at?.toISOString() ?? null,
      last_login_at: row.last_login_at?.toISOString() ?? null,
      created_at: row.created_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
    }),
  }
}

export const auditOrderings = createOrderings(
  'audit',
  { id: { column: sql`a.id`, kind: 'integer' } },
  { column: sql`a.id`, kind: 'integer' },
)

interface AuditRow {
  id: number
  at: Date
  actor: string
  actor_id: number | null
  action: string
  subject: string
  before: unknown
  after: unknown
  request_id: string | null
}

/** Who did what to what. */
export function auditLog(
  filters: { id?: number; actor?: string; action?: string; subject?: string; since?: string; until?: string },
  ordering: string,
): Listing {
  return {
    columns: sql`a.id, a.at, a.actor, a.actor_id, a.action, a.subject, a.before, a.after, a.request_id`,
    from: sql`admin_log a`,
    where: conditions(
      given(filters.id, (id) => sql`a.id = ${id}`),
      given(filters.actor, (actor) =>
        // All of whoever has a shell, or one of them: `cli:ada`.
        actor === 'cli' ? sql`(a.actor = 'cli' or a.actor like 'cli:%')` : sql`a.actor = ${actor}`,
      ),
      given(filters.action?.toLowerCase(), (action) => sql`a.action like ${`${escapeLike(action)}%`}`),
      given(filters.subject?.toLowerCase(), (subject) => sql`a.subject ilike ${`%${escapeLike(subject)}%`}`),
      given(filters.since, (at) => sql`a.at >= ${at}::timestamptz`),
      given(filters.until, (at) => sql`a.at < ${at}::timestamptz`),
    ),
    ordering: auditOrderings.of(ordering),
    toRow: (row: AuditRow) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: row.actor,
      actor_id: row.actor_id,
      action: row.action,
      subject: row.subject,
      before: row.before,
      after: row.after,
      request_id: row.request_id,
    }),
  }
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')
