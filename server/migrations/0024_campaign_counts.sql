-- How many campaigns there are of each kind, so that lists, facets and statistics need not count them one by one. Triggers keep it,
-- whatever process writes, those of the version before too.
--
-- Whether a campaign is over depends on the clock, which no row follows. So the rows say how things stood at a moment of the chain
-- (`counted_at`), and who reads looks one by one at the few campaigns whose deadlines lie between that moment and the clock.

create table counted_at (
  chain_id bigint primary key,
  ts bigint not null
);
comment on table counted_at is 'unix seconds; follows the time of the blocks, ten minutes at most behind';

-- What is counted of each campaign: narrow rows, found by what lists filter by.
create table counted_campaigns (
  chain_id bigint not null,
  campaign_address varchar(42) not null,
  category text not null,
  outcome smallint not null,
  progress smallint not null,
  goal smallint not null,
  remaining smallint not null,
  deadline_ts numeric(78,0) not null,
  tags text[] not null,
  primary key (chain_id, campaign_address)
);
comment on column counted_campaigns.category is 'in lower case; empty where no document is resolved, or where it names none';
comment on column counted_campaigns.outcome is '0 goal not met, 1 goal met, 2 withdrawn';
comment on column counted_campaigns.progress is 'how many of the bounds 50, 75 and 100 percent are reached';
comment on column counted_campaigns.goal is
  'how many of the bounds 10, 50 and 200 coins are reached, and how many are passed: 0 to 6, an exact bound is odd';
comment on column counted_campaigns.remaining is
  'how many of the bounds 0, 3, 7 and 30 days after counted_at the deadline lies behind; 0 is over';
create index counted_campaigns_by_deadline on counted_campaigns (chain_id, deadline_ts);
create index counted_campaigns_by_category on counted_campaigns (chain_id, category, outcome, deadline_ts, campaign_address);

create table campaign_counts (
  chain_id bigint not null,
  category text not null,
  outcome smallint not null,
  progress smallint not null,
  goal smallint not null,
  remaining smallint not null,
  campaigns_count bigint not null,
  primary key (chain_id, category, outcome, progress, goal, remaining)
);

create table campaign_tag_counts (
  chain_id bigint not null,
  category text not null,
  tag text not null,
  total integer not null,
  counts integer[] not null,
  primary key (chain_id, category, tag)
);
comment on column campaign_tag_counts.category is 'of all categories together where it is *';
comment on column campaign_tag_counts.counts is
  'by 4 × status + progress, from 1: statuses (as of counted_at) are active, failed, successful, withdrawn';
create index campaign_tag_counts_by_total on campaign_tag_counts (chain_id, category, total desc, tag);

create function counted_goal(goal_wei numeric) returns smallint
language sql immutable parallel safe
return width_bucket(goal_wei, array[
  10000000000000000000, 10000000000000000001, 50000000000000000000, 50000000000000000001,
  200000000000000000000, 200000000000000000001]::numeric[])::smallint;

create function counted_progress(percent numeric) returns smallint
language sql immutable parallel safe
return width_bucket(percent, array[50, 75, 100]::numeric[])::smallint;

create function counted_outcome(withdrawn boolean, raised_wei numeric, goal_wei numeric) returns smallint
language sql immutable parallel safe
return case when withdrawn then 2 when raised_wei >= goal_wei then 1 else 0 end::smallint;

create function counted_remaining(deadline_ts numeric, counted_ts bigint) returns smallint
language sql immutable parallel safe
return width_bucket(deadline_ts, array[
  counted_ts + 1, counted_ts + 259201, counted_ts + 604801, counted_ts + 2592001]::numeric[])::smallint;

create function counted_slot(outcome smallint, progress smallint, remaining smallint) returns integer
language sql immutable parallel safe
return 4 * case outcome when 0 then (remaining = 0)::integer else outcome + 1 end + progress + 1;

-- A document counts when it is resolved and of the CID that the campaign has.
create function counted_tags(state text, tags jsonb) returns text[]
language sql immutable parallel safe
return case when state = 'resolved' and jsonb_typeof(tags) = 'array'
  then array(select tag from jsonb_array_elements_text(tags) tag where tag is not null) else '{}' end;

