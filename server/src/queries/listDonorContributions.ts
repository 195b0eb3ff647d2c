import { isShown } from './campaignFilters.ts'
import { type Campaign, type CampaignRow, campaignColumns, toListedCampaign } from './campaignRow.ts'
import { type Contribution, type ContributionRow, contributionColumns, toContribution } from './contributionRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type MetadataSummaryColumn, metadataSummaryColumn } from './metadataRow.ts'
import { type Ordering, type Page, type PageRequest, readPage } from './paging.ts'
import { type Queryable, sql } from './sql.ts'

export interface DonorContribution extends Contribution {
  campaign: Campaign
}

/** The campaign first given to last comes first. */
export const donorContributionOrdering: Ordering = {
  name: 'donor contributions',
  keys: [
    { column: sql`d.created_at`, kind: 'time' },
    { column: sql`d.campaign_address`, kind: 'address' },
  ],
  descending: true,
}

/** What a donor gave, one row a campaign, with the campaign. */
export async function listDonorContributions(
  db: Queryable,
  chain: ChainPosition,
  donorAddress: string,
  options: { page: PageRequest; includeMetadata: boolean; ipfsUrl: string },
): Promise<Page<DonorContribution>> {
  // A campaign's donations_count stays out of its columns: the contribution's own has that name.
  const columns = sql`${contributionColumns}, ${campaignColumns(chain.clockTs)}`
  const found = await readPage<ContributionRow & CampaignRow & Partial<MetadataSummaryColumn>>(db, {
    columns: options.includeMetadata ? sql`${columns}, ${metadataSummaryColumn}` : columns,
    // A subquery with a limit can only be a nested loop: by the campaigns' key, for the rows of the page alone.
    from: sql`contributions d cross join lateral (
      select * from campaigns c where c.chain_id = d.chain_id and c.address = d.campaign_address limit 1
    ) c`,
    where: [
      sql`d.chain_id = ${chain.chainId}`,
      sql`d.donor_address = ${donorAddress}`,
      isShown(chain.chainId, sql`d.campaign_address`),
    ],
    ordering: donorContributionOrdering,
    page: options.page,
    total: sql`select count(*) from contributions d where d.chain_id = ${chain.chainId} and d.donor_address = ${donorAddress}
      and ${isShown(chain.chainId, sql`d.campaign_address`)}`,
  })
  return {
    ...found,
    rows: found.rows.map((row) => ({ ...toContribution(row), campaign: toListedCampaign(row, options.ipfsUrl) })),
  }
}
