create table public.blocks (
  chain_id bigint not null,
  number bigint not null,
  hash character varying(66) not null,
  constraint blocks_pkey PRIMARY KEY (chain_id, number),
  constraint blocks_chain_id_fkey FOREIGN KEY (chain_id) REFERENCES public.chains(chain_id) ON DELETE CASCADE
);

create table public.broker_messages (
  id bigint generated always as identity not null,
  queue character varying(255) not null,
  body text not null,
  attempts integer default 0 not null,
  available_at timestamp with time zone default now() not null,
  enqueued_at timestamp with time zone default now() not null,
  constraint broker_messages_pkey PRIMARY KEY (id)
);

create table public.campaign_hours (
  chain_id bigint not null,
  campaign_address character varying(42) not null,
  hour timestamp with time zone not null,
  raised_wei numeric(100,0) not null,
  donations_count integer not null,
  refunded_wei numeric(100,0) not null,
  refunds_count integer not null,
  constraint campaign_hours_pkey PRIMARY KEY (chain_id, campaign_address, hour)
);

create table public.campaign_metadata (
  id bigint generated always as identity not null,
  chain_id bigint not null,
  campaign_address character varying(42) not null,
  cid character varying(255) not null,
  name character varying(255),
  description text,
  short_description character varying(500),
  image_cid character varying(255),
  banner_cid character varying(255),
  category character varying(100),
  location character varying(255),
  creator_name character varying(255),
  creator_avatar_cid character varying(255),
  website_url character varying(512),
  twitter_handle character varying(100),
  discord_url character varying(512),
  tags jsonb default '[]'::jsonb not null,
  raw_json jsonb,
  state character varying(16) default 'pending'::character varying not null,
  verified boolean default false not null,
  attempts integer default 0 not null,
  last_error text,
  ipfs_fetched_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  error_code character varying(64),
  next_attempt_at timestamp with time zone,
  constraint campaign_metadata_pkey PRIMARY KEY (id),
  constraint campaign_metadata_chain_id_campaign_address_key UNIQUE (chain_id, campaign_address),
  constraint campaign_metadata_state_check CHECK (((state)::text = ANY ((ARRAY['pending'::character varying, 'resolved'::character varying, 'failed'::character varying])::text[])))
);

create table public.campaigns (
  chain_id bigint not null,
  address character varying(42) not null,
  factory_address character varying(42) not null,
  creator_address character varying(42) not null,
  goal_wei numeric(78,0) not null,
  deadline_ts numeric(78,0) not null,
  cid text not null,
  total_raised_wei numeric(100,0) default 0 not null,
  total_refunded_wei numeric(100,0) default 0 not null,
  withdrawn boolean default false not null,
  withdrawn_amount_wei numeric(100,0) default 0 not null,
  progress_percent numeric generated always as (trunc(((total_raised_wei * (100)::numeric) / NULLIF(goal_wei, (0)::numeric)), 2)) stored,
  donors_count integer default 0 not null,
  donations_count integer default 0 not null,
  events_count integer default 0 not null,
  created_block bigint not null,
  created_log_index integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint campaigns_pkey PRIMARY KEY (chain_id, address)
);

create table public.chains (
  id integer generated always as identity not null,
  chain_id bigint not null,
  name character varying(100) not null,
  native_symbol character varying(16) default 'ETH'::character varying not null,
  explorer_url character varying(255),
  factory_addresses character varying(42)[] default '{}'::character varying[] not null,
  start_block bigint default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint chains_pkey PRIMARY KEY (chain_id),
  constraint chains_id_key UNIQUE (id)
);

create table public.consumer_state (
  chain_id bigint not null,
  partition integer not null,
  partitions integer not null,
  epoch bigint not null,
  seq bigint not null,
  last_block bigint not null,
  last_block_hash character varying(66) not null,
  last_block_time timestamp with time zone not null,
  updated_at timestamp with time zone default now() not null,
  constraint consumer_state_pkey PRIMARY KEY (chain_id, partition),
  constraint consumer_state_chain_id_fkey FOREIGN KEY (chain_id) REFERENCES public.chains(chain_id) ON DELETE CASCADE
);

create table public.contributions (
  id bigint generated always as identity not null,
  chain_id bigint not null,
  campaign_address character varying(42) not null,
  donor_address character varying(42) not null,
  contributed_wei numeric(100,0) not null,
  refunded_wei numeric(100,0) not null,
  donations_count integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint contributions_pkey PRIMARY KEY (chain_id, campaign_address, donor_address),
  constraint contributions_id_key UNIQUE (id)
);

create table public.creators (
  chain_id bigint not null,
  creator_address character varying(42) not null,
  campaigns_count integer not null,
  funded_count integer not null,
  withdrawn_count integer not null,
  goal_wei numeric(100,0) not null,
  raised_wei numeric(100,0) not null,
  withdrawn_wei numeric(100,0) not null,
  refunded_wei numeric(100,0) not null,
  constraint creators_pkey PRIMARY KEY (chain_id, creator_address)
);

create table public.dead_letters (
  id bigint generated always as identity not null,
  queue character varying(255) not null,
  reason text not null,
  attempts integer not null,
  body text not null,
  created_at timestamp with time zone default now() not null,
  constraint dead_letters_pkey PRIMARY KEY (id)
);

