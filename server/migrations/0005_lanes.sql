-- The producer's side of each lane: how far messages were confirmed by the broker, and since when some wait to be applied.
create table lanes (
  chain_id bigint not null references chains on delete cascade,
  partition integer not null,
  partitions integer not null,
  epoch bigint not null,
  seq bigint not null,
  last_block bigint not null,
  waiting_since timestamptz not null default now(),
  depth bigint not null default 0,
  updated_at timestamptz not null default now(),
  primary key (chain_id, partition)
);
comment on column lanes.waiting_since is 'when a message was published while none waited; meaningful while consumer_state is behind';
comment on column lanes.depth is 'messages waiting in the queue when last counted';

alter table chains add column partitions integer;
comment on column chains.partitions is 'how many lanes the chain is split into; changed by "kindling broker repartition" alone';

alter table sync_state
  add column failing_since timestamptz,
  add column failing_reason text;
comment on column sync_state.failing_since is 'the producer has not got on since then, and tries again';

-- One letter for one content: what is refused again is counted, not stored again.
alter table dead_letters
  add column identity varchar(64),
  add column updated_at timestamptz not null default now();
update dead_letters set identity = id::text;
alter table dead_letters alter column identity set not null;
create unique index dead_letters_identity on dead_letters (queue, identity);
