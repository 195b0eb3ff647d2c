-- What a pinning service still keeps of uploads that were removed here: from the removal until the service has let go of it.
create table unpins (
  cid varchar(255) primary key,
  error_code varchar(64),
  error text,
  refused boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column unpins.error is 'why the service did not let go of it at the last try';
comment on column unpins.refused is 'by what cannot change: not tried again by itself';
