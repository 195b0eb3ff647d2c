-- Counts of campaigns (migration 0024): looked up by key whatever the planner knows of the tables, only where something that counts
-- changes, and right after TRUNCATE.

-- Other tools write documents too: a key has room for a tag of some length, and a category of '*' has no counts of tags of its own.
create or replace function counted_tags(state text, tags jsonb) returns text[]
language sql immutable parallel safe
return case when state = 'resolved' and jsonb_typeof(tags) = 'array'
  then array(select left(tag, 200) from jsonb_array_elements_text(tags) tag where tag is not null) else '{}' end;

create function counted_under(category text) returns text[]
language sql immutable parallel safe
return case category when '*' then array['*'] else array[category, '*'] end;

create or replace function add_slots(counts integer[], added integer[]) returns integer[]
language sql immutable parallel safe
return array[
  counts[1] + added[1], counts[2] + added[2], counts[3] + added[3], counts[4] + added[4],
  counts[5] + added[5], counts[6] + added[6], counts[7] + added[7], counts[8] + added[8],
  counts[9] + added[9], counts[10] + added[10], counts[11] + added[11], counts[12] + added[12],
  counts[13] + added[13], counts[14] + added[14], counts[15] + added[15], counts[16] + added[16]];

-- Every row is looked up by its key, and no two sets are joined at large: a table that grew since it was last analyzed is small to the
-- planner, and what is quick for a few rows takes half a minute for some thousands. Of an empty table any index will do, so the key is
-- asked for by its order, which no other index has. The columns are those of campaigns_to_count.
create or replace function count_campaigns_again(chain bigint, addresses varchar[]) returns void language plpgsql
set enable_seqscan = off as $$
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
      select * from counted_campaigns k where (k.chain_id, k.campaign_address) >= (chain, asked.address)
      order by k.chain_id, k.campaign_address limit 1
    ) k where k.chain_id = chain and k.campaign_address = asked.address
  ), fresh as materialized (
    select c.chain_id, c.address as campaign_address,
      coalesce(case when m.state = 'resolved' then lower(m.category) end, '') as category,
      counted_outcome(c.withdrawn, c.total_raised_wei, c.goal_wei) as outcome,
      counted_progress(c.progress_percent) as progress, counted_goal(c.goal_wei) as goal,
      counted_remaining(c.deadline_ts, counted_ts) as remaining, c.deadline_ts, counted_tags(m.state, m.tags) as tags
    from asked cross join lateral (
      select * from campaigns c where (c.chain_id, c.address) >= (chain, asked.address) order by c.chain_id, c.address limit 1
    ) c left join lateral (
      select * from campaign_metadata m where (m.chain_id, m.campaign_address) >= (chain, asked.address)
      order by m.chain_id, m.campaign_address limit 1
    ) m on m.chain_id = chain and m.campaign_address = asked.address and m.cid = c.cid
    where c.chain_id = chain and c.address = asked.address
  ), moves as materialized (
    select moved.*, -1 as n from (table stale except all table fresh) moved
    union all
    select moved.*, 1 from (table fresh except all table stale) moved
  ), deleted as (
    delete from counted_campaigns where ctid = any(array(
      select k.place from (select campaign_address as address from moves group by 1 having max(n) < 0) gone cross join lateral (
        select k.ctid as place from counted_campaigns k where (k.chain_id, k.campaign_address) >= (chain, gone.address)
        order by k.chain_id, k.campaign_address limit 1
      ) k))
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
end $$;

-- Counts a chain again from nothing, whatever the tables hold.
create function count_chain_again(chain bigint) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7351, hashint8(chain));
  delete from counted_campaigns where chain_id = chain;
  delete from campaign_counts where chain_id = chain;
  delete from campaign_tag_counts where chain_id = chain;
  perform count_campaigns_again(chain, array(select address from campaigns where chain_id = chain));
end $$;

-- A table that is emptied at once fires no trigger of its rows.
create function count_of_no_documents() returns trigger language plpgsql as $$
declare
  of_chain record;
begin
  for of_chain in select chain_id from counted_campaigns group by 1 order by 1 loop
    perform count_chain_again(of_chain.chain_id);
  end loop;
  return null;
end $$;
create trigger campaign_metadata_counted_truncated after truncate on campaign_metadata
  for each statement execute function count_of_no_documents();

-- Whoever writes these tables reads campaigns in the same transaction, so nobody does meanwhile.
create function count_of_no_campaigns() returns trigger language plpgsql as $$
begin
  delete from counted_campaigns;
  delete from campaign_counts;
  delete from campaign_tag_counts;
  return null;
end $$;
create trigger campaigns_counted_truncated after truncate on campaigns
  for each statement execute function count_of_no_campaigns();

-- Rows as they are and as they were are told apart as sets, which takes no join, and of documents only what counts.
create or replace function count_of_moved_campaigns() returns trigger language plpgsql as $$
declare
  of_chain record;
begin
  for of_chain in
    select chain_id, array_agg(address) as addresses from (
      select chain_id, address, cid, goal_wei, deadline_ts, counted_progress(progress_percent),
        counted_outcome(withdrawn, total_raised_wei, goal_wei) from changed
      except
      select chain_id, address, cid, goal_wei, deadline_ts, counted_progress(progress_percent),
        counted_outcome(withdrawn, total_raised_wei, goal_wei) from before
    ) moved group by 1 order by 1
  loop
    perform count_campaigns_again(of_chain.chain_id, of_chain.addresses);
  end loop;
  return null;
end $$;

create or replace function count_of_documents() returns trigger language plpgsql as $$
declare
  of_chain record;
begin
  for of_chain in
    select chain_id, array_agg(campaign_address) as addresses from changed where state = 'resolved' group by 1 order by 1
  loop
    perform count_campaigns_again(of_chain.chain_id, of_chain.addresses);
  end loop;
  return null;
end $$;

create or replace function count_of_changed_documents() returns trigger language plpgsql as $$
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
end $$;
