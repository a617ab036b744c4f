-- Who acknowledged by somebody else's link has it still when the acknowledgement is taken back: from then on it is spent, and its
-- owner is sent another one, or signs in.
alter table acknowledgement_link add column spent_at timestamptz;
-- When a campaign is long over its secrets are forgotten; that something was sent, and when, stays.
grant update (spent_at, token_hash, address_hash) on acknowledgement_link to varna_app;

-- The list itself that was signed on paper, scanned or photographed: evidence beside what was entered from it.
create table signed_list (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  campaign_id      uuid not null references campaign,
  -- Whose meeting it was; null when it was of several units, and then only those who may see every name may open it.
  unit_id          uuid references unit,
  held_on          date not null,
  meeting          text not null,
  name             text not null,
  -- What the content is, whatever the name says.
  type             text not null,
  size             integer not null check (size > 0),
  sha256           bytea not null check (octet_length(sha256) = 32),
  standing         text not null check (standing in ('clean', 'unscanned', 'quarantined')),
  finding          text not null default '',
  added_at         timestamptz not null,
  added_by         uuid references person,
  -- Put aside: of another meeting, or of another unit. It is not handed out any more.
  ended_on         date
);
create unique index signed_list_once on signed_list (campaign_id, sha256) where ended_on is null;
select varna.make_register('signed_list');

create table signed_list_part (
  list_id uuid    not null references signed_list,
  number  integer not null,
  bytes   bytea   not null,
  primary key (list_id, number)
);
-- What is compressed already does not become smaller by being compressed again.
alter table signed_list_part alter column bytes set storage external;
grant select, insert on signed_list_part to varna_app;
