-- Can be dropped and rebuilt from IPFS without touching chain data.
create table campaign_metadata (
  id bigint generated always as identity primary key,
  chain_id bigint not null,
  campaign_address varchar(42) not null,
  cid varchar(255) not null,
  name varchar(255),
  description text,
  short_description varchar(500),
  image_cid varchar(255),
  banner_cid varchar(255),
  category varchar(100),
  location varchar(255),
  creator_name varchar(255),
  creator_avatar_cid varchar(255),
  website_url varchar(512),
  twitter_handle varchar(100),
  discord_url varchar(512),
  tags jsonb not null default '[]',
  raw_json jsonb,
  state varchar(16) not null default 'pending' check (state in ('pending', 'resolved', 'failed')),
  verified boolean not null default false,
  attempts integer not null default 0,
  last_error text,
  ipfs_fetched_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (chain_id, campaign_address)
);
comment on column campaign_metadata.image_cid is 'a CID, or a CID with a path: CID/path';
create index campaign_metadata_by_category on campaign_metadata (chain_id, category);
create index campaign_metadata_by_tags on campaign_metadata using gin (tags jsonb_path_ops);
create index campaign_metadata_by_state on campaign_metadata (state) where state <> 'resolved';
