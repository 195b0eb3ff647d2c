-- What was for processes of two versions before. By itself, as nobody reads metadata while an index of it is dropped.
drop function search_found;
drop function search_matches;
drop index campaign_metadata_by_story_and_place;
drop index campaign_metadata_by_title_and_place;
drop function search_places;
