-- What lets a person follow a donation from the log to the stream.

alter table broker_messages add column headers jsonb;
comment on column broker_messages.headers is 'what travels beside the message: the span that published it';

-- Set for the transaction that applies a message; rows of other origins have none.
alter table feed add column message varchar(100);
alter table feed alter column message set default nullif(current_setting('kindling.message', true), '');
comment on column feed.message is 'the id of the message that was applied, as it stands in the logs';
