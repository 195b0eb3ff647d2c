-- Long work asked for at the desk. The worker takes it up by a job of its queue, goes on where it was after a crash, and tells here
-- how far it is.
create table desk_jobs (
  id bigint generated always as identity primary key,
  kind varchar(32) not null,
  chain_id bigint,
  parameters jsonb not null default '{}',
  state varchar(16) not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  total bigint not null default 0,
  done bigint not null default 0,
  failed bigint not null default 0,
  result jsonb,
  error text,
  created_by varchar(64) not null,
  created_by_id bigint,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  check ((state in ('queued', 'running')) = (finished_at is null))
);
comment on column desk_jobs.done is 'what failed not counted';
create index desk_jobs_alive on desk_jobs (id) where state in ('queued', 'running');
create index desk_jobs_by_kind on desk_jobs (kind, id);

-- What a job does one by one, and what came of each.
create table desk_job_items (
  job_id bigint not null references desk_jobs on delete cascade,
  position integer not null,
  subject varchar(64) not null,
  state varchar(16) not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  reason text,
  primary key (job_id, position)
);
create index desk_job_items_waiting on desk_job_items (job_id, position) where state = 'waiting';
create index desk_job_items_failed on desk_job_items (job_id, position) where state = 'failed';
