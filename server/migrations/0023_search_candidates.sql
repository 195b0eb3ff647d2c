-- What a search chooses from, as search_matches gives it, but each document is found once (one bitmap of both indexes instead of two
-- lists to be sorted into one), and of very many only those whose titles say it best, then the newest.
-- search_matches stays for processes of the version before.
create function search_candidates(chain bigint, story tsquery, title tsquery, ranked tsquery, most integer)
returns table (campaign_address varchar, cid varchar, category varchar, text_rank real)
language sql stable rows 200
set enable_seqscan = off
set jit = off
set plan_cache_mode = 'force_generic_plan'
as $$
  select found.campaign_address, found.cid, found.category,
    ts_rank('{0.1, 0.2, 0.4, 1}', found.search_title, ranked, 1) as text_rank
  from (
    -- "offset 0" keeps other conditions away: there is no other index to take.
    select m.id, m.chain_id, m.campaign_address, m.cid, m.category, m.state, m.search_title from campaign_metadata m
    where m.search_vector || search_bucket(m.id) @@ story or m.search_title || search_bucket(m.id) @@ title offset 0
  ) found
  where found.chain_id = chain and found.state = 'resolved'
  order by text_rank desc, found.id desc limit most
$$;
comment on function search_candidates is
  'story: matched with everything a document says; title: besides, with all but its story (null: not at all); ranked: what ranks; most: null for all';
