import type pg from 'pg'
import { type Actor, campaignSubject, recordAction } from '../audit/recordAction.ts'
import { RefusedError } from '../lib/RefusedError.ts'

export interface CampaignKey {
  chainId: number
  address: string
}

/** Takes a campaign out of every list; hidden before, it gets the new reason, and for the same one nothing is done. @throws RefusedError campaign_not_found */
export async function hideCampaign(
  tx: pg.ClientBase,
  actor: Actor,
  { chainId, address }: CampaignKey,
  reason: string,
): Promise<void> {
  await assertCampaign(tx, { chainId, address })
  const before = await findHide(tx, { chainId, address })
  if (before?.reason === reason) return
  await tx.query(
    `insert into campaign_hides (chain_id, campaign_address, reason, hidden_by) values ($1, $2, $3, $4)
     on conflict (chain_id, campaign_address) do update set reason = excluded.reason, hidden_by = excluded.hidden_by`,
    [chainId, address, reason, actor.name],
  )
  await recordAction(tx, actor, {
    action: 'campaign.hide',
    subject: campaignSubject(chainId, address),
    before: { hidden: before !== undefined, reason: before?.reason ?? null },
    after: { hidden: true, reason },
  })
}

/** @throws RefusedError campaign_not_found or campaign_not_hidden */
export async function unhideCampaign(
  tx: pg.ClientBase,
  actor: Actor,
  { chainId, address }: CampaignKey,
  reason?: string | undefined,
): Promise<void> {
  await assertCampaign(tx, { chainId, address })
  const before = await findHide(tx, { chainId, address })
  if (before === undefined)
    throw new RefusedError('campaign_not_hidden', `Campaign ${address} is not hidden by itself.`)
  await tx.query('delete from campaign_hides where chain_id = $1 and campaign_address = $2', [chainId, address])
  await recordAction(tx, actor, {
    action: 'campaign.unhide',
    subject: campaignSubject(chainId, address),
    before: { hidden: true, reason: before.reason },
    after: { hidden: false, ...(reason ? { note: reason } : {}) },
  })
}

/** Locks the row, so that two who act at once are written down in the order in which they did. */
async function findHide(tx: pg.ClientBase, { chainId, address }: CampaignKey): Promise<{ reason: string } | undefined> {
  const { rows } = await tx.query(
    'select reason from campaign_hides where chain_id = $1 and campaign_address = $2 for update',
    [chainId, address],
  )
  return rows[0]
}

/** @throws RefusedError campaign_not_found */
export async function assertCampaign(tx: pg.ClientBase, { chainId, address }: CampaignKey): Promise<void> {
  const { rowCount } = await tx.query('select from campaigns where chain_id = $1 and address = $2', [chainId, address])
  if (rowCount === 0) throw new RefusedError('campaign_not_found', `Chain ${chainId} has no campaign ${address}.`)
}
