-- What windows are as of: a row of the feed and a second of the clock. Where neither brought anything since, they hold still, and are not worked
-- out again. Processes of the version before write neither; what they leave there is older, so it is only looked at again for nothing.
alter table standings
  add column feed_id bigint not null default 0,
  add column clock_ts bigint not null default 0,
  add column held_at timestamptz;
comment on column standings.held_at is 'when they were last seen to hold still; null where that was when they were worked out';
