-- Exercises of plans, and the copies of the binder that can be read when nothing else works (P44).

create table exercise (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  kind             text not null check (kind in ('tabletop', 'alarm', 'restore', 'real')),
  -- The plans that were tried. Rows of registers are never removed, so what was there when it was written is there still.
  plan_ids         uuid[] not null check (cardinality(plan_ids) between 1 and 50),
  held_on          date not null,
  scenario         text not null,
  participants     integer not null check (participants between 1 and 10000),
  attendees        text not null default '',
  findings         text not null default '',
  measures         text not null default '',
  -- Whether it was tried to read data back.
  restore_tried    boolean not null,
  -- Why what really happened counts as an exercise, and what the case is called.
  real_reason      text not null default '',
  case_reference   text not null default '',
  -- What was entered by mistake does not count; it stays in the history.
  withdrawn_on     date,
  check ((kind = 'real') = (real_reason <> ''))
);
create index exercise_plans on exercise using gin (plan_ids);
create index exercise_day on exercise (held_on desc, id);

create table binder_copy (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  -- On paper, as a file, or kept in a browser.
  kind             text not null check (kind in ('printed', 'downloaded', 'kept')),
  taken_on         date not null,
  taken_by         uuid references person,
  -- The very versions that the copy holds.
  plan_version_ids uuid[] not null check (cardinality(plan_version_ids) > 0)
);
create index binder_copy_versions on binder_copy using gin (plan_version_ids);
create index binder_copy_order on binder_copy (taken_on desc, id);

select varna.make_register('exercise');
select varna.make_register('binder_copy');

create view exercise_face as select id, kind, held_on, scenario, plan_ids, withdrawn_on from exercise;
grant select on exercise_face to varna_app;
