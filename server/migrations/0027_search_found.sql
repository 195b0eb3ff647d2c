-- What a search ranks: documents as search_candidates finds them, and the titles of the campaigns that move most beside them; each with
-- what tells its row from a later one, so that whoever knows the row need not read it again.
-- search_candidates stays for processes of the version before.
create function search_found(chain bigint, story tsquery, title tsquery, ranked tsquery, most integer, moving integer)
returns table (campaign_address varchar, cid varchar, category varchar, text_rank real, document bigint, version xid)
language sql stable rows 200
set enable_seqscan = off
set jit = off
set plan_cache_mode = 'force_generic_plan'
as $$
  with matched as materialized (
    select found.campaign_address, found.cid, found.category, found.id, found.version,
      ts_rank('{0.1, 0.2, 0.4, 1}', found.search_title, ranked, 1) as text_rank
    from (
      -- "offset 0" keeps other conditions away: there is no other index to take.
      select m.id, m.xmin as version, m.chain_id, m.campaign_address, m.cid, m.category, m.state, m.search_title
      from campaign_metadata m
      where m.search_vector || search_bucket(m.id) @@ story or m.search_title || search_bucket(m.id) @@ title offset 0
    ) found
    where found.chain_id = chain and found.state = 'resolved'
    order by text_rank desc, found.id desc limit most
  )
  select campaign_address, cid, category, text_rank, id, version from matched
  union all
  -- Read by key and matched within the row: the index of titles would give all that match.
  select m.campaign_address, m.cid, m.category, ts_rank('{0.1, 0.2, 0.4, 1}', m.search_title, ranked, 1), m.id, m.xmin
  from campaign_metadata m
  where m.chain_id = chain and m.campaign_address = any (array(
      select t.campaign_address from period_campaigns t
      where t.chain_id = chain and t.period = '7d' and t.trend > 0
      order by t.trend desc, t.campaign_address desc limit moving
    ))
    and m.state = 'resolved' and m.search_title @@ ranked and m.id <> all (array(select id from matched))
$$;
comment on function search_found is
  'story: matched with everything a document says; title: besides, with all but its story (null: not at all); ranked: what ranks; most: null for all; moving: the titles of so many campaigns that move most are looked through besides';
