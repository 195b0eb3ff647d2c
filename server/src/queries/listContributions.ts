import { type Contribution, type ContributionRow, contributionColumns, toContribution } from './contributionRow.ts'
import { type Ordering, type Page, type PageRequest, readPage } from './paging.ts'
import { type Queryable, sql } from './sql.ts'

/** The newest donor first. */
export const contributionOrdering: Ordering = {
  name: 'contributions',
  keys: [
    { column: sql`d.created_at`, kind: 'time' },
    { column: sql`d.donor_address`, kind: 'address' },
  ],
  descending: true,
}

/** A campaign's donors, one row each. */
export async function listContributions(
  db: Queryable,
  chainId: number,
  campaignAddress: string,
  page: PageRequest,
): Promise<Page<Contribution>> {
  const found = await readPage<ContributionRow>(db, {
    columns: contributionColumns,
    from: sql`contributions d`,
    where: [sql`d.chain_id = ${chainId}`, sql`d.campaign_address = ${campaignAddress}`],
    ordering: contributionOrdering,
    page,
    total: sql`select c.donors_count from campaigns c
      where c.chain_id = ${chainId} and c.address = ${campaignAddress}`,
  })
  return { ...found, rows: found.rows.map(toContribution) }
}
