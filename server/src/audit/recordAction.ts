import type pg from 'pg'

/** Who does something. */
export interface Actor {
  /** A username, a wallet, or `cli:` and the operating system's user (cliActor.ts). */
  name: string
  /** Of the account; null for who has none. */
  id: number | null
  /** Names the request in the log. */
  requestId?: string | undefined
}

export interface Action {
  /** What was done, as `kind.verb`. */
  action: string
  /** To what, as `kind:identifier`. */
  subject: string
  /** What was there, of what was changed; left out: nothing. */
  before?: unknown
  /** What is there since. */
  after?: unknown
}

/**
 * Writes down what somebody did, in the transaction that does it: neither is there without the other. The table refuses to
 * have a row changed or deleted (migration 0018).
 */
export async function recordAction(tx: pg.ClientBase, actor: Actor, action: Action): Promise<void> {
  await tx.query(
    'insert into admin_log (actor, actor_id, action, subject, before, after, request_id) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      actor.name.slice(0, 64),
      actor.id,
      action.action,
      action.subject.replaceAll('\0', '\ufffd').slice(0, 255),
      jsonOf(action.before),
      jsonOf(action.after),
      actor.requestId ?? null,
    ],
  )
}

/** NUL is no character of jsonb. */
const jsonOf = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value).replaceAll('\\u0000', '\\ufffd')

export const campaignSubject = (chainId: number, address: string): string => `campaign:${chainId}:${address}`
