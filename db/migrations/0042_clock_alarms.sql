-- That somebody was woken about a clock: once for each clock and step. A row is written in the transaction that queues the mails, so
-- that a process that dies in between has done neither, and no two processes do it twice.
create table incident_alarm (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  party_id         uuid not null references incident_party,
  duty             text not null,
  stage            text not null,
  -- From when the clock runs: one that begins anew, at another time, wakes anew.
  starts_at        timestamptz not null,
  step             text not null check (step in ('begun', 'responsible', 'deputies', 'manager', 'director', 'out')),
  raised_at        timestamptz not null,
  constraint incident_alarm_once unique (incident_id, party_id, duty, stage, starts_at, step)
);
select varna.make_register('incident_alarm');

-- After how many per cent of the time each step comes: whoever is responsible, the deputies, the managers above, the director.
select varna.extend_register('incident_setting', 'wake_at smallint[] not null default ''{25,50,75,90}''');
