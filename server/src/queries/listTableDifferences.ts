import type pg from 'pg'

/** A row that a projection has and the events do not give, or the other way round. */
export interface TableDifference {
  table: string
  /** `stored` stands in the table, `expected` follows from the events. */
  side: 'stored' | 'expected'
  row: string
}

/** Differences shown per table. */
const LIMIT = 20

const DONATED = `sum(amount_wei) filter (where event_name = 'DonationReceived')`
const REFUNDED = `sum(amount_wei) filter (where event_name = 'Refunded')`
const WITHDRAWN = `sum(amount_wei) filter (where event_name = 'Withdrawn')`
const counted = (name: string) => `count(*) filter (where event_name = '${name}')`

/** By table: what it stores and what the events sum up to, as the same columns; `$1` chain, `$2` campaigns or null for all. */
const TABLES: { table: string; sampled: boolean; stored: string; expected: string }[] = [
  {
    table: 'campaigns',
    sampled: true,
    stored: `select address, total_raised_wei, total_refunded_wei, withdrawn, withdrawn_amount_wei, donors_count::bigint,
                    donations_count::bigint, events_count::bigint
             from campaigns where chain_id = $1 and ($2::text[] is null or address = any($2))`,
    expected: `select campaign_address, coalesce(${DONATED}, 0), coalesce(${REFUNDED}, 0), ${counted('Withdrawn')} > 0,
                      coalesce(${WITHDRAWN}, 0), count(distinct account_address) filter (where event_name in ('DonationReceived', 'Refunded')),
                      ${counted('DonationReceived')}, count(*)
               from counted group by campaign_address`,
  },
  {
    table: 'contributions',
    sampled: true,
    stored: `select campaign_address, donor_address, contributed_wei, refunded_wei, donations_count::bigint
             from contributions where chain_id = $1 and ($2::text[] is null or campaign_address = any($2))`,
    expected: `select campaign_address, account_address, coalesce(${DONATED}, 0), coalesce(${REFUNDED}, 0), ${counted('DonationReceived')}
               from counted where event_name in ('DonationReceived', 'Refunded') group by 1, 2`,
  },
  {
    table: 'campaign_hours',
    sampled: true,
    stored: `select campaign_address, hour, raised_wei, donations_count::bigint, refunded_wei, refunds_count::bigint
             from campaign_hours where chain_id = $1 and ($2::text[] is null or campaign_address = any($2))`,
    expected: `select campaign_address, date_trunc('hour', created_at, 'UTC'), coalesce(${DONATED}, 0), ${counted('DonationReceived')},
                      coalesce(${REFUNDED}, 0), ${counted('Refunded')}
               from counted where event_name in ('DonationReceived', 'Refunded') group by 1, 2`,
  },
  {
    table: 'donors',
    sampled: false,
    stored: `select donor_address, contributed_wei, refunded_wei, donations_count::bigint, refunds_count::bigint,
                    campaigns_count::bigint, created_at
             from donors where chain_id = $1`,
    expected: `select account_address, coalesce(${DONATED}, 0), coalesce(${REFUNDED}, 0), ${counted('DonationReceived')}, ${counted('Refunded')},
                      count(distinct campaign_address), min(created_at)
               from counted where event_name in ('DonationReceived', 'Refunded') group by 1`,
  },
  {
    table: 'creators',
    sampled: false,
    stored: `select creator_address, campaigns_count::bigint, funded_count::bigint, withdrawn_count::bigint, goal_wei, raised_wei,
                    withdrawn_wei, refunded_wei
             from creators where chain_id = $1`,
    expected: `select creator_address, count(*), count(*) filter (where total_raised_wei >= goal_wei), count(*) filter (where withdrawn),
                      sum(goal_wei), sum(total_raised_wei), sum(withdrawn_amount_wei), sum(total_refunded_wei)
               from campaigns where chain_id = $1 group by 1`,
  },
  {
    table: 'platform_days',
    sampled: false,
    stored: `select day, campaigns_count::bigint, donations_count::bigint, refunds_count::bigint, withdrawals_count::bigint,
                    new_donors_count::bigint, raised_wei, refunded_wei, withdrawn_wei
             from platform_days where chain_id = $1`,
    expected: `select day, ${counted('CampaignCreated')}, ${counted('DonationReceived')}, ${counted('Refunded')}, ${counted('Withdrawn')},
                      (select count(*) from donors where chain_id = $1 and (created_at at time zone 'UTC')::date = day),
                      coalesce(${DONATED}, 0), coalesce(${REFUNDED}, 0), coalesce(${WITHDRAWN}, 0)
               from (select *, (created_at at time zone 'UTC')::date as day from counted) as event group by day`,
  },
  {
    table: 'platform_totals',
    sampled: false,
    stored: `select campaigns_count, funded_count, withdrawn_count, contributions_count, donors_count, donations_count, refunds_count,
                    events_count, goal_wei, raised_wei, refunded_wei, withdrawn_wei
             from platform_totals where chain_id = $1`,
    expected: `select (select count(*) from campaigns where chain_id = $1),
                      (select count(*) from campaigns where chain_id = $1 and total_raised_wei >= goal_wei),
                      ${counted('Withdrawn')}, (select count(*) from contributions where chain_id = $1),
                      (select count(*) from donors where chain_id = $1), ${counted('DonationReceived')}, ${counted('Refunded')}, count(*),
                      (select sum(goal_wei) from campaigns where chain_id = $1),
                      coalesce(${DONATED}, 0), coalesce(${REFUNDED}, 0), coalesce(${WITHDRAWN}, 0)
               from counted having count(*) > 0`,
  },
  {
    table: 'counted_campaigns',
    sampled: true,
    stored: `select * from counted_campaigns where chain_id = $1 and ($2::text[] is null or campaign_address = any($2))`,
    expected: `select * from campaigns_to_count where chain_id = $1 and ($2::text[] is null or campaign_address = any($2))`,
  },
  {
    table: 'campaign_counts',
    sampled: false,
    stored: `select category, outcome, progress, goal, remaining, campaigns_count from campaign_counts where chain_id = $1`,
    expected: `select category, outcome, progress, goal, remaining, count(*) from campaigns_to_count
               where chain_id = $1 group by 1, 2, 3, 4, 5`,
  },
  {
    table: 'campaign_tag_counts',
    sampled: false,
    stored: `select t.category, tag, total::bigint, slot, n::bigint
             from campaign_tag_counts t, unnest(counts) with ordinality as by_slot (n, slot) where chain_id = $1 and n <> 0`,
    expected: `select of_category, tag, sum(count(*)) over (partition by of_category, tag)::bigint,
                      counted_slot(outcome, progress, remaining)::bigint, count(*)
               from campaigns_to_count, unnest(tags) tag, unnest(counted_under(category)) of_category
               where chain_id = $1 group by 1, 2, 4`,
  },
]

/**
 * Every projection against the events it is made of, in the caller's snapshot.
 *
 * @param campaigns only what is about these; null for everything, the rollups over all campaigns too
 */
export async function listTableDifferences(
  tx: pg.ClientBase,
  chainId: number,
  campaigns: string[] | null,
): Promise<TableDifference[]> {
  const differences: TableDifference[] = []
  for (const { table, sampled, stored, expected } of TABLES) {
    if (campaigns !== null && !sampled) continue
    const { rows } = await tx.query(
      `with counted as materialized (
         select * from events where chain_id = $1 and not removed and ($2::text[] is null or campaign_address = any($2))
       ), stored as (${stored}), expected as (${expected})
       select 'stored' as side, only_stored::text as row from (table stored except table expected) as only_stored
       union all
       select 'expected', only_expected::text from (table expected except table stored) as only_expected
       limit ${LIMIT}`,
      [chainId, campaigns],
    )
    differences.push(...rows.map((row) => ({ table, side: row.side, row: row.row })))
  }
  return differences
}
