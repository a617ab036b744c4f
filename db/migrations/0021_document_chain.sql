-- Governing documents of all kinds: what each is about, what it elaborates, who was asked, who decides, and how its
-- demands are followed up.

-- What a document is about: the whole organisation, a unit, a system, or a situation told in words.
select varna.extend_register('document', 'scope text not null default ''organisation''');
select varna.extend_register('document', 'unit_id uuid');
select varna.extend_register('document', 'system_id uuid');
select varna.extend_register('document', 'situation text not null default ''''');
select varna.extend_register('document', 'valid_until date');
alter table document
  add foreign key (unit_id) references unit,
  add foreign key (system_id) references system,
  add constraint document_scope check (
    scope in ('organisation', 'unit', 'system', 'situation')
    and (scope = 'unit') = (unit_id is not null)
    and (scope = 'system') = (system_id is not null)
    and (scope = 'situation') = (situation <> ''));

-- A text that is written in Värna is kept as blocks until it is proposed; then its sentences are frozen. A text that was
-- read in has no blocks: it is frozen from the first moment.
select varna.extend_register('document_version', 'blocks jsonb');
-- Where a person has said otherwise than the machine of what a sentence demands.
select varna.extend_register('document_version', 'demand_marks jsonb not null default ''[]''');
select varna.extend_register('document_version', 'drafted_on date');
select varna.extend_register('document_version', 'repealed_on date');
select varna.extend_register('document_version', 'repeal_decision text');
alter table document_version
  drop constraint document_version_state_check,
  drop constraint document_version_decided_by_check,
  drop constraint document_version_check,
  add constraint document_version_state check (state in (
    'draft', 'onReferral', 'proposed', 'discarded', 'decided', 'inForce', 'superseded', 'repealed')),
  add constraint document_version_decided_by check (decided_by in (
    'council', 'executive', 'committee', 'board', 'director', 'departmentHead', 'systemOwner', 'manager')),
  add constraint document_version_decided check (
    state in ('draft', 'onReferral', 'proposed', 'discarded') or decision is not null);

-- How a demand is followed up besides by clauses: an office answers for it, and may attest it every year.
select varna.extend_register('sentence', 'responsible_office text');
select varna.extend_register('sentence', 'attested boolean not null default false');
select varna.extend_register('sentence', 'set_aside_decision text');

-- What a document elaborates: a clause, or a demand of another document, known by its words so that the tie outlives editions.
create table document_parent (
  id                 uuid primary key,
  version            integer not null,
  changed_by_event   uuid not null references audit_event,
  document_id        uuid not null references document,
  parent_document_id uuid references document,
  sentence_hash      text,
  clause             text check (clause ~ '^P[0-4][0-9]$'),
  ended_on           date,
  check ((clause is null) = (parent_document_id is not null)),
  check ((sentence_hash is null) or (parent_document_id is not null)),
  check (parent_document_id <> document_id)
);
create unique index document_parent_once on document_parent
  (document_id, coalesce(parent_document_id::text, ''), coalesce(sentence_hash, ''), coalesce(clause, '')) where ended_on is null;

-- Remiss: who was asked about a draft, and until when.
create table referral (
  id                  uuid primary key,
  version             integer not null,
  changed_by_event    uuid not null references audit_event,
  document_version_id uuid not null references document_version,
  until               date not null,
  message             text not null,
  asked_units         uuid[] not null,
  asked_persons       uuid[] not null,
  closed_on           date
);
create unique index referral_open on referral (document_version_id) where closed_on is null;

create table referral_comment (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  referral_id      uuid not null references referral,
  person_id        uuid not null references person,
  place            text not null,
  text             text not null,
  commented_on     date not null,
  outcome          text check (outcome in ('taken', 'partly', 'notTaken')),
  answer           text,
  check ((outcome is null) = (answer is null))
);
create index referral_comment_of on referral_comment (referral_id);

-- Which bodies may adopt a kind of document, where the municipality has said otherwise than Värna does.
create table deciding_rule (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  kind             text not null unique check (kind in ('policy', 'guideline', 'instruction', 'routine')),
  bodies           text[] not null check (bodies <> '{}'),
  reason           text not null
);

-- That a demand is met, said by the office that answers for it. The demand is known by its words: an edition that leaves it as
-- it was leaves what was said of it.
create table demand_attest (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  document_id      uuid not null references document,
  sentence_hash    text not null,
  office           text not null,
  person_id        uuid references person,
  is_met           boolean not null,
  note             text not null,
  attested_on      date not null
);
create index demand_attest_of on demand_attest (document_id, sentence_hash, attested_on);

select varna.make_register('document_parent');
select varna.make_register('referral');
select varna.make_register('referral_comment');
select varna.make_register('deciding_rule');
select varna.make_register('demand_attest');
