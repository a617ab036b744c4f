-- Exceptions (undantag) from a demand: applied for, with opinions, decided by the office that the risk calls for, and always with
-- a last day. What has passed its last day becomes a deviation (src/registers/exceptions/keep.ts).

create table exception (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  title            text not null,
  -- What it is for: a record of a register.
  object_register  text not null check (object_register in ('system', 'information', 'unit', 'document')),
  object_id        uuid not null,
  clause           text check (clause ~ '^P[0-4][0-9]$'),
  sentence_id      uuid references sentence,
  unit_id          uuid not null references unit,
  reason           text not null,
  compensation     text not null,
  consequence_before smallint not null check (consequence_before between 1 and 4),
  likelihood_before smallint not null check (likelihood_before between 1 and 4),
  consequence_after smallint not null check (consequence_after between 1 and 4),
  likelihood_after smallint not null check (likelihood_after between 1 and 4),
  personal_data    boolean not null,
  secrecy_provisions text[] not null default '{}',
  -- The last day: as applied for, then as decided. There is no open end.
  ends_on          date not null,
  replaces_id      uuid references exception,
  applied_by       uuid references person,
  state            text not null check (state in ('draft', 'opinion', 'decided', 'refused', 'expired', 'ended')),
  decided_by       uuid references person,
  decided_as       text,
  decided_on       date,
  decision         text not null default '',
  conditions       text not null default '',
  valid_from       date,
  ended_on         date,
  end_reason       text not null default '',
  -- How near its end somebody was last reminded (days); null while nobody has been.
  reminded_days    smallint check (reminded_days in (60, 14)),
  check (num_nonnulls(clause, sentence_id) = 1),
  check ((state in ('draft', 'opinion')) = (decided_on is null) and (decided_on is null) = (decided_as is null)),
  check ((state in ('decided', 'expired', 'ended')) = (valid_from is not null)),
  check (valid_from is null or valid_from <= ends_on),
  check ((state in ('expired', 'ended')) = (ended_on is not null)),
  -- Nothing that weighs up is no exception.
  check (state not in ('decided', 'expired', 'ended') or compensation <> '')
);
create index exception_unit on exception (unit_id);
create index exception_object on exception (object_register, object_id);
create index exception_running on exception (ends_on) where state = 'decided';

-- What the coordinator, the data protection officer and others think of an application. A later one stands beside the earlier.
create table exception_opinion (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  exception_id     uuid not null references exception,
  number           integer not null check (number > 0),
  office           text not null check (office in ('informationSecurityCoordinator', 'dataProtectionOfficer',
                     'securityCoordinator', 'itManager')),
  stance           text not null check (stance in ('supports', 'conditional', 'against')),
  text             text not null,
  given_by         uuid references person,
  given_on         date not null,
  unique (exception_id, number)
);

-- Who decides at each level of risk, and for how many months at most; the municipality's own word where it has said one.
create table exception_rule (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  risk             text not null unique check (risk in ('low', 'medium', 'high', 'extreme')),
  office           text not null check (office in ('manager', 'departmentHead', 'informationSecurityCoordinator', 'municipalDirector')),
  longest_months   smallint not null check (longest_months between 1 and 60),
  reason           text not null
);

select varna.make_register('exception');
select varna.make_register('exception_opinion');
select varna.make_register('exception_rule');

-- What other slices may link to.
create view exception_face as select id, title, unit_id, state, ends_on from exception;
grant select on exception_face to varna_app;
