-- Who did what to what, and when: written in the transaction of what it tells of, and never changed. No column is called
-- chain_id: what belongs to a chain is forgotten with it, this is not.
create table admin_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor varchar(64) not null,
  actor_id bigint,
  action varchar(64) not null,
  subject varchar(255) not null,
  before jsonb,
  after jsonb,
  request_id varchar(64)
);
comment on column admin_log.actor is 'a username, a wallet, or cli';
comment on column admin_log.subject is 'kind:identifier, as in campaign:31337:0x…';
create index admin_log_by_actor on admin_log (actor, id);
create index admin_log_by_action on admin_log (action varchar_pattern_ops, id);
create index admin_log_by_subject on admin_log using gin (subject gin_trgm_ops);

-- Whoever owns the table can still take the triggers away; nobody changes a row by mistake, nor through a hole in the API.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the rows of % are never changed or deleted', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger admin_log_append_only before update or delete on admin_log
  for each statement execute function refuse_change();
create trigger admin_log_never_emptied before truncate on admin_log
  for each statement execute function refuse_change();
-- Also for restores and replicas that turn ordinary triggers off.
alter table admin_log enable always trigger admin_log_append_only;
alter table admin_log enable always trigger admin_log_never_emptied;

-- Who is disabled cannot sign in, and what was signed in does not count.
alter table users add column disabled_at timestamptz;
create index users_by_role on users (role) where role <> 'user';
