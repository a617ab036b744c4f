-- People, where we know them from, and the offices they are appointed to.

create table person (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  kind             text not null check (kind in ('employee', 'elected', 'external')),
  given_name       text not null,
  family_name      text not null,
  email            text,
  telephone        text,
  -- For an external person: who she works for.
  organisation     text,
  unit_id          uuid references unit,
  source_id        uuid,
  valid            daterange not null check (not isempty(valid))
);
create unique index person_email on person (lower(email)) where email is not null and upper_inf(valid);
create index person_unit on person (unit_id);
create index person_name on person (family_name collate "sv-x-icu", given_name collate "sv-x-icu", id);

-- P19: from where each kind of person comes, and how old its latest synchronisation may be.
create table person_source (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  kind             text not null check (kind in ('employee', 'elected', 'external')),
  name             text not null,
  interval_days    integer not null check (interval_days between 1 and 400),
  synchronised_on  date,
  ended_on         date
);
alter table person add foreign key (source_id) references person_source;

create table appointment (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  person_id        uuid not null references person,
  office           text not null,
  deputy           boolean not null default false,
  scope            text not null check (scope in ('municipality', 'entity', 'body', 'unit', 'system', 'information')),
  entity_id        uuid references legal_entity,
  body_id          uuid references body,
  unit_id          uuid references unit,
  system_id        uuid,
  information_id   uuid,
  scope_id         uuid generated always as (coalesce(entity_id, body_id, unit_id, system_id, information_id)) stored,
  valid            daterange not null check (not isempty(valid)),
  -- Printed form of the decision, 'KF 2026-06-15 § 47, dnr KS 2026/123'; parsed in src/governance/documents/decision-reference.ts.
  decision         text,
  to_confirm       boolean not null default false,
  check (num_nonnulls(entity_id, body_id, unit_id, system_id, information_id) = case scope when 'municipality' then 0 else 1 end),
  check (case scope when 'entity' then entity_id is not null when 'body' then body_id is not null
         when 'unit' then unit_id is not null when 'system' then system_id is not null
         when 'information' then information_id is not null else true end),
  -- One holder at a time of an office for a scope; deputies may be several, but a person only once.
  constraint appointment_one_holder exclude using gist
    (office with =, scope with =, coalesce(scope_id, '00000000-0000-0000-0000-000000000000') with =, valid with &&)
    where (not deputy),
  constraint appointment_person_once exclude using gist
    (person_id with =, office with =, scope with =, coalesce(scope_id, '00000000-0000-0000-0000-000000000000') with =, valid with &&)
);
create index appointment_person on appointment (person_id);
create index appointment_scope on appointment (scope_id, office);

select varna.make_register('person_source');
select varna.make_register('person');
select varna.make_register('appointment');

-- Faces for other slices: a person's name, and who holds what when.
create view person_face as
  select id, kind, given_name, family_name, given_name || ' ' || family_name as name, unit_id,
         lower(valid) as valid_from, upper(valid) as valid_before from person;
create view appointment_face as
  select a.id, a.person_id, p.given_name || ' ' || p.family_name as person_name, a.office, a.deputy, a.scope, a.scope_id,
         a.decision, lower(a.valid * p.valid) as valid_from, upper(a.valid * p.valid) as valid_before
  from appointment a join person p on p.id = a.person_id
  where not isempty(a.valid * p.valid);
grant select on person_face, appointment_face to varna_app;
