-- Acknowledgements (kvittenser): who was asked to read which version of a document, and who has said that she has.

-- Those outside who are to know the policy (P04), and contractors who are to be bound by it (P11).
create table external_party (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  name             text not null,
  organisation_number text,
  contact_name     text not null,
  email            text,
  language         text not null check (language in ('sv', 'en')),
  -- Whether the policy concerns it, and why or why not.
  relevant         boolean not null,
  relevance_reason text not null,
  unit_id          uuid not null references unit,
  -- Works on the municipality's behalf, and then the agreement must bind it to the policy.
  contractor       boolean not null,
  agreement_review_id uuid references agreement_review,
  obligation       boolean not null default false,
  ended_on         date,
  check (not obligation or agreement_review_id is not null)
);
create index external_party_unit on external_party (unit_id);
create unique index external_party_name on external_party (lower(name), unit_id) where ended_on is null;

-- Up to three questions about a document for one audience; a campaign takes a copy of them when it begins.
create table question_set (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  document_id      uuid not null references document,
  audience         text not null check (audience in ('everyone', 'employee', 'elected', 'external', 'externalParty')),
  questions        jsonb not null,
  unique (document_id, audience)
);

-- A campaign (kvittensomgång): a version in force, whom it is for, and between which days.
create table campaign (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  document_id      uuid not null references document,
  document_version_id uuid not null references document_version,
  content_hash     text not null,
  title            text not null,
  message          text not null,
  -- Empty means all; no kinds means no persons, only external parties.
  unit_ids         uuid[] not null,
  offices          text[] not null,
  kinds            text[] not null,
  external_parties boolean not null,
  opens_on         date not null,
  closes_on        date not null,
  -- Working days after the first mail, one for each reminder.
  reminder_days    integer[] not null,
  -- From audience to questions, as they were when the campaign began.
  questions        jsonb not null,
  state            text not null check (state in ('gathering', 'open', 'closed')),
  closed_on        date,
  closed_because   text check (closed_because in ('dayPassed', 'superseded', 'byHand')),
  check (closes_on >= opens_on),
  check ((state = 'closed') = (closed_on is not null) and (state = 'closed') = (closed_because is not null)),
  check (kinds <> '{}' or external_parties)
);
create index campaign_not_closed on campaign (document_id) where state <> 'closed';

-- Who was asked in a campaign: frozen when she was, except that those who leave are released.
create table campaign_recipient (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  campaign_id      uuid not null references campaign,
  person_id        uuid references person,
  external_party_id uuid references external_party,
  asked_on         date not null,
  -- The version she has acknowledged before: then only what has changed since is asked about.
  since_version_id uuid references document_version,
  left_on          date,
  -- The person or the party: what an acknowledgement is found by, whichever it is.
  subject_id       uuid generated always as (coalesce(person_id, external_party_id)) stored,
  check (num_nonnulls(person_id, external_party_id) = 1)
);
create unique index campaign_recipient_once on campaign_recipient (campaign_id, subject_id);
create index campaign_recipient_of on campaign_recipient (subject_id);

-- That somebody has read and taken on what a version demands of her. Never changed; withdrawn with a reason that the event tells.
create table acknowledgement (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  person_id        uuid references person,
  external_party_id uuid references external_party,
  document_id      uuid not null references document,
  document_version_id uuid not null references document_version,
  content_hash     text not null,
  since_version_id uuid references document_version,
  campaign_id      uuid references campaign,
  acknowledged_at  timestamptz not null,
  way              text not null check (way in ('link', 'signedIn', 'paper')),
  -- Gone through the questions; what was answered is kept nowhere.
  questions_done   boolean not null,
  -- On paper: the day and what meeting it was, and who wrote it in here.
  held_on          date,
  meeting          text,
  entered_by       uuid references person,
  -- By an external party's link: the company and the name that the person who followed it gave.
  signed_company   text,
  signed_name      text,
  withdrawn_on     date,
  subject_id       uuid generated always as (coalesce(person_id, external_party_id)) stored,
  check (num_nonnulls(person_id, external_party_id) = 1),
  check ((way = 'paper') = (held_on is not null) and (way = 'paper') = (meeting is not null))
);
create unique index acknowledgement_once on acknowledgement (subject_id, document_version_id) where withdrawn_on is null;

-- How large a share of a unit's staff must have acknowledged, and when reminders go, where the municipality says otherwise.
create table campaign_target (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  name             text not null unique check (name in ('staffShare', 'firstReminder', 'secondReminder')),
  value            integer not null check (value between 1 and 100),
  reason           text not null
);

-- What a manager says of her unit once a year (P10).
create table unit_attest (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  unit_id          uuid not null references unit,
  person_id        uuid references person,
  is_followed      boolean not null,
  note             text not null,
  attested_on      date not null
);
create index unit_attest_of on unit_attest (unit_id, attested_on);

select varna.make_register('external_party');
select varna.make_register('question_set');
select varna.make_register('campaign');
select varna.make_register('campaign_recipient');
select varna.make_register('acknowledgement');
select varna.make_register('campaign_target');
select varna.make_register('unit_attest');

-- What has been sent to a recipient: not a register, for it holds (the hash of) secrets, which have no place in history. A row
-- is made in the transaction that queues the mail, so that nobody gets the same one twice. Without an address there is no
-- token and no mail: she signs in, or signs on paper.
create table acknowledgement_link (
  id           uuid        primary key,
  recipient_id uuid        not null references campaign_recipient,
  kind         text        not null check (kind in ('first', 'reminder', 'byHand')),
  number       integer     not null check (number > 0),
  token_hash   bytea       unique check (octet_length(token_hash) = 32),
  made_on      date        not null,
  unique (recipient_id, kind, number)
);
grant select, insert on acknowledgement_link to varna_app;

-- How many answered what, over a whole campaign. No person and no time stands beside it.
create table question_tally (
  campaign_id uuid     not null references campaign,
  audience    text     not null,
  question    smallint not null check (question between 0 and 2),
  choice      smallint not null check (choice between 0 and 5),
  answers     integer  not null check (answers > 0),
  primary key (campaign_id, audience, question, choice)
);
grant select, insert, update on question_tally to varna_app;

create view external_party_face as select id, name, unit_id, relevant, ended_on from external_party;
create view campaign_face as select id, title, state from campaign;
grant select on external_party_face, campaign_face to varna_app;
