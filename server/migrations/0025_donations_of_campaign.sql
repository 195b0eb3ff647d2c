-- A campaign's donations by index alone: of one that failed the newest events are refunds, as many as it had donors, and a page of its
-- donations read all of them before it came to the first.
create index events_donations on events (chain_id, campaign_address, block_number, log_index, id)
  where event_name = 'DonationReceived' and not removed;
