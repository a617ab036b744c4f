-- How the channel for reports came out of each test that Värna makes of itself (P15): the page as a visitor is given it, the door, and
-- a report all the way to being stored, in a transaction that is taken back.

create table channel_test (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  outcome          text not null check (outcome in ('open', 'pageMissing', 'doorShut', 'notStored')),
  -- The status, the refusal or the fault, in as few words as tell whoever mends it where to look.
  detail           text not null,
  tested_at        timestamptz not null
);
create index channel_test_newest on channel_test (tested_at desc);
select varna.make_register('channel_test');

-- What has been reported since the last vacuum is found by the index too: with a list of what is not entered in it yet, which every search
-- reads whole, PostgreSQL would rather read all cases. Cases come a few at a time.
alter index incident_title set (fastupdate = off);
