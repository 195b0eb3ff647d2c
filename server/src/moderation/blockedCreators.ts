import type pg from 'pg'
import { type Actor, recordAction } from '../audit/recordAction.ts'
import { RefusedError } from '../lib/RefusedError.ts'

/** Hides every campaign of an address, on every chain and those to come too. Blocked before, it gets the new reason; for the same one nothing is done. */
export async function blockCreator(tx: pg.ClientBase, actor: Actor, address: string, reason: string): Promise<void> {
  const before = await findBlock(tx, address)
  if (before === reason) return
  await tx.query(
    `insert into blocked_creators (creator_address, reason, blocked_by) values ($1, $2, $3)
     on conflict (creator_address) do update set reason = excluded.reason, blocked_by = excluded.blocked_by`,
    [address, reason, actor.name],
  )
  await recordAction(tx, actor, {
    action: 'creator.block',
    subject: `creator:${address}`,
    before: { blocked: before !== undefined, reason: before ?? null },
    after: { blocked: true, reason },
  })
}

/** @throws RefusedError creator_not_blocked */
export async function unblockCreator(tx: pg.ClientBase, actor: Actor, address: string): Promise<void> {
  const before = await findBlock(tx, address)
  if (before === undefined) throw new RefusedError('creator_not_blocked', `The creator ${address} is not blocked.`)
  await tx.query('delete from blocked_creators where creator_address = $1', [address])
  await recordAction(tx, actor, {
    action: 'creator.unblock',
    subject: `creator:${address}`,
    before: { blocked: true, reason: before },
    after: { blocked: false },
  })
}

async function findBlock(tx: pg.ClientBase, address: string): Promise<string | undefined> {
  const { rows } = await tx.query('select reason from blocked_creators where creator_address = $1 for update', [
    address,
  ])
  return rows[0]?.reason
}
