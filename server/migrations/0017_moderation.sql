-- What the staff hide is one source of what is hidden, blocked creators are another: readers ask for `hidden_campaigns` as before.
alter table hidden_campaigns rename to campaign_hides;
alter table campaign_hides rename constraint hidden_campaigns_pkey to campaign_hides_pkey;
alter table campaign_hides add column hidden_by varchar(64) not null default '';
comment on column campaign_hides.reason is 'told to visitors';
alter trigger hidden_campaigns_feed_inserted on campaign_hides rename to campaign_hides_feed_inserted;
alter trigger hidden_campaigns_feed_updated on campaign_hides rename to campaign_hides_feed_updated;
alter trigger hidden_campaigns_feed_deleted on campaign_hides rename to campaign_hides_feed_deleted;

create table blocked_creators (
  creator_address varchar(42) primary key,
  reason text not null,
  blocked_by varchar(64) not null,
  blocked_at timestamptz not null default now()
);
comment on table blocked_creators is 'on every chain: the key is the same person''s everywhere';

create view hidden_campaigns as
  select chain_id, campaign_address, reason, hidden_at from campaign_hides
  union all
  select c.chain_id, c.address, b.reason, b.blocked_at
  from blocked_creators b join campaigns c on c.creator_address = b.creator_address
  where not exists (select from campaign_hides h where h.chain_id = c.chain_id and h.campaign_address = c.address);
-- Blocked creators are few and chains fewer: found by campaigns_by_creator once the chain is known, else by this.
create index campaigns_by_creator_of_all on campaigns (creator_address);

create function blocks_to_feed() returns trigger language plpgsql as $$
declare
  chain record;
begin
  for chain in select chain_id from chains order by chain_id loop
    perform add_to_feed(chain.chain_id, 'moderation', null, null, null);
  end loop;
  return null;
end $$;
create trigger blocked_creators_feed after insert or update or delete on blocked_creators
  for each statement execute function blocks_to_feed();

create table featured_campaigns (
  chain_id bigint not null,
  campaign_address varchar(42) not null,
  position integer not null check (position > 0),
  featured_by varchar(64) not null,
  featured_at timestamptz not null default now(),
  primary key (chain_id, campaign_address),
  unique (chain_id, position) deferrable initially deferred
);
create trigger featured_campaigns_feed_inserted after insert on featured_campaigns
  referencing new table as changed for each statement execute function moderation_to_feed();
create trigger featured_campaigns_feed_updated after update on featured_campaigns
  referencing new table as changed for each statement execute function moderation_to_feed();
create trigger featured_campaigns_feed_deleted after delete on featured_campaigns
  referencing old table as changed for each statement execute function moderation_to_feed();

create table campaign_reports (
  id bigint generated always as identity primary key,
  chain_id bigint not null,
  campaign_address varchar(42) not null,
  reason varchar(16) not null check (reason in ('scam', 'copyright', 'illegal', 'spam', 'other')),
  details text,
  reporter_key varchar(64) not null,
  reporter_id bigint references users on delete set null,
  state varchar(16) not null default 'open' check (state in ('open', 'dismissed', 'upheld')),
  note text,
  resolved_by varchar(64),
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  check ((state = 'open') = (resolved_at is null))
);
comment on column campaign_reports.reporter_key is 'tells reporters apart: of an account its id, else a keyed hash of the client''s address';
create unique index campaign_reports_open on campaign_reports (chain_id, campaign_address, reporter_key) where state = 'open';
create index campaign_reports_by_state on campaign_reports (state, created_at, id);
create index campaign_reports_by_campaign on campaign_reports (chain_id, campaign_address);
