-- A campaign's hours lie as far apart in the table as they happened, each in a page of its own where there are many campaigns. With the sums
-- beside the key a series is read from a few pages of the index.
create unique index campaign_hours_with_sums on campaign_hours (chain_id, campaign_address, hour) include (raised_wei, donations_count);
