-- Governing documents: each version whole and frozen, its sentences kept word for word, tied to clauses.

create table document (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  kind             text not null check (kind in ('policy', 'guideline', 'instruction', 'routine')),
  title            text not null,
  -- Who keeps it (dokumentansvarig): an office, so that the duty follows the holder.
  keeper_office    text not null,
  review_on        date,
  ended_on         date
);

create table document_version (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  document_id      uuid not null references document,
  number           integer not null check (number > 0),
  state            text not null check (state in ('draft', 'discarded', 'decided', 'inForce', 'superseded', 'repealed')),
  -- The text as it was read in, and the SHA-256 of its sentences in order.
  source_name      text not null,
  source_text      text not null,
  -- Headings, paragraphs and lists as numbers of sentences, and what stood outside any sentence.
  outline          jsonb not null,
  content_hash     text not null,
  decision         text,
  decided_by       text check (decided_by in ('council', 'executive', 'committee', 'board', 'director')),
  decided_on       date,
  in_force_from    date,
  -- KL 5:69, 8:12, 13:5: adjusted within 14 days, announced at the latest the second day after, laga kraft three weeks later.
  adjusted_on      date,
  announced_on     date,
  legal_force_on   date,
  unique (document_id, number),
  check (state in ('draft', 'discarded') or decision is not null)
);
create unique index document_version_in_force on document_version (document_id) where state = 'inForce';

create table sentence (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  document_version_id uuid not null references document_version,
  number           integer not null,
  section          integer not null,
  heading          text not null,
  paragraph        integer not null,
  text             text not null,
  hash             text not null,
  demand           text check (demand in ('ska', 'bor')),
  -- Clauses confirmed by a person (or certain by the edition), clauses only proposed, and a demand put aside with a reason.
  clauses          text[] not null default '{}',
  proposed         text[] not null default '{}',
  set_aside_reason text,
  unique (document_version_id, number)
);

-- P05, P06: where the policy is published, and what was seen there last.
create table publication_place (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  kind             text not null check (kind in ('website', 'intranet')),
  name             text not null,
  address          text not null,
  checked_at       timestamptz,
  seen_hash        text,
  attested_on      date,
  ended_on         date
);

-- A threshold other than 100 %, set by the coordinator with a reason that is shown beside the figure.
create table clause_setting (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  number           text not null unique check (number ~ '^P[0-4][0-9]$'),
  threshold_percent smallint not null check (threshold_percent between 1 and 100),
  reason           text not null
);

-- The installation's own settings, one row.
create table setting (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  only_one         boolean not null default true unique check (only_one),
  municipality     text not null,
  language         text not null check (language in ('sv', 'en')),
  accent           text,
  profile          text not null check (profile in ('overkalix', 'exempelkommun', 'tom')),
  security_protection_contact text not null default ''
);

select varna.make_register('document');
select varna.make_register('document_version');
select varna.make_register('sentence');
select varna.make_register('publication_place');
select varna.make_register('clause_setting');
select varna.make_register('setting');
