-- Full-text search over what campaigns say of themselves. Both extensions come with PostgreSQL (Debian: postgresql-contrib)
-- and are trusted: the database's owner may create them.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- English stems with accents folded.
create text search configuration kindling (copy = pg_catalog.english);
alter text search configuration kindling alter mapping for hword, hword_part, word with unaccent, english_stem;
-- Words as they are written, accents folded: the vocabulary.
create text search configuration kindling_words (copy = pg_catalog.simple);
alter text search configuration kindling_words alter mapping for hword, hword_part, word with unaccent, simple;

-- search_title ranks and stays within the row; search_vector holds the story too and is read through its index alone.
alter table campaign_metadata
  add column search_title tsvector not null generated always as (
    setweight(to_tsvector('kindling', coalesce(name, '')), 'A')
    || setweight(to_tsvector('kindling', coalesce(short_description, '')), 'B')
    || setweight(to_tsvector('kindling', coalesce(category, '')), 'B')
    || setweight(jsonb_to_tsvector('kindling', tags, '["string"]'), 'B')
    || setweight(to_tsvector('kindling', coalesce(creator_name, '')), 'C')
    || setweight(to_tsvector('kindling', coalesce(location, '')), 'C')
  ) stored,
  -- A tsvector holds 1 MB: of a longer story the beginning is found.
  add column search_vector tsvector not null generated always as (
    to_tsvector('kindling', coalesce(name, '')) || to_tsvector('kindling', coalesce(short_description, ''))
    || to_tsvector('kindling', coalesce(category, '')) || jsonb_to_tsvector('kindling', tags, '["string"]')
    || to_tsvector('kindling', coalesce(creator_name, '')) || to_tsvector('kindling', coalesce(location, ''))
    || to_tsvector('kindling', left(coalesce(description, ''), 50000))
  ) stored;
create index campaign_metadata_by_search on campaign_metadata using gin (search_vector);

-- Every word that some document used: what a mistyped word is compared with. Words stay: one that no document has any
-- more finds nothing.
create table search_words (
  word varchar(32) collate "C" primary key
);
create index search_words_by_trigrams on search_words using gin (word gin_trgm_ops);

create function add_search_words() returns trigger language plpgsql as $$
begin
  insert into search_words (word)
  select distinct word from added, unnest(tsvector_to_array(to_tsvector('kindling_words',
    concat_ws(' ', name, short_description, category, tags::text, creator_name, location, left(description, 5000))))) as word
  where state = 'resolved' and length(word) between 3 and 32 and word !~ '[^[:alpha:]]'
  -- In one order, so that two workers wait for each other instead of deadlocking.
  order by word
  on conflict do nothing;
  return null;
end $$;
create trigger campaign_metadata_words_inserted after insert on campaign_metadata
  referencing new table as added for each statement execute function add_search_words();
create trigger campaign_metadata_words_updated after update on campaign_metadata
  referencing new table as added for each statement execute function add_search_words();
insert into search_words (word)
select distinct word from campaign_metadata, unnest(tsvector_to_array(to_tsvector('kindling_words',
  concat_ws(' ', name, short_description, category, tags::text, creator_name, location, left(description, 5000))))) as word
where state = 'resolved' and length(word) between 3 and 32 and word !~ '[^[:alpha:]]'
on conflict do nothing;

-- Which campaign speaks of a CID. A CID on the chain can be of any length, an index entry cannot.
create index campaigns_by_cid on campaigns (left(split_part(regexp_replace(cid, '^ipfs://', ''), '/', 1), 100));
create index campaign_metadata_by_image on campaign_metadata (split_part(image_cid, '/', 1));
create index campaign_metadata_by_banner on campaign_metadata (split_part(banner_cid, '/', 1));
create index campaign_metadata_by_avatar on campaign_metadata (split_part(creator_avatar_cid, '/', 1));
