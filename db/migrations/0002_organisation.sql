-- Who the municipality is: legal entities, their bodies, and the tree of units, processes and projects.
-- `valid` is when the fact holds; [from, until + 1 day). `to_confirm` marks rows of a start profile that nobody in the
-- municipality has confirmed yet.

create extension if not exists btree_gist;

create table legal_entity (
  id                  uuid primary key,
  version             integer not null,
  changed_by_event    uuid not null references audit_event,
  kind                text not null check (kind in ('municipality', 'company', 'foundation', 'association')),
  name                text not null,
  organisation_number text,
  valid               daterange not null check (not isempty(valid)),
  -- A company, foundation or association is a controller of its own; within the municipality the bodies are.
  controller          boolean not null,
  -- P18: when the entity last declared that its register of information is complete.
  register_complete_on date,
  -- P33: GDPR art. 37.7, both parts.
  officer_reported_on  date,
  officer_published_on date,
  to_confirm          boolean not null default false
);
create unique index legal_entity_name on legal_entity (lower(name)) where upper_inf(valid);

create table body (
  id                  uuid primary key,
  version             integer not null,
  changed_by_event    uuid not null references audit_event,
  entity_id           uuid not null references legal_entity,
  parent_id           uuid references body,
  -- council: kommunfullmäktige; executive: kommunstyrelsen; committee: nämnd; subcommittee: utskott; board: styrelse;
  -- auditors: revisorerna.
  kind                text not null check (kind in ('council', 'executive', 'committee', 'subcommittee', 'board', 'auditors')),
  name                text not null,
  abbreviation        text,
  valid               daterange not null check (not isempty(valid)),
  -- A committee is an authority and a controller of its own; a subcommittee is not (OSL 2:3, GDPR art. 4.7).
  controller          boolean not null,
  -- P23: the body reports to kommunstyrelsen's yearly follow-up.
  reports_to_follow_up boolean not null default false,
  register_complete_on date,
  officer_reported_on  date,
  officer_published_on date,
  to_confirm          boolean not null default false,
  check (parent_id is null or kind = 'subcommittee')
);
create unique index body_name on body (entity_id, lower(name)) where upper_inf(valid);

create table unit (
  id                  uuid primary key,
  version             integer not null,
  changed_by_event    uuid not null references audit_event,
  kind                text not null check (kind in ('unit', 'process', 'project')),
  name                text not null,
  entity_id           uuid not null references legal_entity,
  body_id             uuid references body,
  parent_id           uuid references unit check (parent_id <> id),
  valid               daterange not null check (not isempty(valid)),
  -- Where its people and records went when it ended.
  successor_id        uuid references unit,
  -- P20: which carriers of information the unit says it holds, and which it says it holds none of.
  carriers_held       text[] not null default '{}',
  carriers_none       text[] not null default '{}',
  carriers_declared_on date,
  to_confirm          boolean not null default false
);
create index unit_parent on unit (parent_id);
create unique index unit_name on unit (entity_id, coalesce(parent_id, id), lower(name)) where upper_inf(valid) and parent_id is not null;

select varna.make_register('legal_entity');
select varna.make_register('body');
select varna.make_register('unit');

-- The face other slices may read: a unit's name, its place in the tree, and whether it stands today.
create view unit_face as
  select id, name, kind, entity_id, body_id, parent_id, lower(valid) as valid_from, upper(valid) as valid_before from unit;
create view body_face as select id, name, abbreviation, kind, entity_id, controller, lower(valid) as valid_from, upper(valid) as valid_before from body;
create view entity_face as select id, name, kind, controller, lower(valid) as valid_from, upper(valid) as valid_before from legal_entity;
grant select on unit_face, body_face, entity_face to varna_app;

-- A unit and all below it. UNION (not ALL) ends also if the data held a cycle.
create function unit_subtree(root uuid) returns setof uuid language sql stable as $$
  with recursive below(id) as (select root union select u.id from unit u join below b on u.parent_id = b.id)
  select id from below
$$;
grant execute on function unit_subtree to varna_app;
