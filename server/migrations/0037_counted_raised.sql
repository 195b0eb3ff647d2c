-- About how much each counted campaign raised. Of a category that many campaigns are of, those that raised most were found by going through all
-- campaigns by what they raised, until enough were of it: past a hundred of others each, where open ones of one category were asked
-- for. Now those are read that raised about as much, in ten steps to a digit: it is written where a donation leads to another step, which
-- most do not.
create function counted_raised(raised_wei numeric) returns smallint language sql immutable parallel safe
return (case when raised_wei <= 0 then 0 else length(raised_wei::text) * 10 - 9
  + width_bucket(rpad(left(raised_wei::text, 2), 2, '0')::int, array[12, 15, 19, 24, 30, 38, 48, 61, 77]) end)::smallint;

-- What is being written is counted before, or after this: by a function that knows the column, or in a table that does not have it.
lock table campaigns, campaign_metadata in share mode;
alter table counted_campaigns add column raised smallint not null default 0;
update counted_campaigns k set raised = counted_raised(c.total_raised_wei)
  from campaigns c where c.chain_id = k.chain_id and c.address = k.campaign_address and c.total_raised_wei > 0;
alter table counted_campaigns alter column raised drop default;
comment on column counted_campaigns.raised is 'steps of about a quarter more each, ten to a digit: 1 for one wei, 0 for nothing';
drop index counted_campaigns_by_category;
create index counted_campaigns_by_category on counted_campaigns (chain_id, category, outcome, deadline_ts, campaign_address) include (raised);

-- Both as in migrations 0024 and 0032, with what was raised.
create or replace view campaigns_to_count as
  select c.chain_id, c.address as campaign_address,
    coalesce(case when m.state = 'resolved' then lower(m.category) end, '') as category,
    counted_outcome(c.withdrawn, c.total_raised_wei, c.goal_wei) as outcome,
    counted_progress(c.progress_percent) as progress, counted_goal(c.goal_wei) as goal,
    counted_remaining(c.deadline_ts, coalesce(a.ts, 0)) as remaining, c.deadline_ts,
    counted_tags(m.state, m.tags) as tags, counted_raised(c.total_raised_wei) as raised
  from campaigns c left join counted_at a on a.chain_id = c.chain_id
  left join campaign_metadata m on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid;

create or replace function count_of_moved_campaigns() returns trigger language plpgsql as $$
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
end $$;

create or replace function count_campaigns_again(chain bigint, addresses varchar[]) returns void language plpgsql
set enable_seqscan = off set enable_sort = off as $$
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
end $$;
