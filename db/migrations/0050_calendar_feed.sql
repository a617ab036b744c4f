-- The address of somebody's calendar feed: a way in that only shows what is hers to do and by when. As sessions and tokens it is no
-- register; that it was made and ended is in the log.
create table calendar_feed (
  id            uuid primary key,
  secret_hash   bytea not null unique check (length(secret_hash) = 32),
  person_id     uuid not null references person,
  made_at       timestamptz not null,
  fetched_at    timestamptz,
  ended_at      timestamptz,
  -- By the UID of each entry: a hash of what it said when it was last fetched, its SEQUENCE (RFC 5545 §3.8.7.4) and since when.
  published     jsonb not null default '{}'
);
create unique index calendar_feed_once on calendar_feed (person_id) where ended_at is null;
grant select, insert, update on calendar_feed to varna_app;
