import { type ContributionRow, contributionColumns, toContribution } from '../contributionRow.ts'
import { type EventRow, eventColumns, eventOrdering, toEvent } from '../eventRow.ts'
import { type EventFilters, eventConditions } from '../listEvents.ts'
import { sql } from '../sql.ts'
import { conditions, createOrderings, given, type Listing } from './listing.ts'

export const contributionOrderings = createOrderings(
  'desk contributions',
  {
    created_at: { column: sql`d.created_at`, kind: 'time' },
    updated_at: { column: sql`d.updated_at`, kind: 'time' },
    contributed_wei: { column: sql`d.contributed_wei`, kind: 'decimal' },
    refunded_wei: { column: sql`d.refunded_wei`, kind: 'decimal' },
    donations_count: { column: sql`d.donations_count`, kind: 'integer' },
  },
  { column: sql`d.id`, kind: 'integer' },
)

/** What each donor of a chain gave to each campaign, hidden ones too. */
export function deskContributions(
  chainId: number,
  filters: { campaign?: string; donor?: string; refunded?: boolean; min_contributed?: string },
  ordering: string,
): Listing {
  return {
    columns: sql`${contributionColumns}, d.chain_id, (select m.name from campaign_metadata m
      where m.chain_id = d.chain_id and m.campaign_address = d.campaign_address) as campaign_name`,
    from: sql`contributions d`,
    where: conditions(
      sql`d.chain_id = ${chainId}`,
      given(filters.campaign, (address) => sql`d.campaign_address = ${address}`),
      given(filters.donor, (address) => sql`d.donor_address = ${address}`),
      given(filters.refunded, (is) => sql`(d.refunded_wei > 0) = ${is}`),
      given(filters.min_contributed, (wei) => sql`d.contributed_wei >= ${wei}::numeric`),
    ),
    ordering: contributionOrderings.of(ordering),
    toRow: (row: ContributionRow & { chain_id: number; campaign_name: string | null }) => ({
      ...toContribution(row),
      chain_id: row.chain_id,
      campaign_name: row.campaign_name,
    }),
  }
}

export const deskEventOrderings = {
  names: ['block_number', '-block_number'],
  of: (name: string) => ({ ...eventOrdering, name: `desk events ${name}`, descending: name.startsWith('-') }),
}

/** Every event of a chain, whatever became of it and of its campaign. */
export function deskEvents(
  chainId: number,
  { accountAddress, ...filters }: EventFilters & { accountAddress?: string | undefined },
  ordering: string,
): Listing {
  return {
    columns: eventColumns,
    from: sql`events e`,
    where: [
      ...eventConditions(chainId, filters),
      ...conditions(given(accountAddress, (address) => sql`e.account_address = ${address}`)),
    ],
    ordering: deskEventOrderings.of(ordering),
    toRow: (row: EventRow) => toEvent(row),
  }
}
