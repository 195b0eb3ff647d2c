-- What windows are as of: a row of the feed and a second of the clock. Where neither brought anything since, they hold still, and are not worked
-- out again. Processes of the version before write none of these columns; known_at tells what they wrote since.
alter table standings
  add column feed_id bigint not null default 0,
  add column clock_ts bigint not null default 0,
  add column known_at timestamptz,
  add column held_at timestamptz;
comment on column standings.known_at is 'computed_at of the windows of which feed_id and clock_ts tell';
comment on column standings.held_at is 'when they were last seen to hold still; null where that was not since they were worked out';
comment on column standings.version is 'for processes of the version before';
