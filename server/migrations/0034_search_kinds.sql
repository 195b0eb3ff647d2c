-- In which category a document lies, as a lexeme beside where it lies (search_places): beside a filter a search looks at nothing that does not
-- pass it. Made in ten seconds at 100,000 documents, in which metadata is read but not written. The indexes by search_places, and
-- search_found, stay for processes of the version before; those by search_bucket were for the one before that.
create function search_kinds(id bigint, category text) returns tsvector
language sql immutable parallel safe
return array_to_tsvector(array_remove(array['~' || (id / 500)::text, '~~' || (id / 8000)::text, '~=' || lower(category)], null));
create index campaign_metadata_by_story_and_kind on campaign_metadata using gin ((search_vector || search_kinds(id, category)));
create index campaign_metadata_by_title_and_kind on campaign_metadata using gin ((search_title || search_kinds(id, category)));

drop function search_candidates;
drop index campaign_metadata_by_story;
drop index campaign_metadata_by_title;
drop function search_bucket;
