-- When a document is tried again stands here too, so that a lost job queue can be filled again from the tables.
alter table campaign_metadata
  add column error_code varchar(64),
  add column next_attempt_at timestamptz;
comment on column campaign_metadata.error_code is 'the stable code of last_error';
comment on column campaign_metadata.next_attempt_at is 'null: resolved, or given up until asked for by hand';
