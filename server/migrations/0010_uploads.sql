-- What people brought here to be published. The row comes before the blocks, so that nothing is stored without one.
create table uploads (
  id bigint generated always as identity primary key,
  user_id bigint references users on delete set null,
  cid varchar(255) not null,
  cid_v0 varchar(255),
  bytes bigint not null,
  content_type varchar(100) not null,
  mentions varchar(255)[] not null default '{}',
  stored_at timestamptz,
  pinned_at timestamptz,
  pin_error_code varchar(64),
  pin_error text,
  pin_refused boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, cid)
);
comment on column uploads.cid_v0 is 'the same content''s name in version 0, where it has one';
comment on column uploads.bytes is 'of the content as it was stored; counts for the day''s quota of the user';
comment on column uploads.mentions is 'CIDs that stand in a document, each in all its spellings: they stay as long as it does';
comment on column uploads.stored_at is 'when its blocks were all stored and kept from eviction';
comment on column uploads.pinned_at is 'when the pin backend answered with the same root';
comment on column uploads.pin_refused is 'by what cannot change: not tried again by itself';
create index uploads_by_cid on uploads (cid);
create index uploads_by_user on uploads (user_id, created_at);
create index uploads_by_age on uploads (created_at);
create index uploads_by_mention on uploads using gin (mentions);
create index uploads_unpinned on uploads (stored_at) where pinned_at is null;
