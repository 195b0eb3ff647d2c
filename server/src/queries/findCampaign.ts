import { type Queryable, runPrepared, sql } from './sql.ts'

/** Whether the chain has a campaign at this address, and why moderation hides it, where it does. */
export async function findCampaign(
  db: Queryable,
  chainId: number,
  address: string,
): Promise<{ hiddenReason: string | null } | undefined> {
  const [row] = await runPrepared<{ hiddenReason: string | null }>(
    db,
    sql`select (select h.reason from hidden_campaigns h
        where h.chain_id = c.chain_id and h.campaign_address = c.address) as "hiddenReason"
      from campaigns c where c.chain_id = ${chainId} and c.address = ${address}`,
  )
  return row
}
