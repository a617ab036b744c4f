-- Whom those who work on a case turn to: the supplier's duty officer, the authority's handler, the number of the police report. Only
-- ever added to; one that no longer holds is struck out and stays.

create table incident_contact (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  kind             text not null check (kind in ('supplier', 'authority', 'police', 'other')),
  name             text not null,
  telephone        text not null default '',
  email            text not null default '',
  -- Their number for it.
  reference        text not null default '',
  remark           text not null default '',
  added_at         timestamptz not null,
  added_by         uuid references person,
  struck_on        date,
  check (telephone <> '' or email <> '' or reference <> '')
);
create index incident_contact_case on incident_contact (incident_id);
select varna.make_register('incident_contact');

-- A supplier's page asks for the cases that concern it.
create index incident_link_supplier on incident_link (lower(supplier)) where supplier is not null;
