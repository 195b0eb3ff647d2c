-- What the producer knows of the nodes it asks. Never a URL: its path, query or user name may be a key.
create table rpc_endpoints (
  chain_id bigint not null references chains on delete cascade,
  position integer not null,
  origin varchar(255) not null,
  state varchar(16) not null,
  consecutive_failures integer not null,
  requests bigint not null,
  failures bigint not null,
  concurrency integer not null,
  last_error text,
  last_ok_at timestamptz,
  retry_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (chain_id, position)
);
comment on column rpc_endpoints.position is 'in the list of RPC_URL, from 0: the order in which healthy ones are preferred';
comment on column rpc_endpoints.state is 'healthy, failing, wrong_chain, or unused (not asked since the producer started)';
comment on column rpc_endpoints.requests is 'since the producer started, as failures';
comment on column rpc_endpoints.concurrency is 'requests it gets at once at the moment';
comment on column rpc_endpoints.retry_at is 'not asked before this time unless all others fail too';
