-- Agreements held against the policy (P07). A row is an agreement with its latest review; earlier ones are in its history.

create table agreement_review (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  counterparty     text not null,
  subject          text not null,
  -- What the agreement is called where it is kept: a number in the diary, a contract number.
  reference        text not null,
  unit_id          uuid not null references unit,
  ended_on         date,
  -- The review: null until somebody has held the agreement against the policy.
  outcome          text check (outcome in ('noConflict', 'conflict', 'toExamine')),
  policy_version_id uuid references document_version,
  reviewed_on      date,
  reviewed_by      uuid references person,
  next_review_on   date,
  -- What in the agreement goes against which demand, and what has been decided about it.
  conflict         text not null default '',
  sentence_id      uuid references sentence,
  decision         text check (decision in ('changeAgreement', 'requestException', 'endAgreement')),
  decider          text,
  decided_on       date,
  check ((outcome is null) = (policy_version_id is null) and (outcome is null) = (reviewed_on is null)
         and (outcome is null) = (next_review_on is null)),
  check ((outcome is not distinct from 'conflict') = (sentence_id is not null)),
  check (decision is null or outcome is not distinct from 'conflict'),
  check ((decision is null) = (decider is null) and (decision is null) = (decided_on is null))
);
create index agreement_review_unit on agreement_review (unit_id);
select varna.make_register('agreement_review');

-- What other slices may link to.
create view agreement_review_face as
  select id, counterparty, subject, reference, unit_id, outcome, ended_on from agreement_review;
grant select on agreement_review_face to varna_app;
