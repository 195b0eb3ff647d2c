/** What the projections would have added up, from the events and campaigns that are there. `$1` is the chain. */
export const ROLLUPS: readonly string[] = [
  `insert into contributions (chain_id, campaign_address, donor_address, contributed_wei, refunded_wei, donations_count, created_at, updated_at)
   select chain_id, campaign_address, account_address, sum(amount_wei) filter (where event_name = 'DonationReceived'),
     coalesce(sum(amount_wei) filter (where event_name = 'Refunded'), 0), count(*) filter (where event_name = 'DonationReceived'),
     min(created_at), max(created_at)
   from events where chain_id = $1 and event_name in ('DonationReceived', 'Refunded') group by 1, 2, 3 order by min(created_at)`,
  `insert into campaign_hours (chain_id, campaign_address, hour, raised_wei, donations_count, refunded_wei, refunds_count)
   select chain_id, campaign_address, date_trunc('hour', created_at) as hour,
     coalesce(sum(amount_wei) filter (where event_name = 'DonationReceived'), 0), count(*) filter (where event_name = 'DonationReceived'),
     coalesce(sum(amount_wei) filter (where event_name = 'Refunded'), 0), count(*) filter (where event_name = 'Refunded')
   from events where chain_id = $1 and event_name in ('DonationReceived', 'Refunded') group by 1, 2, 3 order by 3`,
  `insert into donors (chain_id, donor_address, contributed_wei, refunded_wei, donations_count, refunds_count, campaigns_count, created_at)
   select chain_id, donor_address, sum(contributed_wei), sum(refunded_wei), sum(donations_count), count(*) filter (where refunded_wei > 0),
     count(*), min(created_at)
   from contributions where chain_id = $1 group by 1, 2`,
  `insert into creators (chain_id, creator_address, campaigns_count, funded_count, withdrawn_count, goal_wei, raised_wei, withdrawn_wei, refunded_wei)
   select chain_id, creator_address, count(*), count(*) filter (where total_raised_wei >= goal_wei), count(*) filter (where withdrawn),
     sum(goal_wei), sum(total_raised_wei), sum(withdrawn_amount_wei), sum(total_refunded_wei)
   from campaigns where chain_id = $1 group by 1, 2`,
  `insert into platform_days (chain_id, day, campaigns_count, donations_count, refunds_count, withdrawals_count, new_donors_count,
     raised_wei, refunded_wei, withdrawn_wei)
   select chain_id, created_at::date, count(*) filter (where event_name = 'CampaignCreated'), count(*) filter (where event_name = 'DonationReceived'),
     count(*) filter (where event_name = 'Refunded'), count(*) filter (where event_name = 'Withdrawn'), 0,
     coalesce(sum(amount_wei) filter (where event_name = 'DonationReceived'), 0), coalesce(sum(amount_wei) filter (where event_name = 'Refunded'), 0),
     coalesce(sum(amount_wei) filter (where event_name = 'Withdrawn'), 0)
   from events where chain_id = $1 group by 1, 2`,
  `update platform_days p set new_donors_count = first.donors
   from (select created_at::date as day, count(*) as donors from donors where chain_id = $1 group by 1) first
   where p.chain_id = $1 and p.day = first.day`,
  `insert into platform_totals (chain_id, campaigns_count, funded_count, withdrawn_count, contributions_count, donors_count,
     donations_count, refunds_count, events_count, goal_wei, raised_wei, refunded_wei, withdrawn_wei)
   select $1, count(*), count(*) filter (where total_raised_wei >= goal_wei), count(*) filter (where withdrawn),
     (select count(*) from contributions), (select count(*) from donors), sum(donations_count),
     (select sum(refunds_count) from donors), sum(events_count), sum(goal_wei), sum(total_raised_wei), sum(total_refunded_wei),
     sum(withdrawn_amount_wei)
   from campaigns where chain_id = $1`,
]
