-- What changed, in the order of the commits: live streams are told from it, and the newest id is the version of what the API
-- answers. A row is a message's worth; old ones go.
create table feed (
  id bigint generated always as identity primary key,
  chain_id bigint not null,
  kind varchar(16) not null check (kind in ('applied', 'reverted', 'metadata', 'moderation')),
  block_number bigint,
  event_ids bigint[],
  campaigns varchar(42)[],
  created_at timestamptz not null default now()
);
comment on column feed.block_number is 'applied: the newest block of the batch; reverted: the last block that stays';
comment on column feed.event_ids is 'null where the batch is too large to be told one by one';
comment on column feed.campaigns is 'whose metadata changed, or whose events were taken back; null where they are too many';

-- The lock is held to the end of the transaction, so that ids are given out in the order in which they can be seen.
create function add_to_feed(chain_id bigint, kind text, block_number bigint, event_ids bigint[], campaigns varchar[])
returns void language plpgsql as $$
declare
  kept constant integer := 20000;
  added bigint;
begin
  perform pg_advisory_xact_lock(7353);
  insert into feed (chain_id, kind, block_number, event_ids, campaigns)
    values (add_to_feed.chain_id, add_to_feed.kind, add_to_feed.block_number, add_to_feed.event_ids, add_to_feed.campaigns)
    returning id into added;
  delete from feed where id < added - kept;
  perform pg_notify('kindling_feed', added::text);
end $$;

create function metadata_to_feed() returns trigger language plpgsql as $$
declare
  of_chain record;
begin
  for of_chain in
    select changed.chain_id, array_agg(distinct campaign_address) as campaigns from changed group by changed.chain_id
  loop
    perform add_to_feed(of_chain.chain_id, 'metadata', null, null,
      case when cardinality(of_chain.campaigns) <= 500 then of_chain.campaigns end);
  end loop;
  return null;
end $$;
-- Triggers fire in the order of their names: this one before the words, so that who waits for whom has one direction.
create trigger campaign_metadata_feed_inserted after insert on campaign_metadata
  referencing new table as changed for each statement execute function metadata_to_feed();
create trigger campaign_metadata_feed_updated after update on campaign_metadata
  referencing new table as changed for each statement execute function metadata_to_feed();
create trigger campaign_metadata_feed_deleted after delete on campaign_metadata
  referencing old table as changed for each statement execute function metadata_to_feed();

create function moderation_to_feed() returns trigger language plpgsql as $$
declare
  of_chain record;
begin
  for of_chain in select distinct changed.chain_id from changed loop
    perform add_to_feed(of_chain.chain_id, 'moderation', null, null, null);
  end loop;
  return null;
end $$;
create trigger hidden_campaigns_feed_inserted after insert on hidden_campaigns
  referencing new table as changed for each statement execute function moderation_to_feed();
create trigger hidden_campaigns_feed_updated after update on hidden_campaigns
  referencing new table as changed for each statement execute function moderation_to_feed();
create trigger hidden_campaigns_feed_deleted after delete on hidden_campaigns
  referencing old table as changed for each statement execute function moderation_to_feed();
