-- Files of a case, and who has had each in hand. The bytes lie in parts beside the row: in the same transaction and the same
-- backup as the case, and out of the way of every question that is not for them.

create table incident_file (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  name             text not null,
  -- What the content is, whatever the name says.
  type             text not null,
  size             integer not null check (size > 0),
  sha256           bytea not null,
  standing         text not null check (standing in ('clean', 'unscanned', 'quarantined')),
  finding          text not null default '',
  added_at         timestamptz not null,
  added_by         uuid references person,
  unique (incident_id, sha256)
);

create table incident_custody (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  file_id          uuid not null references incident_file,
  what             text not null check (what in ('added', 'opened', 'disclosed')),
  person_id        uuid references person,
  at               timestamptz not null,
  recipient        text not null default '',
  purpose          text not null default ''
);
create index incident_custody_file on incident_custody (file_id, at);

-- What the municipality has decided of the register itself: one row, made at the first change.
create table incident_setting (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  only_one         boolean not null default true unique check (only_one),
  largest_file_mb  smallint not null check (largest_file_mb between 1 and 50),
  reason           text not null
);

select varna.make_register('incident_file');
select varna.make_register('incident_custody');
select varna.make_register('incident_setting');

create table incident_file_part (
  file_id uuid not null references incident_file,
  number  integer not null,
  bytes   bytea not null,
  primary key (file_id, number)
);
-- What is compressed already does not become smaller by being compressed again.
alter table incident_file_part alter column bytes set storage external;
grant select, insert on incident_file_part to varna_app;
