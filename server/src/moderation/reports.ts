import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { type Actor, recordAction } from '../audit/recordAction.ts'
import { RefusedError } from '../lib/RefusedError.ts'
import { type CampaignKey, hideCampaign } from './hides.ts'

export interface NewReport extends CampaignKey {
  reason: string
  details: string | null
  reporter: { userId: number } | { clientAddress: string; secret: string }
}

/**
 * Keeps a visitor's report. Who is not signed in is told apart by a keyed hash of the address, which alone is kept.
 * @throws RefusedError already_reported
 */
export async function reportCampaign(pool: pg.Pool, report: NewReport): Promise<{ id: number; createdAt: Date }> {
  const { chainId, address, reason, details, reporter } = report
  const userId = 'userId' in reporter ? reporter.userId : null
  const key =
    'userId' in reporter
      ? `user:${reporter.userId}`
      : createHmac('sha256', reporter.secret).update(`report:${reporter.clientAddress}`).digest('hex')
  const { rows } = await pool.query(
    `insert into campaign_reports (chain_id, campaign_address, reason, details, reporter_key, reporter_id)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (chain_id, campaign_address, reporter_key) where state = 'open' do nothing
     returning id, created_at as "createdAt"`,
    [chainId, address, reason, details, key, userId],
  )
  if (rows[0] === undefined) {
    throw new RefusedError('already_reported', `You have reported campaign ${address} already; the staff will see it.`)
  }
  return rows[0]
}

export interface Decision {
  state: 'dismissed' | 'upheld'
  note: string | null
  /** Why the campaign is hidden with it; left out: it is not. */
  hideReason?: string | undefined
}

/** @throws RefusedError report_not_found or report_resolved */
export async function resolveReport(tx: pg.ClientBase, actor: Actor, id: number, decision: Decision): Promise<void> {
  const { rows } = await tx.query(
    `select chain_id, campaign_address, state, note, resolved_by from campaign_reports where id = $1 for update`,
    [id],
  )
  const report = rows[0]
  if (report === undefined) throw new RefusedError('report_not_found', `There is no report ${id}.`)
  if (report.state !== 'open') {
    throw new RefusedError('report_resolved', `Report ${id} was ${report.state} by ${report.resolved_by} already.`)
  }
  await tx.query(
    `update campaign_reports set state = $2, note = $3, resolved_by = $4, resolved_at = now() where id = $1`,
    [id, decision.state, decision.note, actor.name],
  )
  await recordAction(tx, actor, {
    action: decision.state === 'upheld' ? 'report.uphold' : 'report.dismiss',
    subject: `report:${id}`,
    before: { state: 'open' },
    after: { state: decision.state, note: decision.note },
  })
  if (decision.hideReason === undefined) return
  await hideCampaign(tx, actor, { chainId: report.chain_id, address: report.campaign_address }, decision.hideReason)
}
