-- The plan of a search is the same whatever is looked for, always by index; making it anew for each cost as much as running it.
alter function search_matches(bigint, tsquery, tsquery, tsquery) set plan_cache_mode = 'force_generic_plan';
