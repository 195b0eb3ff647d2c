import type pg from 'pg'
import { type Actor, campaignSubject, recordAction } from '../audit/recordAction.ts'
import { assertCampaign, type CampaignKey } from './hides.ts'

/** Says which campaigns the home page shows, in this order; the order that is there stays. @throws RefusedError campaign_not_found */
export async function setFeatured(
  tx: pg.ClientBase,
  actor: Actor,
  chainId: number,
  addresses: readonly string[],
): Promise<void> {
  for (const address of addresses) await assertCampaign(tx, { chainId, address })
  const before = await listFeatured(tx, chainId)
  if (before.join() === addresses.join()) return
  await tx.query('delete from featured_campaigns where chain_id = $1 and campaign_address <> all($2)', [
    chainId,
    addresses,
  ])
  await tx.query(
    `insert into featured_campaigns (chain_id, campaign_address, position, featured_by)
     select $1, address, position, $3 from unnest($2::text[]) with ordinality as given (address, position)
     on conflict (chain_id, campaign_address) do update set position = excluded.position
       where featured_campaigns.position <> excluded.position`,
    [chainId, addresses, actor.name],
  )
  await recordAction(tx, actor, {
    action: 'featured.set',
    subject: `featured:${chainId}`,
    before: { addresses: before },
    after: { addresses },
  })
}

/** Puts a campaign behind those that are featured; one that is stays where it is. @throws RefusedError campaign_not_found */
export async function featureCampaign(tx: pg.ClientBase, actor: Actor, campaign: CampaignKey): Promise<void> {
  const { chainId, address } = campaign
  await assertCampaign(tx, campaign)
  const before = await listFeatured(tx, chainId)
  if (before.includes(address)) return
  await tx.query(
    `insert into featured_campaigns (chain_id, campaign_address, position, featured_by)
     select $1, $2, coalesce(max(position), 0) + 1, $3 from featured_campaigns where chain_id = $1`,
    [chainId, address, actor.name],
  )
  await recordFeatured(tx, actor, campaign, 'campaign.feature', true)
}

/** One that is not featured stays so. */
export async function unfeatureCampaign(tx: pg.ClientBase, actor: Actor, campaign: CampaignKey): Promise<void> {
  const { chainId, address } = campaign
  const left = (await listFeatured(tx, chainId)).filter((one) => one !== address)
  const { rowCount } = await tx.query('delete from featured_campaigns where chain_id = $1 and campaign_address = $2', [
    chainId,
    address,
  ])
  if (rowCount === 0) return
  await tx.query(
    `update featured_campaigns f set position = given.position
     from unnest($2::text[]) with ordinality as given (address, position)
     where f.chain_id = $1 and f.campaign_address = given.address and f.position <> given.position`,
    [chainId, left],
  )
  await recordFeatured(tx, actor, campaign, 'campaign.unfeature', false)
}

async function recordFeatured(
  tx: pg.ClientBase,
  actor: Actor,
  { chainId, address }: CampaignKey,
  action: string,
  featured: boolean,
): Promise<void> {
  await recordAction(tx, actor, {
    action,
    subject: campaignSubject(chainId, address),
    before: { featured: !featured },
    after: { featured },
  })
}

/** In their order. Locks the chain's list: two who change it at once take turns. */
async function listFeatured(tx: pg.ClientBase, chainId: number): Promise<string[]> {
  await tx.query('select from chains where chain_id = $1 for no key update', [chainId])
  const { rows } = await tx.query(
    'select campaign_address from featured_campaigns where chain_id = $1 order by position',
    [chainId],
  )
  return rows.map((row) => row.campaign_address)
}
