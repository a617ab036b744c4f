-- Measures (åtgärder): what is to be done, whatever it comes from. A measure points at its source and depends on nothing in it,
-- so that it is never lost when the source is closed.

create table measure (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  title            text not null,
  description      text not null,
  -- Where it comes from: a record of any register, a clause that found something, or both; neither when it stands by itself.
  source_register  text,
  source_id        uuid,
  clause           text check (clause ~ '^P[0-4][0-9]$'),
  unit_id          uuid not null references unit,
  -- Who sees to it: a person, or an office (of the unit, or of the whole municipality).
  owner_person_id  uuid references person,
  owner_office     text check (owner_office in ('manager', 'departmentHead', 'municipalDirector',
                     'informationSecurityCoordinator', 'securityCoordinator', 'itManager')),
  due_on           date not null,
  -- In kronor; null where nobody has estimated it.
  cost             integer check (cost >= 0),
  resources        text not null check (resources in ('undecided', 'withinBudget', 'allocated')),
  resource_decision text not null default '',
  resources_on     date,
  secrecy_provisions text[] not null default '{}',
  state            text not null check (state in ('planned', 'ongoing', 'done', 'judged', 'dropped')),
  done_on          date,
  effect           text check (effect in ('achieved', 'partly', 'none')),
  effect_seen      text not null default '',
  effect_on        date,
  effect_by        uuid references person,
  check ((source_register is null) = (source_id is null)),
  check (num_nonnulls(owner_person_id, owner_office) = 1),
  check ((resources = 'undecided') = (resources_on is null)),
  check ((state in ('done', 'judged')) = (done_on is not null)),
  check ((state = 'judged') = (effect is not null) and (effect is null) = (effect_on is null))
);
create index measure_unit on measure (unit_id);
create index measure_source on measure (source_register, source_id);
create index measure_owner on measure (owner_person_id) where state in ('planned', 'ongoing');
create index measure_due on measure (due_on) where state in ('planned', 'ongoing');

-- How it goes, in order. What was written stays as it was written.
create table measure_note (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  measure_id       uuid not null references measure,
  number           integer not null check (number > 0),
  text             text not null,
  written_by       uuid references person,
  written_on       date not null,
  unique (measure_id, number)
);

select varna.make_register('measure');
select varna.make_register('measure_note');

-- What other slices may link to.
create view measure_face as select id, title, unit_id, owner_person_id, state, due_on from measure;
grant select on measure_face to varna_app;