create view campaigns_to_count as
  select c.chain_id, c.address as campaign_address,
    coalesce(case when m.state = 'resolved' then lower(m.category) end, '') as category,
    counted_outcome(c.withdrawn, c.total_raised_wei, c.goal_wei) as outcome,
    counted_progress(c.progress_percent) as progress, counted_goal(c.goal_wei) as goal,
    counted_remaining(c.deadline_ts, coalesce(a.ts, 0)) as remaining, c.deadline_ts,
    counted_tags(m.state, m.tags) as tags
  from campaigns c left join counted_at a on a.chain_id = c.chain_id
  left join campaign_metadata m on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid;
comment on view campaigns_to_count is 'what counted_campaigns holds, worked out anew';

-- Counts of tags by slot as one array, and the sum of two such arrays.
create function slot_counts(slots integer[], ns integer[]) returns integer[]
language sql immutable parallel safe
return array(select coalesce(sum(n), 0)::integer from generate_series(1, 16) slot
  left join unnest(slots, ns) as given (of_slot, n) on of_slot = slot group by slot order by slot);

create function add_slots(counts integer[], added integer[]) returns integer[]
language sql immutable parallel safe
return array(select one + other from unnest(counts, added) with ordinality as both_of (one, other, place) order by place);

-- Counts these campaigns again, from what they are now. The lock is that of the rollups (advisoryLocks.ts), held to the end of the
-- transaction: what campaigns and what documents change at once is counted one after the other, and each sees what the other did.
create function count_campaigns_again(chain bigint, addresses varchar[]) returns void language plpgsql as $$
declare
  categories text[];
  emptied text[];
begin
  perform pg_advisory_xact_lock(7351, hashint8(chain));
  with stale as materialized (
    select * from counted_campaigns k where k.chain_id = chain and k.campaign_address = any(addresses)
  ), fresh as materialized (
    select * from campaigns_to_count k where k.chain_id = chain and k.campaign_address = any(addresses)
  ), moves as materialized (
    select moved.*, -1 as n from (table stale except all table fresh) moved
    union all
    select moved.*, 1 from (table fresh except all table stale) moved
  ), deleted as (
    delete from counted_campaigns k using stale
    where k.chain_id = chain and k.campaign_address = stale.campaign_address
      and not exists (select from fresh where fresh.campaign_address = stale.campaign_address)
  ), written as (
    insert into counted_campaigns
    select chain_id, campaign_address, category, outcome, progress, goal, remaining, deadline_ts, tags from moves where n = 1
    on conflict (chain_id, campaign_address) do update set category = excluded.category, outcome = excluded.outcome,
      progress = excluded.progress, goal = excluded.goal, remaining = excluded.remaining, deadline_ts = excluded.deadline_ts,
      tags = excluded.tags
  ), counted as (
    insert into campaign_counts as k (chain_id, category, outcome, progress, goal, remaining, campaigns_count)
    select chain, category, outcome, progress, goal, remaining, sum(n) from moves group by 2, 3, 4, 5, 6 having sum(n) <> 0
    on conflict (chain_id, category, outcome, progress, goal, remaining) do update
      set campaigns_count = k.campaigns_count + excluded.campaigns_count
  ), tagged as (
    insert into campaign_tag_counts as k (chain_id, category, tag, total, counts)
    select chain, of_category, tag, sum(n), slot_counts(array_agg(slot), array_agg(n)) from (
      select of_category, tag, counted_slot(outcome, progress, remaining) as slot, sum(n)::integer as n
      from moves, unnest(tags) tag, unnest(array[category, '*']) of_category group by 1, 2, 3 having sum(n) <> 0
    ) slots group by 2, 3
    on conflict (chain_id, category, tag) do update
      set total = k.total + excluded.total, counts = add_slots(k.counts, excluded.counts)
    returning category, tag, total
  )
  select array_agg(category), array_agg(tag) into categories, emptied from tagged where total <= 0;
  delete from campaign_counts where chain_id = chain and campaigns_count <= 0;
  delete from campaign_tag_counts t using unnest(categories, emptied) as gone (category, tag)
    where t.chain_id = chain and t.category = gone.category and t.tag = gone.tag;
end $$;

-- Moves counted_at, and counts again what a bound of `remaining` passes by.
create function move_counted_at(chain bigint, to_ts bigint) returns void language plpgsql as $$
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
end $$;

create function count_of_campaigns() returns trigger language plpgsql as $$
declare
  of_chain record;
