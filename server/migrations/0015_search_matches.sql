-- Which documents a text query matches, always by index. Their vectors lie outside the rows, and the planner does not count what
-- fetching them costs: for a word that many documents use it read every vector of the table (at 10,000 campaigns 30,000 buffers
-- and 200 ms, where the index takes 2 ms).

-- Documents by five hundreds of their ids, as a lexeme beside the words: so that of a word that very many use the newest
-- documents can be found at a price that does not grow with the table.
create function search_bucket(id bigint) returns tsvector
language sql immutable parallel safe
return array_to_tsvector(array['~' || (id / 500)::text]);

create index campaign_metadata_by_story on campaign_metadata using gin ((search_vector || search_bucket(id)));
create index campaign_metadata_by_title on campaign_metadata using gin ((search_title || search_bucket(id)));
drop index campaign_metadata_by_search;

create function search_matches(chain bigint, story tsquery, title tsquery, ranked tsquery)
returns table (campaign_address varchar, cid varchar, category varchar, text_rank real)
language sql stable rows 500
set enable_seqscan = off
set jit = off
as $$
  with found as (
    -- "offset 0" keeps other conditions away: there is no other index to take.
    select * from (
      select m.chain_id, m.campaign_address, m.cid, m.category, m.state, m.search_title from campaign_metadata m
      where m.search_vector || search_bucket(m.id) @@ story offset 0
    ) by_story
    union all
    select * from (
      select m.chain_id, m.campaign_address, m.cid, m.category, m.state, m.search_title from campaign_metadata m
      where m.search_title || search_bucket(m.id) @@ title offset 0
    ) by_title
  )
  select distinct on (f.campaign_address) f.campaign_address, f.cid, f.category,
    ts_rank('{0.1, 0.2, 0.4, 1}', f.search_title, ranked, 1)
  from found f where f.chain_id = chain and f.state = 'resolved'
$$;
comment on function search_matches is
  'story: matched with everything a document says; title: besides, with all but its story (null: not at all); ranked: what ranks';

-- A category's campaigns from the index alone: the rows are wide, and the planner would rather read all of them.
create index campaign_metadata_of_category on campaign_metadata (chain_id, lower(category), campaign_address)
  include (cid, category) where state = 'resolved';

-- How many campaigns and donors each window holds: {"campaigns": {"7d": 12}, "donors": {"7d": 80}}.
alter table standings add column counts jsonb not null default '{}';
