-- Information, its owners by default, its classification, how it is handled, and the rules for handling.

-- "Om inget annat beslutats": the table that says who owns information of an area. Editable, with its decision.
create table default_owner (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  -- A stable word, 'ekonomi'; the name is what people read.
  area             text not null check (area ~ '^[a-z][a-z0-9-]{1,39}$'),
  name             text not null,
  examples         text not null default '',
  -- The authority that answers in the end.
  body_id          uuid references body,
  entity_id        uuid references legal_entity,
  -- Who: the holder of an office for the municipality, the manager of a named unit, or of the information's own unit.
  holder           text not null check (holder in ('office', 'unitManager', 'ownUnitManager')),
  office           text,
  unit_id          uuid references unit,
  decision         text,
  to_confirm       boolean not null default false,
  ended_on         date,
  check ((holder = 'office') = (office is not null)),
  check (holder = 'unitManager' or unit_id is null)
);
create unique index default_owner_area on default_owner (area) where ended_on is null;

create table information (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  state            text not null check (state in ('draft', 'active', 'ended')),
  name             text not null,
  description      text not null default '',
  unit_id          uuid not null references unit,
  area             text not null,
  carriers         text[] not null check (cardinality(carriers) > 0),
  personal_data    text not null check (personal_data in ('none', 'ordinary', 'sensitive')),
  personal_data_kinds text[] not null default '{}',
  secrecy_provisions  text[] not null default '{}',
  classification_id   uuid,
  handling_decision_id uuid,
  check (personal_data <> 'none' or personal_data_kinds = '{}')
);
create unique index information_name on information (unit_id, lower(name)) where state <> 'ended';
create index information_order on information (name collate "sv-x-icu", id);
create index information_unit on information (unit_id);
create index information_area on information (area);

-- A classification is decided once and stays as it was decided; the next one is a new row.
-- Levels 0–3. Level 4 is never stored: it concerns Sweden's security, and that content is not handled here.
create table classification (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  information_id   uuid not null references information,
  model_name       text not null,
  model_version    text not null,
  confidentiality  smallint not null check (confidentiality between 0 and 3),
  integrity        smallint not null check (integrity between 0 and 3),
  availability     smallint not null check (availability between 0 and 3),
  traceability     smallint check (traceability between 0 and 3),
  -- The names of the levels as they were called then; a digit alone changes its meaning between model versions.
  level_names      jsonb not null,
  reasons          jsonb not null,
  participants     text[] not null,
  decided_by       uuid not null references person,
  decided_on       date not null,
  next_review_on   date not null check (next_review_on > decided_on)
);
create index classification_information on classification (information_id, decided_on desc);
alter table information add foreign key (classification_id) references classification deferrable initially deferred;

-- What is done with the information: activity × carrier × place or system.
create table handling (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  information_id   uuid not null references information,
  activity         text not null,
  carrier          text not null,
  place            text not null default '',
  system_id        uuid,
  conditions_met   boolean not null default false,
  ended_on         date
);
create index handling_information on handling (information_id);

-- P29: the owner decides which information is handled, how, and by whom.
create table handling_decision (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  information_id   uuid not null references information,
  carriers         text[] not null,
  activities       text[] not null,
  groups           text[] not null check (cardinality(groups) > 0),
  decided_by       uuid not null references person,
  decided_on       date not null,
  next_review_on   date not null check (next_review_on > decided_on)
);
create index handling_decision_information on handling_decision (information_id);
alter table information add foreign key (handling_decision_id) references handling_decision deferrable initially deferred;

create table handling_rule (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  level            smallint not null check (level between 0 and 3),
  activity         text not null,
  carrier          text not null,
  verdict          text not null check (verdict in ('allowed', 'conditional', 'forbidden')),
  condition_sv     text not null default '',
  condition_en     text not null default '',
  constraint handling_rule_once unique (level, activity, carrier),
  check ((verdict = 'conditional') = (condition_sv <> ''))
);

select varna.make_register('default_owner');
select varna.make_register('information');
select varna.make_register('classification');
select varna.make_register('handling');
select varna.make_register('handling_decision');
select varna.make_register('handling_rule');

alter table appointment add foreign key (information_id) references information;

create view information_face as
  select i.id, i.name, i.state, i.unit_id, i.area, i.personal_data,
         c.confidentiality, c.integrity, c.availability, c.traceability
  from information i left join classification c on c.id = i.classification_id;
grant select on information_face to varna_app;
