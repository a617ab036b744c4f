-- Advice and support (P12): questions to one of the two support roles, which only the asker and those who answer see; answers
-- of general interest, published without who asked; the target for the time to an answer; and how the roles are reached.

create table advice (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  asked_by         uuid not null references person,
  asked_of         text not null check (asked_of in ('securityCoordinator', 'itManager')),
  subject          text not null,
  -- What it concerns, where it is something in a register.
  information_id   uuid references information,
  system_id        uuid references system,
  state            text not null check (state in ('waiting', 'answered', 'closed')),
  asked_at         timestamptz not null,
  -- Since when somebody waits for an answer.
  waiting_since    timestamptz check ((state = 'waiting') = (waiting_since is not null)),
  check (num_nonnulls(information_id, system_id) <= 1)
);
create index advice_asker on advice (asked_by, asked_at);
create index advice_waiting on advice (asked_of, waiting_since) where state = 'waiting';

-- The question, the answers and what was asked further, in order. What was written stays as it was written.
create table advice_entry (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  advice_id        uuid not null references advice,
  number           integer not null check (number > 0),
  kind             text not null check (kind in ('question', 'answer', 'closing')),
  text             text not null,
  written_by       uuid not null references person,
  written_at       timestamptz not null,
  unique (advice_id, number)
);

-- A question and its answer for everybody to read. No column says whose question it once was: it is no longer anybody's.
create table published_answer (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  office           text not null check (office in ('securityCoordinator', 'itManager')),
  question         text not null,
  answer           text not null,
  published_on     date not null,
  withdrawn_on     date
);

-- How many working days an answer may take, from a day on. Before the first row it is two (src/governance/advice/response.ts).
create table advice_target (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  valid_from       date not null unique,
  working_days     smallint not null check (working_days between 1 and 60),
  reason           text not null
);

-- How a support role is reached, whoever holds it: the office's own address and telephone.
create table support_contact (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  office           text not null unique check (office in ('securityCoordinator', 'itManager')),
  email            text,
  telephone        text
);

select varna.make_register('advice');
select varna.make_register('advice_entry');
select varna.make_register('published_answer');
select varna.make_register('advice_target');
select varna.make_register('support_contact');

-- How a person is reached, for slices that show whom to turn to.
create view person_contact_face as select id, email, telephone from person;
grant select on person_contact_face to varna_app;
