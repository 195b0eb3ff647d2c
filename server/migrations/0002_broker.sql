-- The embedded broker: used when RABBITMQ_URL is not set. A row is deleted when its message is acknowledged.
create table broker_messages (
  id bigint generated always as identity primary key,
  queue varchar(255) not null,
  body text not null,
  attempts integer not null default 0,
  available_at timestamptz not null default now(),
  enqueued_at timestamptz not null default now()
);
-- Bodies are read once and deleted: compressing them would cost more than it saves.
alter table broker_messages alter column body set storage external;
create index broker_messages_by_queue on broker_messages (queue, id);

create table dead_letters (
  id bigint generated always as identity primary key,
  queue varchar(255) not null,
  reason text not null,
  attempts integer not null,
  body text not null,
  created_at timestamptz not null default now()
);
