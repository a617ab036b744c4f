-- Cases (ärenden): what people report, and what is done about it. A case of which nobody outside may know is a row like the
-- others; who sees it is the store's condition (src/registers/incidents/scope.store.ts) and nothing else.

create table incident (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  -- Given at triage, without gaps within a year and a series; a secret case has a series of its own (decision 0034).
  series           text check (series in ('open', 'secret')),
  number_year      smallint,
  number           integer check (number > 0),
  kind             text not null check (kind in ('notTriaged', 'event', 'incident', 'personalDataBreach', 'nearMiss', 'deviation')),
  state            text not null check (state in ('reported', 'triaged', 'handled', 'closed', 'reopened', 'merged')),
  title            text not null,
  description      text not null,
  occurred_at      timestamptz,
  noticed_at       timestamptz not null,
  reported_at      timestamptz not null,
  -- When the municipality got to know: where the clocks of the law begin. The report's own time until somebody says another.
  knowledge_at     timestamptz not null,
  knowledge_reason text not null default '',
  ongoing          text not null check (ongoing in ('yes', 'no', 'unknown')),
  place            text not null default '',
  affected         text not null default '',
  unit_id          uuid references unit,
  reporter         text not null check (reporter in ('person', 'contact', 'anonymous')),
  reported_by      uuid references person,
  contact          text not null default '',
  handler_id       uuid references person,
  diary_number     text not null default '',
  -- Level 4 is never stored (decision 0008).
  confidentiality  smallint check (confidentiality between 0 and 3),
  integrity        smallint check (integrity between 0 and 3),
  availability     smallint check (availability between 0 and 3),
  traceability     smallint check (traceability between 0 and 3),
  secret           boolean not null default false,
  secret_parts     text[] not null default '{}',
  secrecy_provision text not null default '',
  secrecy_reason   text not null default '',
  root_cause       text not null default '',
  lessons          text not null default '',
  handled_at       timestamptz,
  follow_up_on     date,
  followed_up_on   date,
  closed_at        timestamptz,
  closed_by        uuid references person,
  merged_into      uuid references incident check (merged_into <> id),
  check ((reporter = 'person') = (reported_by is not null)),
  check (num_nulls(series, number_year, number) in (0, 3)),
  check ((state = 'reported') = (series is null)),
  check ((state = 'merged') = (merged_into is not null)),
  check ((secret or secret_parts <> '{}') = (secrecy_provision <> ''))
);
create unique index incident_number on incident (series, number_year, number);
-- Word for word as the list orders by: otherwise it is not used.
create index incident_order on incident (reported_at desc nulls last, id);
create index incident_unit on incident (unit_id);
create index incident_handler on incident (handler_id) where handler_id is not null;
create index incident_reporter on incident (reported_by) where reported_by is not null;
create index incident_new on incident (reported_at) where state = 'reported';
create index incident_title on incident using gin ((lower((title) collate "sv-x-icu") collate "C") gin_trgm_ops);

-- The timeline: what is known, decided and done, in the order it was written. Only ever added to.
create table incident_entry (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  number           integer not null check (number > 0),
  kind             text not null check (kind in ('fact', 'decision', 'action', 'contact', 'fromReporter', 'toReporter')),
  text             text not null,
  -- When what is told happened, which may be long before it was written.
  happened_at      timestamptz not null,
  written_at       timestamptz not null,
  -- Null: who reported, by her code.
  written_by       uuid references person,
  unique (incident_id, number)
);

-- The questions of triage (which duties may arise) with the answer, who gave it and when.
create table incident_answer (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  question         text not null,
  answer           text not null check (answer in ('yes', 'no', 'unknown')),
  answered_by      uuid references person,
  answered_at      timestamptz not null,
  unique (incident_id, question)
);

-- What the case concerns: exactly one of the columns.
create table incident_link (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  information_id   uuid references information,
  system_id        uuid references system,
  unit_id          uuid references unit,
  -- Another case of the same wave.
  related_id       uuid references incident check (related_id <> incident_id),
  supplier         text,
  ended_on         date,
  check (num_nonnulls(information_id, system_id, unit_id, related_id, supplier) = 1)
);
create index incident_link_case on incident_link (incident_id);
create index incident_link_information on incident_link (information_id) where information_id is not null;
create index incident_link_system on incident_link (system_id) where system_id is not null;
create index incident_link_unit on incident_link (unit_id) where unit_id is not null;
create index incident_link_related on incident_link (related_id) where related_id is not null;

-- Who may see a case besides those whose office gives it.
create table incident_person (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  person_id        uuid not null references person,
  ended_on         date
);
create unique index incident_person_once on incident_person (incident_id, person_id) where ended_on is null;
create index incident_person_person on incident_person (person_id);

select varna.make_register('incident');
select varna.make_register('incident_entry');
select varna.make_register('incident_answer');
select varna.make_register('incident_link');
select varna.make_register('incident_person');

-- How a report is known again: the key that its sender made, so that it is never taken twice, and the code that its sender
-- follows it by. Both as hashes alone.
create table incident_code (
  incident_id uuid primary key references incident,
  key_hash    bytea not null unique,
  code_hash   bytea not null unique
);
grant select, insert on incident_code to varna_app;

-- How much has come from whom within the hour: what a flood is held back by. Who is a hash.
create table incident_intake (
  sender bytea not null,
  what   text not null check (what in ('report', 'addition', 'wrongCode')),
  at     timestamptz not null
);
create index incident_intake_sender on incident_intake (sender, what, at);
create index incident_intake_age on incident_intake (at);
grant select, insert, delete on incident_intake to varna_app;