begin
  for of_chain in select chain_id, array_agg(address) as addresses from changed group by 1 order by 1 loop
    perform count_campaigns_again(of_chain.chain_id, of_chain.addresses);
  end loop;
  return null;
end $$;
create function count_of_moved_campaigns() returns trigger language plpgsql as $$
declare
  of_chain record;
begin
  for of_chain in
    select now_is.chain_id, array_agg(now_is.address) as addresses
    from changed now_is join before was on was.chain_id = now_is.chain_id and was.address = now_is.address
    where (now_is.cid, now_is.goal_wei, now_is.deadline_ts, counted_progress(now_is.progress_percent),
        counted_outcome(now_is.withdrawn, now_is.total_raised_wei, now_is.goal_wei))
      is distinct from (was.cid, was.goal_wei, was.deadline_ts, counted_progress(was.progress_percent),
        counted_outcome(was.withdrawn, was.total_raised_wei, was.goal_wei))
    group by 1 order by 1
  loop
    perform count_campaigns_again(of_chain.chain_id, of_chain.addresses);
  end loop;
  return null;
end $$;
create trigger campaigns_counted_inserted after insert on campaigns
  referencing new table as changed for each statement execute function count_of_campaigns();
create trigger campaigns_counted_updated after update on campaigns
  referencing old table as before new table as changed for each statement execute function count_of_moved_campaigns();
create trigger campaigns_counted_deleted after delete on campaigns
  referencing old table as changed for each statement execute function count_of_campaigns();

create function count_of_documents() returns trigger language plpgsql as $$
declare
  of_chain record;
begin
  for of_chain in select chain_id, array_agg(campaign_address) as addresses from changed group by 1 order by 1 loop
    perform count_campaigns_again(of_chain.chain_id, of_chain.addresses);
  end loop;
  return null;
end $$;
create function count_of_changed_documents() returns trigger language plpgsql as $$
declare
  of_chain record;
begin
  for of_chain in
    select now_is.chain_id, array_agg(now_is.campaign_address) as addresses
    from changed now_is join before was on was.id = now_is.id
    where (now_is.cid, now_is.state, now_is.category, now_is.tags) is distinct from (was.cid, was.state, was.category, was.tags)
    group by 1 order by 1
  loop
    perform count_campaigns_again(of_chain.chain_id, of_chain.addresses);
  end loop;
  return null;
end $$;
-- By their names these fire before those of the feed, whose lock is the last that any transaction takes.
create trigger campaign_metadata_counted_inserted after insert on campaign_metadata
  referencing new table as changed for each statement execute function count_of_documents();
create trigger campaign_metadata_counted_updated after update on campaign_metadata
  referencing old table as before new table as changed for each statement execute function count_of_changed_documents();
create trigger campaign_metadata_counted_deleted after delete on campaign_metadata
  referencing old table as changed for each statement execute function count_of_documents();

-- A lane that moves takes the moment along: the consumer's transaction holds the lock of the rollups before that of the feed.
create function count_to_block() returns trigger language plpgsql as $$
declare
  to_ts constant bigint := floor(extract(epoch from new.last_block_time) / 600)::bigint * 600;
begin
  if to_ts > coalesce((select ts from counted_at where chain_id = new.chain_id), 0) then
    perform move_counted_at(new.chain_id, to_ts);
  end if;
  return null;
end $$;
create trigger consumer_state_counted after insert or update on consumer_state
  for each row execute function count_to_block();

-- What is there: the triggers hold their tables, so nothing changes meanwhile.
insert into counted_at (chain_id, ts)
  select chain_id, floor(extract(epoch from max(last_block_time)) / 600)::bigint * 600 from consumer_state group by 1;
insert into counted_campaigns select * from campaigns_to_count;
insert into campaign_counts
  select chain_id, category, outcome, progress, goal, remaining, count(*) from counted_campaigns group by 1, 2, 3, 4, 5, 6;
insert into campaign_tag_counts
  select chain_id, of_category, tag, sum(n), slot_counts(array_agg(slot), array_agg(n)) from (
    select chain_id, of_category, tag, counted_slot(outcome, progress, remaining) as slot, count(*)::integer as n
    from counted_campaigns, unnest(tags) tag, unnest(array[category, '*']) of_category group by 1, 2, 3, 4
  ) slots group by 1, 2, 3;
analyze counted_campaigns;
analyze campaign_counts;
analyze campaign_tag_counts;
