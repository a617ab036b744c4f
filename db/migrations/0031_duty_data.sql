-- The municipality's own word on how long the law gives, and whom to tell: goes before what the release knows, for the
-- days it holds. What the release knows stands in src/duties/default-terms.ts and default-recipients.ts.

create table duty_term (
  id               uuid    primary key,
  version          integer not null,
  changed_by_event uuid    not null references audit_event,
  key              text    not null,
  unit             text    not null check (unit in
    ('hours', 'days', 'months', 'atOnce', 'withoutDelay', 'asAsked', 'asAgreed')),
  amount           integer check (amount between 1 and 8760),
  rest_days        text    not null check (rest_days in ('counts', 'nextWorkingDay')),
  valid_from       date    not null,
  valid_until      date    check (valid_until >= valid_from),
  state            text    not null check (state in
    ('verifiedAgainstOfficialText', 'reportedBySecondarySource', 'unsettled')),
  source           text    not null,
  read_on          date    not null,
  withdrawn        boolean not null,
  check ((unit in ('hours', 'days', 'months')) = (amount is not null)),
  -- Two terms on one day would be two deadlines.
  constraint duty_term_once exclude using gist
    (key with =, daterange(valid_from, valid_until, '[]') with &&) where (not withdrawn)
);

create table duty_recipient (
  id               uuid    primary key,
  version          integer not null,
  changed_by_event uuid    not null references audit_event,
  key              text    not null,
  name             text    not null,
  channel          text    not null,
  valid_from       date    not null,
  valid_until      date    check (valid_until >= valid_from),
  state            text    not null check (state in
    ('verifiedAgainstOfficialText', 'reportedBySecondarySource', 'unsettled')),
  source           text    not null,
  read_on          date    not null,
  withdrawn        boolean not null,
  constraint duty_recipient_once exclude using gist
    (key with =, daterange(valid_from, valid_until, '[]') with &&) where (not withdrawn)
);

select varna.make_register('duty_term');
select varna.make_register('duty_recipient');
