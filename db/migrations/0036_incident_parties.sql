-- Whom a case concerns in law: legal entities, and the bodies that are controllers of their own. Each has clocks of its own, from
-- when it knew; and what has been decided not to be reported.

create table incident_party (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  body_id          uuid references body,
  entity_id        uuid references legal_entity,
  roles            text[] not null,
  sectors          text[] not null default '{}',
  -- Null until somebody has established it: the clocks then run from when the case was noticed.
  knowledge_at     timestamptz,
  knowledge_reason text not null default '',
  ended_on         date,
  check (num_nonnulls(body_id, entity_id) = 1)
);
create unique index incident_party_once on incident_party (incident_id, coalesce(body_id, entity_id)) where ended_on is null;
create index incident_party_case on incident_party (incident_id);

-- ”Ingen anmälan”: that one duty of one party is not to be reported, who decided it and why. Decided after its time, it says why it was late.
create table incident_decision (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  party_id         uuid not null references incident_party,
  duty             text not null,
  reason           text not null,
  decided_by       uuid references person,
  decided_at       timestamptz not null,
  late             boolean not null,
  late_reason      text not null default '' check (late = (late_reason <> '')),
  withdrawn_at     timestamptz
);
create unique index incident_decision_once on incident_decision (party_id, duty) where withdrawn_at is null;
create index incident_decision_case on incident_decision (incident_id);

select varna.make_register('incident_party');
select varna.make_register('incident_decision');

-- That a unit has drilled how to report, or that its manager attests that nothing has happened there (P15).
create table report_attest (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  unit_id          uuid not null references unit,
  what             text not null check (what in ('drill', 'nothingHappened')),
  note             text not null,
  attested_on      date not null,
  attested_by      uuid references person
);
create index report_attest_unit on report_attest (unit_id, attested_on);
select varna.make_register('report_attest');
