-- A goal of 0 is 0 %: a null would fall out of every comparison.
drop index campaigns_by_progress;
alter table campaigns drop column progress_percent;
alter table campaigns add column progress_percent numeric not null
  generated always as (coalesce(trunc(total_raised_wei * 100 / nullif(goal_wei, 0), 2), 0)) stored;
create index campaigns_by_progress on campaigns (chain_id, progress_percent, address);
-- What is open or failed, by the clock alone: counted, and asked for what is nearest to its goal.
create index campaigns_unfunded_by_deadline on campaigns (chain_id, deadline_ts)
  where not withdrawn and total_raised_wei < goal_wei;
create index campaigns_unfunded_by_progress on campaigns (chain_id, progress_percent, address)
  where not withdrawn and total_raised_wei < goal_wei;

-- Events come in the order of their time: a summary of each stretch of the table finds a period, at no price on writing.
create index events_by_time on events using brin (created_at) with (autosummarize = on);

-- Lists count what a reorg took away beside what the rollups count.
create index events_removed on events (chain_id) where removed;

-- Campaigns that moderation keeps out of every list; the ledger still counts their money.
create table hidden_campaigns (
  chain_id bigint not null,
  campaign_address varchar(42) not null,
  reason text not null,
  hidden_at timestamptz not null default now(),
  primary key (chain_id, campaign_address)
);

-- What happened within the last 24 hours, 7 and 30 days. Windows move with the clock, so these are no projections: they are
-- worked out again from the events when they are asked for and too old, and can be emptied at any time.
create table standings (
  chain_id bigint primary key,
  version text not null,
  epoch bigint not null,
  computed_at timestamptz not null
);
create table period_campaigns (
  chain_id bigint not null,
  period varchar(3) not null,
  campaign_address varchar(42) not null,
  donations_count integer not null,
  donors_count integer not null,
  raised_wei numeric(100,0) not null,
  trend numeric not null,
  primary key (chain_id, period, campaign_address)
);
comment on column period_campaigns.trend is
  'the sum over donors of the square root of what each gave, in the native coin; the creator''s own gifts left out';
create index period_campaigns_by_raised on period_campaigns (chain_id, period, raised_wei, campaign_address);
create index period_campaigns_by_trend on period_campaigns (chain_id, period, trend, campaign_address);
create table period_donors (
  chain_id bigint not null,
  period varchar(3) not null,
  donor_address varchar(42) not null,
  contributed_wei numeric(100,0) not null,
  refunded_wei numeric(100,0) not null,
  campaigns_count integer not null,
  primary key (chain_id, period, donor_address)
);
create index period_donors_by_contributed on period_donors (chain_id, period, contributed_wei, donor_address);
create table category_totals (
  chain_id bigint not null,
  category varchar(100) not null,
  campaigns_count integer not null,
  donations_count bigint not null,
  goal_wei numeric(100,0) not null,
  raised_wei numeric(100,0) not null,
  primary key (chain_id, category)
);
