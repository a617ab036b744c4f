-- Deviations (avvikelser): where the rules were not followed, why, what was done about it, and what came of that.

create table deviation (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  title            text not null,
  description      text not null,
  -- Which demand it departs from: a clause, or a sentence of a governing document; neither while nobody knows.
  clause           text check (clause ~ '^P[0-4][0-9]$'),
  sentence_id      uuid references sentence,
  unit_id          uuid not null references unit,
  discovered_on    date not null,
  reported_by      uuid references person,
  handling         text not null,
  cause            text not null,
  consequence      smallint check (consequence between 1 and 4),
  likelihood       smallint check (likelihood between 1 and 4),
  -- What it was born of, where it was something in a register.
  source_register  text,
  source_id        uuid,
  secrecy_provisions text[] not null default '{}',
  state            text not null check (state in ('reported', 'decided', 'closed')),
  decision         text not null default '',
  decided_by       uuid references person,
  decided_on       date,
  follow_up_on     date,
  outcome          text not null default '',
  closed_by        uuid references person,
  closed_on        date,
  check ((source_register is null) = (source_id is null)),
  check (num_nonnulls(clause, sentence_id) <= 1),
  check ((consequence is null) = (likelihood is null)),
  check ((decided_on is null) = (follow_up_on is null)),
  check (state <> 'decided' or decided_on is not null),
  check ((state = 'closed') = (closed_on is not null))
);
create index deviation_unit on deviation (unit_id);
create index deviation_source on deviation (source_register, source_id);
create index deviation_follow_up on deviation (follow_up_on) where state = 'decided';
select varna.make_register('deviation');

-- What other slices may link to.
create view deviation_face as select id, title, unit_id, state from deviation;
grant select on deviation_face to varna_app;
