-- What has been measured of a case, and where a party's answers differ from the case's. Both are only ever added to: what
-- somebody said last holds, and what was said before stays with who said it.

-- How much: hours, people, per cent. A row without a party is of the case as a whole; one without a value takes the figure back.
create table incident_figure (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  party_id         uuid references incident_party,
  measure          text not null,
  value            numeric(12, 2) check (value >= 0),
  estimate         boolean not null,
  stated_by        uuid references person,
  stated_at        timestamptz not null
);
create index incident_figure_case on incident_figure (incident_id);

-- An answer of one party's own: what risk there is, for instance, each controller judges. Without an answer it follows the
-- case's again.
create table incident_own_answer (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  party_id         uuid not null references incident_party,
  question         text not null,
  answer           text check (answer in ('yes', 'no', 'unknown')),
  reason           text not null,
  answered_by      uuid references person,
  answered_at      timestamptz not null
);
create index incident_own_answer_case on incident_own_answer (incident_id);

select varna.make_register('incident_figure');
select varna.make_register('incident_own_answer');
