create extension pg_trgm;

create extension unaccent;

CREATE OR REPLACE FUNCTION public.add_search_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into search_words (word)
  select distinct word from added, unnest(tsvector_to_array(to_tsvector('kindling_words',
    concat_ws(' ', name, short_description, category, tags::text, creator_name, location, left(description, 5000))))) as word
  where state = 'resolved' and length(word) between 3 and 32 and word !~ '[^[:alpha:]]'
  -- In one order, so that two workers wait for each other instead of deadlocking.
  order by word
  on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.add_slots(counts integer[], added integer[])
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY[((counts)[1] + (added)[1]), ((counts)[2] + (added)[2]), ((counts)[3] + (added)[3]), ((counts)[4] + (added)[4]), ((counts)[5] + (added)[5]), ((counts)[6] + (added)[6]), ((counts)[7] + (added)[7]), ((counts)[8] + (added)[8]), ((counts)[9] + (added)[9]), ((counts)[10] + (added)[10]), ((counts)[11] + (added)[11]), ((counts)[12] + (added)[12]), ((counts)[13] + (added)[13]), ((counts)[14] + (added)[14]), ((counts)[15] + (added)[15]), ((counts)[16] + (added)[16])];

CREATE OR REPLACE FUNCTION public.add_to_feed(chain_id bigint, kind text, block_number bigint, event_ids bigint[], campaigns character varying[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  kept constant integer := 20000;
  added bigint;
begin
  perform pg_advisory_xact_lock(7353);
  insert into feed (chain_id, kind, block_number, event_ids, campaigns)
    values (add_to_feed.chain_id, add_to_feed.kind, add_to_feed.block_number, add_to_feed.event_ids, add_to_feed.campaigns)
    returning id into added;
  delete from feed where id < added - kept;
  perform pg_notify('kindling_feed', added::text);
end $function$;

CREATE OR REPLACE FUNCTION public.blocks_to_feed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  chain record;
begin
  for chain in select chain_id from chains order by chain_id loop
    perform add_to_feed(chain.chain_id, 'moderation', null, null, null);
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_campaigns_again(chain bigint, addresses character varying[])
 RETURNS void
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
 SET enable_sort TO 'off'
AS $function$
declare
  counted_ts bigint;
  emptied tid[];
begin
  perform pg_advisory_xact_lock(7351, hashint8(chain));
  counted_ts := coalesce((select ts from counted_at where chain_id = chain), 0);
  with asked as materialized (
    select distinct address from unnest(addresses) address
  ), stale as materialized (
    select k.* from asked cross join lateral (
      select * from counted_campaigns k
        where k.chain_id = chain and k.campaign_address >= asked.address and k.campaign_address <= asked.address
        order by k.campaign_address limit 1
    ) k
  ), fresh as materialized (
    select c.chain_id, c.address as campaign_address,
      coalesce(case when m.state = 'resolved' then lower(m.category) end, '') as category,
      counted_outcome(c.withdrawn, c.total_raised_wei, c.goal_wei) as outcome,
      counted_progress(c.progress_percent) as progress, counted_goal(c.goal_wei) as goal,
      counted_remaining(c.deadline_ts, counted_ts) as remaining, c.deadline_ts, counted_tags(m.state, m.tags) as tags,
      counted_raised(c.total_raised_wei) as raised
    from asked cross join lateral (
      select * from campaigns c
        where c.chain_id = chain and c.address >= asked.address and c.address <= asked.address
        order by c.address limit 1
    ) c left join lateral (
      select * from campaign_metadata m
        where m.chain_id = chain and m.campaign_address >= asked.address and m.campaign_address <= asked.address
        order by m.campaign_address limit 1
    ) m on m.cid = c.cid
  ), moves as materialized (
    select moved.*, -1 as n from (table stale except all table fresh) moved
    union all
    select moved.*, 1 from (table fresh except all table stale) moved
  ), deleted as (
    delete from counted_campaigns where ctid = any(array(
      select k.place from (select campaign_address as address from moves group by 1 having max(n) < 0) gone cross join lateral (
        select k.ctid as place from counted_campaigns k
        where k.chain_id = chain and k.campaign_address >= gone.address and k.campaign_address <= gone.address
        order by k.campaign_address limit 1
      ) k))
  ), written as (
    insert into counted_campaigns
    select chain_id, campaign_address, category, outcome, progress, goal, remaining, deadline_ts, tags, raised from moves where n = 1
    on conflict (chain_id, campaign_address) do update set category = excluded.category, outcome = excluded.outcome,
      progress = excluded.progress, goal = excluded.goal, remaining = excluded.remaining, deadline_ts = excluded.deadline_ts,
      tags = excluded.tags, raised = excluded.raised
  ), counted as (
    insert into campaign_counts as k (chain_id, category, outcome, progress, goal, remaining, campaigns_count)
    select chain, category, outcome, progress, goal, remaining, sum(n) from moves group by 2, 3, 4, 5, 6 having sum(n) <> 0
    on conflict (chain_id, category, outcome, progress, goal, remaining) do update
      set campaigns_count = k.campaigns_count + excluded.campaigns_count
  ), tagged as (
    insert into campaign_tag_counts as k (chain_id, category, tag, total, counts)
    select chain, of_category, tag, sum(n), slot_counts(array_agg(slot), array_agg(n)) from (
      select of_category, tag, counted_slot(outcome, progress, remaining) as slot, sum(n)::integer as n
      from moves, unnest(tags) tag, unnest(counted_under(category)) of_category group by 1, 2, 3 having sum(n) <> 0
    ) slots group by 2, 3
    on conflict (chain_id, category, tag) do update
      set total = k.total + excluded.total, counts = add_slots(k.counts, excluded.counts)
    returning ctid as place, total
  )
  select array_agg(place) into emptied from tagged where total <= 0;
  delete from campaign_counts where chain_id = chain and campaigns_count <= 0;
  if emptied is not null then
    delete from campaign_tag_counts where ctid = any(emptied);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.count_chain_again(chain bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(7351, hashint8(chain));
  delete from counted_campaigns where chain_id = chain;
  delete from campaign_counts where chain_id = chain;
  delete from campaign_tag_counts where chain_id = chain;
  perform count_campaigns_again(chain, array(select address from campaigns where chain_id = chain));
end $function$;

CREATE OR REPLACE FUNCTION public.count_of_campaigns()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_chain record;
begin
  for of_chain in select chain_id, array_agg(address) as addresses from changed group by 1 order by 1 loop
    perform count_campaigns_again(of_chain.chain_id, of_chain.addresses);
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_of_changed_documents()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_chain record;
begin
  for of_chain in
    with now_is as materialized (
      select chain_id, campaign_address, cid, category, tags from changed where state = 'resolved'
    ), was as materialized (
      select chain_id, campaign_address, cid, category, tags from before where state = 'resolved'
    )
    select chain_id, array_agg(campaign_address) as addresses from (
      (table now_is except table was) union all (table was except table now_is)
    ) moved group by 1 order by 1
  loop
    perform count_campaigns_again(of_chain.chain_id, of_chain.addresses);
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_of_documents()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_chain record;
begin
  for of_chain in
    select chain_id, array_agg(campaign_address) as addresses from changed where state = 'resolved' group by 1 order by 1
  loop
    perform count_campaigns_again(of_chain.chain_id, of_chain.addresses);
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_of_moved_campaigns()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_chain record;
begin
  for of_chain in
    select chain_id, array_agg(address) as addresses from (
      select chain_id, address, cid, goal_wei, deadline_ts, counted_progress(progress_percent),
        counted_outcome(withdrawn, total_raised_wei, goal_wei), counted_raised(total_raised_wei) from changed
      except
      select chain_id, address, cid, goal_wei, deadline_ts, counted_progress(progress_percent),
        counted_outcome(withdrawn, total_raised_wei, goal_wei), counted_raised(total_raised_wei) from before
    ) moved group by 1 order by 1
  loop
    perform count_campaigns_again(of_chain.chain_id, of_chain.addresses);
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_of_no_campaigns()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from counted_campaigns;
  delete from campaign_counts;
  delete from campaign_tag_counts;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_of_no_documents()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_chain record;
begin
  for of_chain in select chain_id from counted_campaigns group by 1 order by 1 loop
    perform count_chain_again(of_chain.chain_id);
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_to_block()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  to_ts constant bigint := floor(extract(epoch from new.last_block_time) / 600)::bigint * 600;
begin
  if to_ts > coalesce((select ts from counted_at where chain_id = new.chain_id), 0) then
    perform move_counted_at(new.chain_id, to_ts);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.counted_goal(goal_wei numeric)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (width_bucket(goal_wei, ARRAY['10000000000000000000'::numeric, '10000000000000000001'::numeric, '50000000000000000000'::numeric, '50000000000000000001'::numeric, '200000000000000000000'::numeric, '200000000000000000001'::numeric]))::smallint;

CREATE OR REPLACE FUNCTION public.counted_outcome(withdrawn boolean, raised_wei numeric, goal_wei numeric)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (CASE WHEN withdrawn THEN 2 WHEN (raised_wei >= goal_wei) THEN 1 ELSE 0 END)::smallint;

CREATE OR REPLACE FUNCTION public.counted_progress(percent numeric)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (width_bucket(percent, ARRAY[(50)::numeric, (75)::numeric, (100)::numeric]))::smallint;

CREATE OR REPLACE FUNCTION public.counted_raised(raised_wei numeric)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (CASE WHEN (raised_wei <= (0)::numeric) THEN 0 ELSE (((length((raised_wei)::text) * 10) - 9) + width_bucket((rpad("left"((raised_wei)::text, 2), 2, '0'::text))::integer, ARRAY[12, 15, 19, 24, 30, 38, 48, 61, 77])) END)::smallint;

CREATE OR REPLACE FUNCTION public.counted_remaining(deadline_ts numeric, counted_ts bigint)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (width_bucket(deadline_ts, ARRAY[((counted_ts + 1))::numeric, ((counted_ts + 259201))::numeric, ((counted_ts + 604801))::numeric, ((counted_ts + 2592001))::numeric]))::smallint;

CREATE OR REPLACE FUNCTION public.counted_slot(outcome smallint, progress smallint, remaining smallint)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (((4 * CASE outcome WHEN 0 THEN ((remaining = 0))::integer ELSE (outcome + 1) END) + progress) + 1);

CREATE OR REPLACE FUNCTION public.counted_tags(state text, tags jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((state = 'resolved'::text) AND (jsonb_typeof(tags) = 'array'::text)) THEN ARRAY(SELECT "left"(tag.value, 200) AS "left" FROM jsonb_array_elements_text(counted_tags.tags) tag(value) WHERE (tag.value IS NOT NULL)) ELSE '{}'::text[] END;

CREATE OR REPLACE FUNCTION public.counted_under(category text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE category WHEN '*'::text THEN ARRAY['*'::text] ELSE ARRAY[category, '*'::text] END;

CREATE OR REPLACE FUNCTION public.metadata_to_feed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_chain record;
begin
  for of_chain in
    select changed.chain_id, array_agg(distinct campaign_address) as campaigns from changed group by changed.chain_id
  loop
    perform add_to_feed(of_chain.chain_id, 'metadata', null, null,
      case when cardinality(of_chain.campaigns) <= 500 then of_chain.campaigns end);
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.moderation_to_feed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_chain record;
begin
  for of_chain in select distinct changed.chain_id from changed loop
    perform add_to_feed(of_chain.chain_id, 'moderation', null, null, null);
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.move_counted_at(chain bigint, to_ts bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  from_ts bigint;
  passed varchar[];
begin
  perform pg_advisory_xact_lock(7351, hashint8(chain));
  from_ts := coalesce((select ts from counted_at where chain_id = chain), 0);
  insert into counted_at as a (chain_id, ts) values (chain, to_ts) on conflict (chain_id) do update set ts = excluded.ts;
  select array_agg(campaign_address) into passed from counted_campaigns k
    where k.chain_id = chain and k.remaining <> counted_remaining(k.deadline_ts, to_ts)
      and (k.deadline_ts > least(from_ts, to_ts) and k.deadline_ts <= greatest(from_ts, to_ts)
        or k.deadline_ts > least(from_ts, to_ts) + 259200 and k.deadline_ts <= greatest(from_ts, to_ts) + 259200
        or k.deadline_ts > least(from_ts, to_ts) + 604800 and k.deadline_ts <= greatest(from_ts, to_ts) + 604800
        or k.deadline_ts > least(from_ts, to_ts) + 2592000 and k.deadline_ts <= greatest(from_ts, to_ts) + 2592000);
  if passed is not null then
    perform count_campaigns_again(chain, passed);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the rows of % are never changed or deleted', tg_table_name using errcode = 'integrity_constraint_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.search_kinds(id bigint, category text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(array_remove(ARRAY[('~'::text || ((id / 500))::text), ('~~'::text || ((id / 8000))::text), ('~='::text || lower(category))], NULL::text));

CREATE OR REPLACE FUNCTION public.search_signs(id bigint, category text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(array_remove(ARRAY[('~'::text || ((id / 500))::text), ('~~'::text || ((id / 8000))::text), ('~='::text || lower(category)), ((('~'::text || ((id / 2000))::text) || '='::text) || lower(category))], NULL::text));

CREATE OR REPLACE FUNCTION public.slot_counts(slots integer[], ns integer[])
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT (COALESCE(sum(given.n), (0)::bigint))::integer AS "coalesce" FROM (generate_series(1, 16) slot(slot) LEFT JOIN UNNEST(slot_counts.slots, slot_counts.ns) given(of_slot, n) ON ((given.of_slot = slot.slot))) GROUP BY slot.slot ORDER BY slot.slot);

create table public.admin_log (
  id bigint generated always as identity not null,
  at timestamp with time zone default now() not null,
  actor character varying(64) not null,
  actor_id bigint,
  action character varying(64) not null,
  subject character varying(255) not null,
  before jsonb,
  after jsonb,
  request_id character varying(64),
  constraint admin_log_pkey PRIMARY KEY (id)
);

create table public.blocked_creators (
  creator_address character varying(42) not null,
  reason text not null,
  blocked_by character varying(64) not null,
  blocked_at timestamp with time zone default now() not null,
  constraint blocked_creators_pkey PRIMARY KEY (creator_address)
);

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
  headers jsonb,
  constraint broker_messages_pkey PRIMARY KEY (id)
);

create table public.campaign_counts (
  chain_id bigint not null,
  category text not null,
  outcome smallint not null,
  progress smallint not null,
  goal smallint not null,
  remaining smallint not null,
  campaigns_count bigint not null,
  constraint campaign_counts_pkey PRIMARY KEY (chain_id, category, outcome, progress, goal, remaining)
);

create table public.campaign_hides (
  chain_id bigint not null,
  campaign_address character varying(42) not null,
  reason text not null,
  hidden_at timestamp with time zone default now() not null,
  hidden_by character varying(64) default ''::character varying not null,
  constraint campaign_hides_pkey PRIMARY KEY (chain_id, campaign_address)
);

create table public.campaign_hours (
  chain_id bigint not null,
  campaign_address character varying(42) not null,
  hour timestamp with time zone not null,
  raised_wei numeric(100,0) not null,
  donations_count integer not null,
  refunded_wei numeric(100,0) not null,
  refunds_count integer not null,
  constraint campaign_hours_pkey PRIMARY KEY (chain_id, campaign_address, hour) INCLUDE (raised_wei, donations_count)
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
  search_title tsvector generated always as ((((((setweight(to_tsvector('public.kindling'::regconfig, (COALESCE(name, ''::character varying))::text), 'A'::"char") || setweight(to_tsvector('public.kindling'::regconfig, (COALESCE(short_description, ''::character varying))::text), 'B'::"char")) || setweight(to_tsvector('public.kindling'::regconfig, (COALESCE(category, ''::character varying))::text), 'B'::"char")) || setweight(jsonb_to_tsvector('public.kindling'::regconfig, tags, '["string"]'::jsonb), 'B'::"char")) || setweight(to_tsvector('public.kindling'::regconfig, (COALESCE(creator_name, ''::character varying))::text), 'C'::"char")) || setweight(to_tsvector('public.kindling'::regconfig, (COALESCE(location, ''::character varying))::text), 'C'::"char"))) stored not null,
  search_vector tsvector generated always as (((((((to_tsvector('public.kindling'::regconfig, (COALESCE(name, ''::character varying))::text) || to_tsvector('public.kindling'::regconfig, (COALESCE(short_description, ''::character varying))::text)) || to_tsvector('public.kindling'::regconfig, (COALESCE(category, ''::character varying))::text)) || jsonb_to_tsvector('public.kindling'::regconfig, tags, '["string"]'::jsonb)) || to_tsvector('public.kindling'::regconfig, (COALESCE(creator_name, ''::character varying))::text)) || to_tsvector('public.kindling'::regconfig, (COALESCE(location, ''::character varying))::text)) || to_tsvector('public.kindling'::regconfig, "left"(COALESCE(description, ''::text), 50000)))) stored not null,
  constraint campaign_metadata_pkey PRIMARY KEY (id),
  constraint campaign_metadata_chain_id_campaign_address_key UNIQUE (chain_id, campaign_address),
  constraint campaign_metadata_state_check CHECK (((state)::text = ANY ((ARRAY['pending'::character varying, 'resolved'::character varying, 'failed'::character varying])::text[])))
);

create table public.campaign_reports (
  id bigint generated always as identity not null,
  chain_id bigint not null,
  campaign_address character varying(42) not null,
  reason character varying(16) not null,
  details text,
  reporter_key character varying(64) not null,
  reporter_id bigint,
  state character varying(16) default 'open'::character varying not null,
  note text,
  resolved_by character varying(64),
  created_at timestamp with time zone default now() not null,
  resolved_at timestamp with time zone,
  constraint campaign_reports_pkey PRIMARY KEY (id),
  constraint campaign_reports_check CHECK ((((state)::text = 'open'::text) = (resolved_at IS NULL))),
  constraint campaign_reports_reason_check CHECK (((reason)::text = ANY ((ARRAY['scam'::character varying, 'copyright'::character varying, 'illegal'::character varying, 'spam'::character varying, 'other'::character varying])::text[]))),
  constraint campaign_reports_state_check CHECK (((state)::text = ANY ((ARRAY['open'::character varying, 'dismissed'::character varying, 'upheld'::character varying])::text[]))),
  constraint campaign_reports_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES public.users(id) ON DELETE SET NULL
);

create table public.campaign_tag_counts (
  chain_id bigint not null,
  category text not null,
  tag text not null,
  total integer not null,
  counts integer[] not null,
  constraint campaign_tag_counts_pkey PRIMARY KEY (chain_id, category, tag)
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
  donors_count integer default 0 not null,
  donations_count integer default 0 not null,
  events_count integer default 0 not null,
  created_block bigint not null,
  created_log_index integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  progress_percent numeric generated always as (COALESCE(trunc(((total_raised_wei * (100)::numeric) / NULLIF(goal_wei, (0)::numeric)), 2), (0)::numeric)) stored not null,
  constraint campaigns_pkey PRIMARY KEY (chain_id, address)
);

create table public.category_totals (
  chain_id bigint not null,
  category character varying(100) not null,
  campaigns_count integer not null,
  donations_count bigint not null,
  goal_wei numeric(100,0) not null,
  raised_wei numeric(100,0) not null,
  constraint category_totals_pkey PRIMARY KEY (chain_id, category)
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
  partitions integer,
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

create table public.counted_at (
  chain_id bigint not null,
  ts bigint not null,
  constraint counted_at_pkey PRIMARY KEY (chain_id)
);

create table public.counted_campaigns (
  chain_id bigint not null,
  campaign_address character varying(42) not null,
  category text not null,
  outcome smallint not null,
  progress smallint not null,
  goal smallint not null,
  remaining smallint not null,
  deadline_ts numeric(78,0) not null,
  tags text[] not null,
  raised smallint not null,
  constraint counted_campaigns_pkey PRIMARY KEY (chain_id, campaign_address)
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
  identity character varying(64) not null,
  updated_at timestamp with time zone default now() not null,
  constraint dead_letters_pkey PRIMARY KEY (id)
);

create table public.desk_job_items (
  job_id bigint not null,
  "position" integer not null,
  subject character varying(64) not null,
  state character varying(16) default 'waiting'::character varying not null,
  reason text,
  constraint desk_job_items_pkey PRIMARY KEY (job_id, "position"),
  constraint desk_job_items_state_check CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'done'::character varying, 'failed'::character varying])::text[]))),
  constraint desk_job_items_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.desk_jobs(id) ON DELETE CASCADE
);

create table public.desk_jobs (
  id bigint generated always as identity not null,
  kind character varying(32) not null,
  chain_id bigint,
  parameters jsonb default '{}'::jsonb not null,
  state character varying(16) default 'queued'::character varying not null,
  total bigint default 0 not null,
  done bigint default 0 not null,
  failed bigint default 0 not null,
  result jsonb,
  error text,
  created_by character varying(64) not null,
  created_by_id bigint,
  created_at timestamp with time zone default now() not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint desk_jobs_pkey PRIMARY KEY (id),
  constraint desk_jobs_check CHECK ((((state)::text = ANY ((ARRAY['queued'::character varying, 'running'::character varying])::text[])) = (finished_at IS NULL))),
  constraint desk_jobs_state_check CHECK (((state)::text = ANY ((ARRAY['queued'::character varying, 'running'::character varying, 'done'::character varying, 'failed'::character varying, 'cancelled'::character varying])::text[])))
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

create table public.featured_campaigns (
  chain_id bigint not null,
  campaign_address character varying(42) not null,
  "position" integer not null,
  featured_by character varying(64) not null,
  featured_at timestamp with time zone default now() not null,
  constraint featured_campaigns_pkey PRIMARY KEY (chain_id, campaign_address),
  constraint featured_campaigns_chain_id_position_key UNIQUE (chain_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint featured_campaigns_position_check CHECK (("position" > 0))
);

create table public.feed (
  id bigint generated always as identity not null,
  chain_id bigint not null,
  kind character varying(16) not null,
  block_number bigint,
  event_ids bigint[],
  campaigns character varying(42)[],
  created_at timestamp with time zone default now() not null,
  message character varying(100) default NULLIF(current_setting('kindling.message'::text, true), ''::text),
  constraint feed_pkey PRIMARY KEY (id),
  constraint feed_kind_check CHECK (((kind)::text = ANY ((ARRAY['applied'::character varying, 'reverted'::character varying, 'metadata'::character varying, 'moderation'::character varying])::text[])))
);

create table public.lanes (
  chain_id bigint not null,
  partition integer not null,
  partitions integer not null,
  epoch bigint not null,
  seq bigint not null,
  last_block bigint not null,
  waiting_since timestamp with time zone default now() not null,
  depth bigint default 0 not null,
  updated_at timestamp with time zone default now() not null,
  constraint lanes_pkey PRIMARY KEY (chain_id, partition),
  constraint lanes_chain_id_fkey FOREIGN KEY (chain_id) REFERENCES public.chains(chain_id) ON DELETE CASCADE
);

create table public.period_campaigns (
  chain_id bigint not null,
  period character varying(3) not null,
  campaign_address character varying(42) not null,
  donations_count integer not null,
  donors_count integer not null,
  raised_wei numeric(100,0) not null,
  trend numeric not null,
  constraint period_campaigns_pkey PRIMARY KEY (chain_id, period, campaign_address)
);

create table public.period_donors (
  chain_id bigint not null,
  period character varying(3) not null,
  donor_address character varying(42) not null,
  contributed_wei numeric(100,0) not null,
  refunded_wei numeric(100,0) not null,
  campaigns_count integer not null,
  constraint period_donors_pkey PRIMARY KEY (chain_id, period, donor_address)
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

create table public.refresh_tokens (
  id uuid not null,
  family_id uuid not null,
  user_id bigint not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint refresh_tokens_pkey PRIMARY KEY (id),
  constraint refresh_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE
);

create table public.rpc_endpoints (
  chain_id bigint not null,
  "position" integer not null,
  origin character varying(255) not null,
  state character varying(16) not null,
  consecutive_failures integer not null,
  requests bigint not null,
  failures bigint not null,
  concurrency integer not null,
  last_error text,
  last_ok_at timestamp with time zone,
  retry_at timestamp with time zone,
  updated_at timestamp with time zone default now() not null,
  constraint rpc_endpoints_pkey PRIMARY KEY (chain_id, "position"),
  constraint rpc_endpoints_chain_id_fkey FOREIGN KEY (chain_id) REFERENCES public.chains(chain_id) ON DELETE CASCADE
);

create table public.schema_migrations (
  name character varying(255) not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

create table public.search_words (
  word character varying(32) collate "C" not null,
  constraint search_words_pkey PRIMARY KEY (word)
);

create table public.siwe_nonces (
  nonce character varying(32) not null,
  expires_at timestamp with time zone not null,
  constraint siwe_nonces_pkey PRIMARY KEY (nonce)
);

create table public.standings (
  chain_id bigint not null,
  version text not null,
  epoch bigint not null,
  computed_at timestamp with time zone not null,
  counts jsonb default '{}'::jsonb not null,
  feed_id bigint default 0 not null,
  clock_ts bigint default 0 not null,
  known_at timestamp with time zone,
  held_at timestamp with time zone,
  constraint standings_pkey PRIMARY KEY (chain_id)
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
  failing_since timestamp with time zone,
  failing_reason text,
  constraint sync_state_pkey PRIMARY KEY (chain_id),
  constraint sync_state_chain_id_fkey FOREIGN KEY (chain_id) REFERENCES public.chains(chain_id) ON DELETE CASCADE
);

create table public.unpins (
  cid character varying(255) not null,
  error_code character varying(64),
  error text,
  refused boolean default false not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint unpins_pkey PRIMARY KEY (cid)
);

create table public.uploads (
  id bigint generated always as identity not null,
  user_id bigint,
  cid character varying(255) not null,
  cid_v0 character varying(255),
  bytes bigint not null,
  content_type character varying(100) not null,
  mentions character varying(255)[] default '{}'::character varying[] not null,
  stored_at timestamp with time zone,
  pinned_at timestamp with time zone,
  pin_error_code character varying(64),
  pin_error text,
  pin_refused boolean default false not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint uploads_pkey PRIMARY KEY (id),
  constraint uploads_user_id_cid_key UNIQUE (user_id, cid),
  constraint uploads_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL
);

create table public.users (
  id bigint generated always as identity not null,
  username character varying(32),
  username_key character varying(128),
  password_hash character varying(255),
  wallet_address character varying(42),
  role character varying(16) default 'user'::character varying not null,
  credentials_version integer default 0 not null,
  last_login_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  disabled_at timestamp with time zone,
  constraint users_pkey PRIMARY KEY (id),
  constraint users_username_key_key UNIQUE (username_key),
  constraint users_wallet_address_key UNIQUE (wallet_address),
  constraint users_check CHECK (((username_key IS NOT NULL) OR (wallet_address IS NOT NULL))),
  constraint users_check1 CHECK ((((username IS NULL) = (username_key IS NULL)) AND ((username IS NULL) = (password_hash IS NULL)))),
  constraint users_role_check CHECK (((role)::text = ANY ((ARRAY['user'::character varying, 'staff'::character varying, 'admin'::character varying])::text[])))
);

create view public.campaigns_to_count as
 SELECT c.chain_id,
    c.address AS campaign_address,
    COALESCE(
        CASE
            WHEN ((m.state)::text = 'resolved'::text) THEN lower((m.category)::text)
            ELSE NULL::text
        END, ''::text) AS category,
    public.counted_outcome(c.withdrawn, c.total_raised_wei, c.goal_wei) AS outcome,
    public.counted_progress(c.progress_percent) AS progress,
    public.counted_goal(c.goal_wei) AS goal,
    public.counted_remaining(c.deadline_ts, COALESCE(a.ts, (0)::bigint)) AS remaining,
    c.deadline_ts,
    public.counted_tags((m.state)::text, m.tags) AS tags,
    public.counted_raised(c.total_raised_wei) AS raised
   FROM ((public.campaigns c
     LEFT JOIN public.counted_at a ON ((a.chain_id = c.chain_id)))
     LEFT JOIN public.campaign_metadata m ON (((m.chain_id = c.chain_id) AND ((m.campaign_address)::text = (c.address)::text) AND ((m.cid)::text = c.cid))));

create view public.hidden_campaigns as
 SELECT campaign_hides.chain_id,
    campaign_hides.campaign_address,
    campaign_hides.reason,
    campaign_hides.hidden_at
   FROM public.campaign_hides
UNION ALL
 SELECT c.chain_id,
    c.address AS campaign_address,
    b.reason,
    b.blocked_at AS hidden_at
   FROM (public.blocked_creators b
     JOIN public.campaigns c ON (((c.creator_address)::text = (b.creator_address)::text)))
  WHERE (NOT (EXISTS ( SELECT
           FROM public.campaign_hides h
          WHERE ((h.chain_id = c.chain_id) AND ((h.campaign_address)::text = (c.address)::text)))));

CREATE INDEX admin_log_by_action ON public.admin_log USING btree (action varchar_pattern_ops, id);

CREATE INDEX admin_log_by_actor ON public.admin_log USING btree (actor, id);

CREATE INDEX admin_log_by_subject ON public.admin_log USING gin (subject public.gin_trgm_ops);

CREATE INDEX broker_messages_by_queue ON public.broker_messages USING btree (queue, id);

CREATE INDEX campaign_metadata_by_avatar ON public.campaign_metadata USING btree (split_part((creator_avatar_cid)::text, '/'::text, 1));

CREATE INDEX campaign_metadata_by_banner ON public.campaign_metadata USING btree (split_part((banner_cid)::text, '/'::text, 1));

CREATE INDEX campaign_metadata_by_category ON public.campaign_metadata USING btree (chain_id, category);

CREATE INDEX campaign_metadata_by_image ON public.campaign_metadata USING btree (split_part((image_cid)::text, '/'::text, 1));

CREATE INDEX campaign_metadata_by_state ON public.campaign_metadata USING btree (state) WHERE ((state)::text <> 'resolved'::text);

CREATE INDEX campaign_metadata_by_story_and_kind ON public.campaign_metadata USING gin (((search_vector || public.search_kinds(id, (category)::text))));

CREATE INDEX campaign_metadata_by_story_and_signs ON public.campaign_metadata USING gin (((search_vector || public.search_signs(id, (category)::text))));

CREATE INDEX campaign_metadata_by_tags ON public.campaign_metadata USING gin (tags jsonb_path_ops);

CREATE INDEX campaign_metadata_by_title_and_kind ON public.campaign_metadata USING gin (((search_title || public.search_kinds(id, (category)::text))));

CREATE INDEX campaign_metadata_by_title_and_signs ON public.campaign_metadata USING gin (((search_title || public.search_signs(id, (category)::text))));

CREATE INDEX campaign_metadata_of_category ON public.campaign_metadata USING btree (chain_id, lower((category)::text), campaign_address) INCLUDE (cid, category) WHERE ((state)::text = 'resolved'::text);

CREATE INDEX campaign_reports_by_campaign ON public.campaign_reports USING btree (chain_id, campaign_address);

CREATE INDEX campaign_reports_by_state ON public.campaign_reports USING btree (state, created_at, id);

CREATE UNIQUE INDEX campaign_reports_open ON public.campaign_reports USING btree (chain_id, campaign_address, reporter_key) WHERE ((state)::text = 'open'::text);

CREATE INDEX campaign_tag_counts_by_total ON public.campaign_tag_counts USING btree (chain_id, category, total DESC, tag);

CREATE INDEX campaigns_by_block ON public.campaigns USING btree (chain_id, created_block);

CREATE INDEX campaigns_by_cid ON public.campaigns USING btree ("left"("substring"(cid, '(?i)^(?:ipfs://(?:ipfs/)?|/ipfs/|https?://[^/?#]+(?:/(?!ipfs/)[^/?#]*)*/ipfs/|https?://)?([0-9a-z]+)'::text), 100));

CREATE INDEX campaigns_by_created ON public.campaigns USING btree (chain_id, created_at, address);

CREATE INDEX campaigns_by_creator ON public.campaigns USING btree (chain_id, creator_address, created_at, address);

CREATE INDEX campaigns_by_creator_of_all ON public.campaigns USING btree (creator_address);

CREATE INDEX campaigns_by_deadline ON public.campaigns USING btree (chain_id, deadline_ts, address);

CREATE INDEX campaigns_by_donors ON public.campaigns USING btree (chain_id, donors_count, address);

CREATE INDEX campaigns_by_factory ON public.campaigns USING btree (chain_id, factory_address, created_at, address);

CREATE INDEX campaigns_by_goal ON public.campaigns USING btree (chain_id, goal_wei, address);

CREATE INDEX campaigns_by_progress ON public.campaigns USING btree (chain_id, progress_percent, address);

CREATE INDEX campaigns_by_raised ON public.campaigns USING btree (chain_id, total_raised_wei, address);

CREATE INDEX campaigns_unfunded_by_deadline ON public.campaigns USING btree (chain_id, deadline_ts) WHERE ((NOT withdrawn) AND (total_raised_wei < goal_wei));

CREATE INDEX campaigns_unfunded_by_progress ON public.campaigns USING btree (chain_id, progress_percent, address) WHERE ((NOT withdrawn) AND (total_raised_wei < goal_wei));

CREATE INDEX contributions_by_campaign ON public.contributions USING btree (chain_id, campaign_address, created_at, donor_address);

CREATE INDEX contributions_by_donor ON public.contributions USING btree (chain_id, donor_address, created_at, campaign_address);

CREATE INDEX counted_campaigns_by_category ON public.counted_campaigns USING btree (chain_id, category, outcome, deadline_ts, campaign_address) INCLUDE (raised);

CREATE INDEX counted_campaigns_by_deadline ON public.counted_campaigns USING btree (chain_id, deadline_ts);

CREATE UNIQUE INDEX dead_letters_identity ON public.dead_letters USING btree (queue, identity);

CREATE INDEX desk_job_items_failed ON public.desk_job_items USING btree (job_id, "position") WHERE ((state)::text = 'failed'::text);

CREATE INDEX desk_job_items_waiting ON public.desk_job_items USING btree (job_id, "position") WHERE ((state)::text = 'waiting'::text);

CREATE INDEX desk_jobs_alive ON public.desk_jobs USING btree (id) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'running'::character varying])::text[]));

CREATE INDEX desk_jobs_by_kind ON public.desk_jobs USING btree (kind, id);

CREATE INDEX donors_by_contributed ON public.donors USING btree (chain_id, contributed_wei, donor_address);

CREATE INDEX events_by_account ON public.events USING btree (chain_id, account_address, block_number, log_index);

CREATE INDEX events_by_campaign ON public.events USING btree (chain_id, campaign_address, block_number, log_index);

CREATE INDEX events_by_position ON public.events USING btree (chain_id, block_number, log_index);

CREATE INDEX events_by_time ON public.events USING brin (created_at) WITH (autosummarize='on');

CREATE INDEX events_by_tx ON public.events USING btree (chain_id, tx_hash);

CREATE INDEX events_donations ON public.events USING btree (chain_id, campaign_address, block_number, log_index, id) WHERE (((event_name)::text = 'DonationReceived'::text) AND (NOT removed));

CREATE UNIQUE INDEX events_identity ON public.events USING btree (chain_id, block_hash, log_index);

CREATE INDEX events_removed ON public.events USING btree (chain_id) WHERE removed;

CREATE INDEX period_campaigns_by_raised ON public.period_campaigns USING btree (chain_id, period, raised_wei, campaign_address);

CREATE INDEX period_campaigns_by_trend ON public.period_campaigns USING btree (chain_id, period, trend, campaign_address);

CREATE INDEX period_donors_by_contributed ON public.period_donors USING btree (chain_id, period, contributed_wei, donor_address);

CREATE INDEX refresh_tokens_by_expiry ON public.refresh_tokens USING btree (expires_at);

CREATE INDEX refresh_tokens_by_family ON public.refresh_tokens USING btree (family_id);

CREATE INDEX refresh_tokens_by_user ON public.refresh_tokens USING btree (user_id);

CREATE INDEX search_words_by_trigrams ON public.search_words USING gin (word public.gin_trgm_ops);

CREATE INDEX siwe_nonces_by_expiry ON public.siwe_nonces USING btree (expires_at);

CREATE INDEX uploads_by_age ON public.uploads USING btree (created_at);

CREATE INDEX uploads_by_cid ON public.uploads USING btree (cid);

CREATE INDEX uploads_by_mention ON public.uploads USING gin (mentions);

CREATE INDEX uploads_by_user ON public.uploads USING btree (user_id, created_at);

CREATE INDEX uploads_unpinned ON public.uploads USING btree (stored_at) WHERE (pinned_at IS NULL);

CREATE INDEX users_by_role ON public.users USING btree (role) WHERE ((role)::text <> 'user'::text);

CREATE TRIGGER admin_log_append_only BEFORE DELETE OR UPDATE ON public.admin_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER admin_log_never_emptied BEFORE TRUNCATE ON public.admin_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER blocked_creators_feed AFTER INSERT OR DELETE OR UPDATE ON public.blocked_creators FOR EACH STATEMENT EXECUTE FUNCTION public.blocks_to_feed();

CREATE TRIGGER campaign_hides_feed_deleted AFTER DELETE ON public.campaign_hides REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.moderation_to_feed();

CREATE TRIGGER campaign_hides_feed_inserted AFTER INSERT ON public.campaign_hides REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.moderation_to_feed();

CREATE TRIGGER campaign_hides_feed_updated AFTER UPDATE ON public.campaign_hides REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.moderation_to_feed();

CREATE TRIGGER campaign_metadata_counted_deleted AFTER DELETE ON public.campaign_metadata REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_of_documents();

CREATE TRIGGER campaign_metadata_counted_inserted AFTER INSERT ON public.campaign_metadata REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_of_documents();

CREATE TRIGGER campaign_metadata_counted_truncated AFTER TRUNCATE ON public.campaign_metadata FOR EACH STATEMENT EXECUTE FUNCTION public.count_of_no_documents();

CREATE TRIGGER campaign_metadata_counted_updated AFTER UPDATE ON public.campaign_metadata REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_of_changed_documents();

CREATE TRIGGER campaign_metadata_feed_deleted AFTER DELETE ON public.campaign_metadata REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.metadata_to_feed();

CREATE TRIGGER campaign_metadata_feed_inserted AFTER INSERT ON public.campaign_metadata REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.metadata_to_feed();

CREATE TRIGGER campaign_metadata_feed_updated AFTER UPDATE ON public.campaign_metadata REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.metadata_to_feed();

CREATE TRIGGER campaign_metadata_words_inserted AFTER INSERT ON public.campaign_metadata REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.add_search_words();

CREATE TRIGGER campaign_metadata_words_updated AFTER UPDATE ON public.campaign_metadata REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.add_search_words();

CREATE TRIGGER campaigns_counted_deleted AFTER DELETE ON public.campaigns REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_of_campaigns();

CREATE TRIGGER campaigns_counted_inserted AFTER INSERT ON public.campaigns REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_of_campaigns();

CREATE TRIGGER campaigns_counted_truncated AFTER TRUNCATE ON public.campaigns FOR EACH STATEMENT EXECUTE FUNCTION public.count_of_no_campaigns();

CREATE TRIGGER campaigns_counted_updated AFTER UPDATE ON public.campaigns REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_of_moved_campaigns();

CREATE TRIGGER consumer_state_counted AFTER INSERT OR UPDATE ON public.consumer_state FOR EACH ROW EXECUTE FUNCTION public.count_to_block();

CREATE TRIGGER featured_campaigns_feed_deleted AFTER DELETE ON public.featured_campaigns REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.moderation_to_feed();

CREATE TRIGGER featured_campaigns_feed_inserted AFTER INSERT ON public.featured_campaigns REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.moderation_to_feed();

CREATE TRIGGER featured_campaigns_feed_updated AFTER UPDATE ON public.featured_campaigns REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.moderation_to_feed();

comment on column public.admin_log.actor is 'a username, a wallet, or cli';

comment on column public.admin_log.subject is 'kind:identifier, as in campaign:31337:0x…';

comment on table public.blocked_creators is 'on every chain: the key is the same person''s everywhere';

comment on column public.broker_messages.headers is 'what travels beside the message: the span that published it';

comment on column public.campaign_hides.reason is 'told to visitors';

comment on column public.campaign_metadata.image_cid is 'a CID, or a CID with a path: CID/path';

comment on column public.campaign_metadata.error_code is 'the stable code of last_error';

comment on column public.campaign_metadata.next_attempt_at is 'null: resolved, or given up until asked for by hand';

comment on column public.campaign_reports.reporter_key is 'tells reporters apart: of an account its id, else a keyed hash of the client''s address';

comment on column public.campaign_tag_counts.category is 'of all categories together where it is *';

comment on column public.campaign_tag_counts.counts is 'by 4 × status + progress, from 1: statuses (as of counted_at) are active, failed, successful, withdrawn';

comment on view public.campaigns_to_count is 'what counted_campaigns holds, worked out anew';

comment on column public.chains.partitions is 'how many lanes the chain is split into; changed by "kindling broker repartition" alone';

comment on table public.counted_at is 'unix seconds; follows the time of the blocks, ten minutes at most behind';

comment on column public.counted_campaigns.category is 'in lower case; empty where no document is resolved, or where it names none';

comment on column public.counted_campaigns.outcome is '0 goal not met, 1 goal met, 2 withdrawn';

comment on column public.counted_campaigns.progress is 'how many of the bounds 50, 75 and 100 percent are reached';

comment on column public.counted_campaigns.goal is 'how many of the bounds 10, 50 and 200 coins are reached, and how many are passed: 0 to 6, an exact bound is odd';

comment on column public.counted_campaigns.remaining is 'how many of the bounds 0, 3, 7 and 30 days after counted_at the deadline lies behind; 0 is over';

comment on column public.counted_campaigns.raised is 'steps of about a quarter more each, ten to a digit: 1 for one wei, 0 for nothing';

comment on column public.desk_jobs.done is 'what failed not counted';

comment on column public.donors.created_at is 'time of the first donation';

comment on column public.events.account_address is 'the creator of a CampaignCreated or Withdrawn, the donor of the others';

comment on column public.events.created_at is 'the block''s time';

comment on column public.feed.block_number is 'applied: the newest block of the batch; reverted: the last block that stays';

comment on column public.feed.event_ids is 'null where the batch is too large to be told one by one';

comment on column public.feed.campaigns is 'whose metadata changed, or whose events were taken back; null where they are too many';

comment on column public.feed.message is 'the id of the message that was applied, as it stands in the logs';

comment on column public.lanes.waiting_since is 'when a message was published while none waited; meaningful while consumer_state is behind';

comment on column public.lanes.depth is 'messages waiting in the queue when last counted';

comment on column public.period_campaigns.trend is 'the sum over donors of the square root of what each gave, in the native coin; the creator''s own gifts left out';

comment on column public.platform_totals.funded_count is 'campaigns whose goal is met, withdrawn or not';

comment on column public.rpc_endpoints."position" is 'in the list of RPC_URL, from 0: the order in which healthy ones are preferred';

comment on column public.rpc_endpoints.state is 'healthy, failing, wrong_chain, or unused (not asked since the producer started)';

comment on column public.rpc_endpoints.requests is 'since the producer started, as failures';

comment on column public.rpc_endpoints.concurrency is 'requests it gets at once at the moment';

comment on column public.rpc_endpoints.retry_at is 'not asked before this time unless all others fail too';

comment on column public.standings.version is 'for processes of the version before';

comment on column public.standings.known_at is 'computed_at of the windows of which feed_id and clock_ts tell';

comment on column public.standings.held_at is 'when they were last seen to hold still; null where that was not since they were worked out';

comment on column public.sync_state.failing_since is 'the producer has not got on since then, and tries again';

comment on column public.unpins.error is 'why the service did not let go of it at the last try';

comment on column public.unpins.refused is 'by what cannot change: not tried again by itself';

comment on column public.uploads.cid_v0 is 'the same content''s name in version 0, where it has one';

comment on column public.uploads.bytes is 'of the content as it was stored; counts for the day''s quota of the user';

comment on column public.uploads.mentions is 'CIDs that stand in a document, each in all its spellings: they stay as long as it does';

comment on column public.uploads.stored_at is 'when its blocks were all stored and kept from eviction';

comment on column public.uploads.pinned_at is 'when the pin backend answered with the same root';

comment on column public.uploads.pin_refused is 'by what cannot change: not tried again by itself';

comment on column public.users.username_key is 'the name folded: what makes two names the same';

comment on column public.users.credentials_version is 'raised by a new password: tokens made before it no longer count';
