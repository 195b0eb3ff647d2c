-- The chain's side: what the producer follows and what the consumer makes of it.
-- Single amounts are uint256 and fit numeric(78,0); sums of them get room to grow.

create table chains (
  id integer generated always as identity unique,
  chain_id bigint primary key,
  name varchar(100) not null,
  native_symbol varchar(16) not null default 'ETH',
  explorer_url varchar(255),
  factory_addresses varchar(42)[] not null default '{}',
  start_block bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- The producer's checkpoint: every block up to last_block is confirmed by the broker, in this epoch up to this seq.
create table sync_state (
  chain_id bigint primary key references chains on delete cascade,
  epoch bigint not null default 0,
  seq bigint not null default 0,
  last_block bigint not null,
  last_block_hash varchar(66) not null,
  chain_head bigint not null,
  chain_head_time timestamptz not null,
  finalized_block bigint not null default -1,
  catch_up_from bigint not null,
  catch_up_started_at timestamptz not null default now(),
  halted_reason text,
  updated_at timestamptz not null default now()
);

-- Hashes to find a common ancestor by: every block of the unfinalized window, the ends of ranges below it.
create table blocks (
  chain_id bigint not null references chains on delete cascade,
  number bigint not null,
  hash varchar(66) not null,
  primary key (chain_id, number)
);

-- Where each lane of the consumer stands; moves in the transaction that writes what the message said.
create table consumer_state (
  chain_id bigint not null references chains on delete cascade,
  partition integer not null,
  partitions integer not null,
  epoch bigint not null,
  seq bigint not null,
  last_block bigint not null,
  last_block_hash varchar(66) not null,
  last_block_time timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (chain_id, partition)
);

create table events (
  id bigint generated always as identity primary key,
  chain_id bigint not null,
  block_number bigint not null,
  block_hash varchar(66) not null,
  tx_hash varchar(66) not null,
  log_index integer not null,
  address varchar(42) not null,
  event_name varchar(32) not null,
  campaign_address varchar(42) not null,
  account_address varchar(42) not null,
  amount_wei numeric(78,0),
  event_data jsonb not null,
  removed boolean not null default false,
  created_at timestamptz not null
);
comment on column events.account_address is 'the creator of a CampaignCreated or Withdrawn, the donor of the others';
comment on column events.created_at is 'the block''s time';
-- A transaction mined again in another block is another event: the block''s hash is part of the identity (EIP-1474 log fields).
create unique index events_identity on events (chain_id, block_hash, log_index);
create index events_by_position on events (chain_id, block_number, log_index);
create index events_by_campaign on events (chain_id, campaign_address, block_number, log_index);
create index events_by_account on events (chain_id, account_address, block_number, log_index);
create index events_by_tx on events (chain_id, tx_hash);

create table campaigns (
  chain_id bigint not null,
  address varchar(42) not null,
  factory_address varchar(42) not null,
  creator_address varchar(42) not null,
  goal_wei numeric(78,0) not null,
  deadline_ts numeric(78,0) not null,
  cid text not null,
  total_raised_wei numeric(100,0) not null default 0,
  total_refunded_wei numeric(100,0) not null default 0,
  withdrawn boolean not null default false,
  withdrawn_amount_wei numeric(100,0) not null default 0,
  progress_percent numeric generated always as (trunc(total_raised_wei * 100 / nullif(goal_wei, 0), 2)) stored,
  donors_count integer not null default 0,
  donations_count integer not null default 0,
  events_count integer not null default 0,
  created_block bigint not null,
  created_log_index integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (chain_id, address)
);
create index campaigns_by_created on campaigns (chain_id, created_at, address);
create index campaigns_by_deadline on campaigns (chain_id, deadline_ts, address);
create index campaigns_by_goal on campaigns (chain_id, goal_wei, address);
create index campaigns_by_raised on campaigns (chain_id, total_raised_wei, address);
create index campaigns_by_donors on campaigns (chain_id, donors_count, address);
create index campaigns_by_progress on campaigns (chain_id, progress_percent, address);
create index campaigns_by_creator on campaigns (chain_id, creator_address, created_at, address);
create index campaigns_by_factory on campaigns (chain_id, factory_address, created_at, address);
create index campaigns_by_block on campaigns (chain_id, created_block);

create table contributions (
  id bigint generated always as identity unique,
  chain_id bigint not null,
  campaign_address varchar(42) not null,
  donor_address varchar(42) not null,
  contributed_wei numeric(100,0) not null,
  refunded_wei numeric(100,0) not null,
  donations_count integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (chain_id, campaign_address, donor_address)
);
create index contributions_by_campaign on contributions (chain_id, campaign_address, created_at, donor_address);
create index contributions_by_donor on contributions (chain_id, donor_address, created_at, campaign_address);

-- Rollups: sums that keep statistics from scanning.
create table campaign_hours (
  chain_id bigint not null,
  campaign_address varchar(42) not null,
  hour timestamptz not null,
  raised_wei numeric(100,0) not null,
  donations_count integer not null,
  refunded_wei numeric(100,0) not null,
  refunds_count integer not null,
  primary key (chain_id, campaign_address, hour)
);
create index campaign_hours_by_hour on campaign_hours (chain_id, hour);

create table donors (
  chain_id bigint not null,
  donor_address varchar(42) not null,
  contributed_wei numeric(100,0) not null,
  refunded_wei numeric(100,0) not null,
  donations_count integer not null,
  refunds_count integer not null,
  campaigns_count integer not null,
  created_at timestamptz not null,
  primary key (chain_id, donor_address)
);
comment on column donors.created_at is 'time of the first donation';
create index donors_by_contributed on donors (chain_id, contributed_wei, donor_address);

create table creators (
  chain_id bigint not null,
  creator_address varchar(42) not null,
  campaigns_count integer not null,
  funded_count integer not null,
  withdrawn_count integer not null,
  goal_wei numeric(100,0) not null,
  raised_wei numeric(100,0) not null,
  withdrawn_wei numeric(100,0) not null,
  refunded_wei numeric(100,0) not null,
  primary key (chain_id, creator_address)
);

create table platform_days (
  chain_id bigint not null,
  day date not null,
  campaigns_count integer not null,
  donations_count integer not null,
  refunds_count integer not null,
  withdrawals_count integer not null,
  new_donors_count integer not null,
  raised_wei numeric(100,0) not null,
  refunded_wei numeric(100,0) not null,
  withdrawn_wei numeric(100,0) not null,
  primary key (chain_id, day)
);

create table platform_totals (
  chain_id bigint primary key,
  campaigns_count bigint not null,
  funded_count bigint not null,
  withdrawn_count bigint not null,
  contributions_count bigint not null,
  donors_count bigint not null,
  donations_count bigint not null,
  refunds_count bigint not null,
  events_count bigint not null,
  goal_wei numeric(100,0) not null,
  raised_wei numeric(100,0) not null,
  refunded_wei numeric(100,0) not null,
  withdrawn_wei numeric(100,0) not null
);
comment on column platform_totals.funded_count is 'campaigns whose goal is met, withdrawn or not';
