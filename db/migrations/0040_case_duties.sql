-- What has been done of a case's duties, and what authorities have asked for. Only ever added to: what was done in time stays so
-- whatever is answered afterwards.

-- That a stage of a duty was done: when, how, and what shows it.
create table incident_delivery (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  party_id         uuid not null references incident_party,
  duty             text not null,
  stage            text not null,
  sent_at          timestamptz not null,
  channel          text not null,
  case_number      text not null default '',
  receipt_id       uuid references incident_file,
  late_reason      text not null default '',
  noted_by         uuid references person
);
create index incident_delivery_case on incident_delivery (incident_id);

-- That an authority has asked for more, and by when.
create table incident_request (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  party_id         uuid not null references incident_party,
  duty             text not null,
  asked_at         timestamptz not null,
  due_at           timestamptz check (due_at > asked_at)
);
create index incident_request_case on incident_request (incident_id);

select varna.make_register('incident_delivery');
select varna.make_register('incident_request');