create table public.donors (
  chain_id bigint not null,
  donor_address character varying(42) not null,
  contributed_wei numeric(100,0) not null,
  refunded_wei numeric(100,0) not null,
  donations_count integer not null,
  refunds_count integer not null,
  campaigns_count integer not null,
  created_at timestamp with time zone not null,
  constraint donors_pkey PRIMARY KEY (chain_id, donor_address)
);

create table public.events (
  id bigint generated always as identity not null,
  chain_id bigint not null,
  block_number bigint not null,
  block_hash character varying(66) not null,
  tx_hash character varying(66) not null,
  log_index integer not null,
  address character varying(42) not null,
  event_name character varying(32) not null,
  campaign_address character varying(42) not null,
  account_address character varying(42) not null,
  amount_wei numeric(78,0),
  event_data jsonb not null,
  removed boolean default false not null,
  created_at timestamp with time zone not null,
  constraint events_pkey PRIMARY KEY (id)
);

create table public.platform_days (
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
  constraint platform_days_pkey PRIMARY KEY (chain_id, day)
);

create table public.platform_totals (
  chain_id bigint not null,
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
  withdrawn_wei numeric(100,0) not null,
  constraint platform_totals_pkey PRIMARY KEY (chain_id)
);

create table public.schema_migrations (
  name character varying(255) not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

create table public.sync_state (
  chain_id bigint not null,
  epoch bigint default 0 not null,
  seq bigint default 0 not null,
  last_block bigint not null,
  last_block_hash character varying(66) not null,
  chain_head bigint not null,
  chain_head_time timestamp with time zone not null,
  finalized_block bigint default '-1'::integer not null,
  catch_up_from bigint not null,
  catch_up_started_at timestamp with time zone default now() not null,
  halted_reason text,
  updated_at timestamp with time zone default now() not null,
  constraint sync_state_pkey PRIMARY KEY (chain_id),
  constraint sync_state_chain_id_fkey FOREIGN KEY (chain_id) REFERENCES public.chains(chain_id) ON DELETE CASCADE
);

CREATE INDEX broker_messages_by_queue ON public.broker_messages USING btree (queue, id);

CREATE INDEX campaign_hours_by_hour ON public.campaign_hours USING btree (chain_id, hour);

CREATE INDEX campaign_metadata_by_category ON public.campaign_metadata USING btree (chain_id, category);

CREATE INDEX campaign_metadata_by_state ON public.campaign_metadata USING btree (state) WHERE ((state)::text <> 'resolved'::text);

CREATE INDEX campaign_metadata_by_tags ON public.campaign_metadata USING gin (tags jsonb_path_ops);

CREATE INDEX campaigns_by_block ON public.campaigns USING btree (chain_id, created_block);

CREATE INDEX campaigns_by_created ON public.campaigns USING btree (chain_id, created_at, address);

CREATE INDEX campaigns_by_creator ON public.campaigns USING btree (chain_id, creator_address, created_at, address);

CREATE INDEX campaigns_by_deadline ON public.campaigns USING btree (chain_id, deadline_ts, address);

CREATE INDEX campaigns_by_donors ON public.campaigns USING btree (chain_id, donors_count, address);

CREATE INDEX campaigns_by_factory ON public.campaigns USING btree (chain_id, factory_address, created_at, address);

CREATE INDEX campaigns_by_goal ON public.campaigns USING btree (chain_id, goal_wei, address);

CREATE INDEX campaigns_by_progress ON public.campaigns USING btree (chain_id, progress_percent, address);

CREATE INDEX campaigns_by_raised ON public.campaigns USING btree (chain_id, total_raised_wei, address);

CREATE INDEX contributions_by_campaign ON public.contributions USING btree (chain_id, campaign_address, created_at, donor_address);

CREATE INDEX contributions_by_donor ON public.contributions USING btree (chain_id, donor_address, created_at, campaign_address);

CREATE INDEX donors_by_contributed ON public.donors USING btree (chain_id, contributed_wei, donor_address);

CREATE INDEX events_by_account ON public.events USING btree (chain_id, account_address, block_number, log_index);

CREATE INDEX events_by_campaign ON public.events USING btree (chain_id, campaign_address, block_number, log_index);

CREATE INDEX events_by_position ON public.events USING btree (chain_id, block_number, log_index);

CREATE INDEX events_by_tx ON public.events USING btree (chain_id, tx_hash);

CREATE UNIQUE INDEX events_identity ON public.events USING btree (chain_id, block_hash, log_index);

comment on column public.campaign_metadata.image_cid is 'a CID, or a CID with a path: CID/path';

comment on column public.campaign_metadata.error_code is 'the stable code of last_error';

comment on column public.campaign_metadata.next_attempt_at is 'null: resolved, or given up until asked for by hand';

comment on column public.donors.created_at is 'time of the first donation';

comment on column public.events.account_address is 'the creator of a CampaignCreated or Withdrawn, the donor of the others';

comment on column public.events.created_at is 'the block''s time';

comment on column public.platform_totals.funded_count is 'campaigns whose goal is met, withdrawn or not';
