-- What is reported to an authority, stage by stage: written from the case, approved by somebody else, then frozen. What has been
-- sent is never changed; what is known later becomes a supplement.

-- A number that stands in every report to an authority.
create view entity_number_face as select id, organisation_number from legal_entity;
grant select on entity_number_face to varna_app;

create table incident_report (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  party_id         uuid not null references incident_party,
  duty             text not null,
  stage            text not null,
  -- 1 is the report itself, the following are its supplements.
  number           integer not null check (number > 0),
  state            text not null check (state in ('draft', 'approved', 'sent')),
  -- What is said, by the keys of the stage's fields.
  said             jsonb not null check (jsonb_typeof(said) = 'object'),
  -- Who has written in it last.
  written_by       uuid references person,
  approved_by      uuid references person,
  approved_at      timestamptz,
  -- Why one person alone both wrote and approved it; empty where two did.
  alone_reason     text not null default '',
  -- SHA-256 over the canonical form of what is said and of what it is: set when it is frozen.
  content_hash     bytea check (octet_length(content_hash) = 32),
  delivery_id      uuid references incident_delivery,
  check ((state = 'draft') = (content_hash is null) and (state = 'draft') = (approved_at is null)),
  check ((state = 'sent') = (delivery_id is not null)),
  unique (incident_id, party_id, duty, stage, number)
);

-- What an authority answered.
create table incident_reply (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  report_id        uuid not null references incident_report,
  received_at      timestamptz not null,
  text             text not null,
  noted_by         uuid references person
);
create index incident_reply_report on incident_reply (report_id);

select varna.make_register('incident_report');
select varna.make_register('incident_reply');
-- May the same person approve what she wrote, at night, with a reason?
select varna.extend_register('incident_setting', 'alone_at_night boolean not null default false');
