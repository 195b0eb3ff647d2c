-- Where the best and the newest are chosen, hidden campaigns take no place of others: a hundred of them would else be all that was looked at.
-- The desk, which sees hidden ones too, chooses among everything (most is null). Titles take no more than their part (enough), so that stories
-- have one too beside filters.
create or replace function search_found(chain bigint, title tsquery, story tsquery, whole tsquery, ranked tsquery,
  enough integer, few integer, most integer, moving integer)
returns table (campaign_address varchar, cid varchar, category varchar, text_rank real, document bigint, version xid, is_whole boolean)
language sql stable rows 200
set enable_seqscan = off
set jit = off
set plan_cache_mode = 'force_generic_plan'
as $$
  with hidden as materialized (
    select array(select h.campaign_address from hidden_campaigns h where h.chain_id = chain) as addresses
  ), titled as materialized (
    select f.campaign_address, f.cid, f.category, ts_rank('{0.1, 0.2, 0.4, 1}', f.search_title, ranked, 1) as text_rank, f.id, f.version
    from (
      -- "offset 0" keeps other conditions away: there is no other index to take.
      select m.id, m.xmin as version, m.chain_id, m.campaign_address, m.cid, m.category, m.state, m.search_title
      from campaign_metadata m where m.search_title || search_places(m.id) @@ title offset 0
    ) f
    where f.chain_id = chain and f.state = 'resolved'
      and (most is null or f.campaign_address <> all ((select addresses from hidden)::varchar[]))
    order by text_rank desc, f.id desc limit least(enough, most)
  ), told as materialized (
    select f.campaign_address, f.cid, f.category, ts_rank('{0.1, 0.2, 0.4, 1}', f.search_title, ranked, 1) as text_rank, f.id, f.version
    from (
      select m.id, m.xmin as version, m.chain_id, m.campaign_address, m.cid, m.category, m.state, m.search_title
      from campaign_metadata m where m.search_vector || search_places(m.id) @@ story offset 0
    ) f
    where (most is null or (select count(*) from titled) < most)
      and f.chain_id = chain and f.state = 'resolved'
      and (most is null or f.campaign_address <> all ((select addresses from hidden)::varchar[])) and f.id not in (select id from titled)
    order by text_rank desc, f.id desc limit (select most - count(*) from titled)
  ), rest as materialized (
    select f.campaign_address, f.cid, f.category, ts_rank('{0.1, 0.2, 0.4, 1}', f.search_title, ranked, 1) as text_rank, f.id, f.version
    from (
      select m.id, m.xmin as version, m.chain_id, m.campaign_address, m.cid, m.category, m.state, m.search_title
      from campaign_metadata m where m.search_vector || search_places(m.id) @@ whole offset 0
    ) f
    where (select count(*) from titled) + (select count(*) from told) < few
      and f.chain_id = chain and f.state = 'resolved'
      and (most is null or f.campaign_address <> all ((select addresses from hidden)::varchar[]))
      and f.id not in (select id from titled) and f.id not in (select id from told)
    order by text_rank desc, f.id desc limit most + 1
  ), documents as materialized (
    select * from titled union all select * from told
    union all (
      select * from rest order by text_rank desc, id desc
      limit (select most - count(*) from (select from titled union all select from told) seen)
    )
  )
  select d.*, (select story = ranked and count(*) < most or whole is not null and count(*) < few and count(*) + (select count(*) from rest) <= most
    from (select from titled union all select from told) seen) from documents d
  union all
  -- Read by key and matched within the row: the index of titles would give all that match.
  select m.campaign_address, m.cid, m.category, ts_rank('{0.1, 0.2, 0.4, 1}', m.search_title, ranked, 1), m.id, m.xmin, false
  from campaign_metadata m
  where m.chain_id = chain and m.campaign_address = any (array(
      select t.campaign_address from period_campaigns t
      where t.chain_id = chain and t.period = '7d' and t.trend > 0
      order by t.trend desc, t.campaign_address desc limit moving
    ))
    and m.state = 'resolved' and m.search_title @@ ranked and m.id not in (select id from documents)
    and m.campaign_address <> all ((select addresses from hidden)::varchar[])
$$;
comment on function search_found is
  'title: matched with all that a document says but its story, for so many as are enough; story: with everything, where titles gave fewer than most; whole: the same, where both gave fewer than few; each null: not at all; ranked: what ranks; most: null for all; moving: the titles of so many campaigns that move most are looked through besides';
